import { STEP_WORDS, wholePercent, withheldWords } from '@/lib/format/flow-words';
import { formatCount, formatPercent } from '@/lib/format/number';
import type { ChartTableData } from './chart-cell';
import { type Sankey, SMALLEST_SHARE } from './sankey';
import type { StageRow } from './stage-rows';

const stayedShares = (stages: readonly Pick<StageRow, 'step' | 'stayed'>[]) =>
  stages.flatMap(({ step, stayed }) => (stayed === null ? [] : [{ ...STEP_WORDS[step], stayed }]));

/** Between which stages the fewest stay in their region. */
export function sankeyTitle(stages: readonly Pick<StageRow, 'step' | 'stayed'>[]): string {
  const ranked = stayedShares(stages).toSorted((a, b) => a.stayed - b.stayed);
  const [least, most] = [ranked[0], ranked.at(-1)];
  if (!least || !most) return 'How many stay in their region can’t be given: too few people, or a count is withheld';
  if (least === most) return `${wholePercent(least.stayed)} stay in the region between ${least.from} and ${least.to}`;
  return `Fewest stay in the region between ${least.from} and ${least.to} (${wholePercent(least.stayed)}), most between ${most.from} and ${most.to} (${wholePercent(most.stayed)})`;
}

export function sankeyAlternative(sankey: Sankey, stages: readonly Pick<StageRow, 'step' | 'stayed'>[]): string {
  const shares = stayedShares(stages)
    .map(({ from, to, stayed }) => `${wholePercent(stayed)} from ${from} to ${to}`)
    .join(', ');
  const undrawn = sankey.undrawn.reduce((total, people) => total + people, 0);
  const small =
    undrawn > 0
      ? ` Flows of under ${formatPercent(SMALLEST_SHARE * 100, 1)} of a step aren’t drawn: ${formatCount(undrawn)} people in all.`
      : '';
  const said =
    shares === '' ? '' : `Stayed in the region: ${shares}; those who left or aren’t known are counted as moved.`;
  return `${said}${small} ${withheldWords(sankey.withheld)}`.trim();
}

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** Every ribbon that is drawn. */
export function sankeyTable({ columns, links }: Sankey): ChartTableData {
  const nameOf = (column: number, code: string): string =>
    columns[column]?.nodes.find((node) => node.code === code)?.name ?? code;
  return {
    columns: [{ label: 'Flow' }, { label: 'People', numeric: true }],
    rows: links.flatMap((step, at) =>
      step.map(({ from, to, people }) => [
        `${columns[at]?.title ?? ''} ${nameOf(at, from)} to ${lower(columns[at + 1]?.title ?? '')} ${nameOf(at + 1, to)}`,
        { value: people, text: formatCount(people) },
      ]),
    ),
  };
}
