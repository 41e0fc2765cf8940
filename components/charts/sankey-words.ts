import { wholePercent, withheldWords } from '@/lib/format/flow-words';
import { formatCount } from '@/lib/format/number';
import type { ChartTableData } from './chart-table';
import type { Sankey, SankeyLink } from './sankey';

const sum = (links: readonly SankeyLink[]): number => links.reduce((total, { people }) => total + people, 0);

const stayedShare = (links: readonly SankeyLink[]): number | null => {
  const between = links.filter(({ kind }) => kind !== 'elsewhere');
  return between.length > 0 ? sum(between.filter(({ kind }) => kind === 'stayed')) / sum(between) : null;
};

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

const stepShares = ({ columns, links }: Sankey) =>
  links.flatMap((step, at) => {
    const share = stayedShare(step);
    const [from, to] = [columns[at]?.title, columns[at + 1]?.title];
    return share === null || !from || !to ? [] : [{ from: lower(from), to: lower(to), share }];
  });

/** Between which stages the fewest stay. */
export function sankeyTitle(sankey: Sankey): string {
  const ranked = stepShares(sankey).toSorted((a, b) => a.share - b.share);
  const [least, most] = [ranked[0], ranked.at(-1)];
  if (!least || !most) return 'No flow between regions is large enough to be drawn';
  if (least === most) return `${wholePercent(least.share)} stay in the region between ${least.from} and ${least.to}`;
  return `Fewest stay in the region between ${least.from} and ${least.to}, most between ${most.from} and ${most.to}`;
}

export function sankeyAlternative(sankey: Sankey): string {
  const shares = stepShares(sankey)
    .map(({ from, to, share }) => `${wholePercent(share)} from ${from} to ${to}`)
    .join(', ');
  const undrawn = sankey.undrawn.reduce((total, people) => total + people, 0);
  const small = undrawn > 0 ? ` Flows of under 1% of a step aren’t drawn: ${formatCount(undrawn)} people in all.` : '';
  const said =
    shares === ''
      ? 'No flow between regions is drawn.'
      : `Of the flows drawn between regions, stayed in the region: ${shares}.`;
  return `${said}${small} ${withheldWords(sankey.withheld)}`.trim();
}

/** Every ribbon that is drawn. */
export function sankeyTable({ columns, links }: Sankey): ChartTableData {
  const nameOf = (column: number, code: string): string =>
    columns[column]?.nodes.find((node) => node.code === code)?.name ?? code;
  return {
    columns: [{ label: 'Flow' }, { label: 'Step' }, { label: 'People', numeric: true }],
    rows: links.flatMap((step, at) =>
      step.map(({ from, to, people }) => [
        `${nameOf(at, from)} to ${nameOf(at + 1, to)} (${lower(columns[at + 1]?.title ?? '')})`,
        `${columns[at]?.title ?? ''} to ${lower(columns[at + 1]?.title ?? '')}`,
        { value: people, text: formatCount(people) },
      ]),
    ),
  };
}
