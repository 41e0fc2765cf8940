import type { EqualityBlock, EqualityPart, EqualityView } from '@/lib/contracts/equality';
import type { JobPanel } from '@/lib/contracts/job-representation';
import { EQUALITY_LEAD, EQUALITY_TITLE, NOT_SAID, PART_TITLES, READING_WORDS } from '@/lib/format/equality-words';
import { formatNumber, formatShare } from '@/lib/format/number';
import { ratioText, shareText, shortened } from './card-words';

const HEADER = ['Where', 'Group', 'Share there (95%)', 'Base', 'Times base (95%)', 'Reading'];

type Row = { readonly place: string; readonly words: string } & JobPanel['jobs'][number]['groups'][number];

const rowsOf = ({ panels }: EqualityPart): Row[] =>
  (panels[0]?.jobs ?? []).flatMap(({ code, name }) =>
    panels.flatMap(({ groups, jobs }) =>
      (jobs.find((job) => job.code === code)?.groups ?? []).map((one) => ({
        ...one,
        place: name,
        words: groups.find(({ group }) => group === one.group)?.short ?? one.group,
      })),
    ),
  );

const cellsOf = ({ place, words, share, baseShare, ratio, reading }: Row): string[] => [
  shortened(place),
  words,
  shareText(share),
  baseShare === null ? 'Not known' : formatShare(baseShare),
  ratioText(ratio),
  reading === null ? '' : READING_WORDS[reading],
];

/** More places are one short table: a row each, and a mark where the interval leaves out 1. */
const MOST_IN_FULL = 2;
const GLYPH = { under: ' ▼', over: ' ▲', not_told_apart: '' } as const;

function overview({ panels }: EqualityPart): Pick<EqualityBlock['parts'][number], 'header' | 'rows'> {
  const shortOf = panels.flatMap(({ groups }) => groups.map(({ short }) => short));
  const rows = (panels[0]?.jobs ?? []).map(({ code, name }) => [
    shortened(name),
    ...panels.flatMap(({ groups, jobs }) =>
      groups.map(({ group }) => {
        const one = jobs.find((job) => job.code === code)?.groups.find((other) => other.group === group);
        if (!one) return '';
        if (one.ratio.kind !== 'value') return ratioText(one.ratio);
        return `${formatNumber(one.ratio.value, 2)}${one.reading === null ? '' : GLYPH[one.reading]}`;
      }),
    ),
  ]);
  return { header: ['Times base', ...shortOf], rows };
}

function partBlock(
  part: EqualityPart,
  { source }: Extract<EqualityView, { kind: 'given' }>,
): EqualityBlock['parts'][number] {
  const title = PART_TITLES[part.part];
  const [panel] = part.panels;
  if (!panel) return { title, withheld: part.withheld, isFull: false, header: [], rows: [], lines: [] };
  const isShort = panel.jobs.length > MOST_IN_FULL;
  return {
    title,
    withheld: '',
    isFull: !isShort,
    ...(isShort ? overview(part) : { header: HEADER, rows: rowsOf(part).map(cellsOf) }),
    lines: [
      ...(isShort
        ? [
            '▼ the whole 95% interval lies below 1, ▲ above it; no mark: not told apart. The intervals are on the screen’s table.',
          ]
        : []),
      `Base: ${panel.base}, of ${panel.baseSource}. Each place is part of it.`,
      `Source: ${source.title}, ${source.publisher}, release ${source.releaseId}. Made from protected counts; intervals allow for the rounding.`,
    ],
  };
}

/** Who the affected are, on paper: the figures of the screen, and what they don't say. */
export const equalityBlock = (view: EqualityView): EqualityBlock => ({
  title: EQUALITY_TITLE,
  lead: EQUALITY_LEAD,
  absent: view.kind === 'absent' ? `${view.title}. ${view.words}` : '',
  parts: view.kind === 'absent' ? [] : view.parts.map((part) => partBlock(part, view)),
  // What shares don't say is said where there are shares.
  notSaid: view.kind === 'absent' ? [] : [...NOT_SAID],
});
