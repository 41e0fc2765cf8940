import { absentCell, type ChartTableData, figureCell } from '@/components/charts/chart-cell';
import type { DotEntry } from '@/components/charts/dot-intervals';
import type { JobPanel } from '@/lib/contracts/job-representation';
import type { Measure } from '@/lib/domain/measure/measure';
import type { Reading } from '@/lib/domain/reach/representation';
import { READING_WORDS } from '@/lib/format/equality-words';
import { formatNumber, formatShare } from '@/lib/format/number';
import { listInWords } from '@/lib/format/words';

const ABSENT: Readonly<Record<Exclude<Measure['kind'], 'value'>, string>> = {
  not_loaded: 'not loaded',
  suppressed: 'withheld',
  low: 'rounds to 0',
  not_applicable: 'cannot be given',
};

const RATIO_DECIMALS = 2;

/** A ratio in words, with its interval where there is room. */
export const ratioText = (ratio: Measure): string =>
  ratio.kind === 'value' ? formatNumber(ratio.value, RATIO_DECIMALS) : ABSENT[ratio.kind];

const intervalText = (measure: Measure, write: (value: number) => string): string =>
  measure.kind === 'value' && measure.interval
    ? `${write(measure.interval.lower)} to ${write(measure.interval.upper)}`
    : '';

const shareText = (share: Measure): string =>
  share.kind === 'value' ? `${formatShare(share.value)} (${intervalText(share, formatShare)})` : ABSENT[share.kind];

type JobGroupRow = { code: string; name: string; unknown: Measure } & JobPanel['jobs'][number]['groups'][number];

/** One group in every job; empty where the panel isn't about it. */
export const rowsOfGroup = ({ jobs }: JobPanel, group: string): JobGroupRow[] =>
  jobs.flatMap(({ code, name, unknown, groups }) => {
    const found = groups.find((one) => one.group === group);
    return found ? [{ code, name, unknown, ...found }] : [];
  });

export const dotEntries = (rows: readonly JobGroupRow[]): DotEntry[] =>
  rows.map(({ code, name, ratio }) => ({ code, name, measure: ratio }));

const distance = ({ ratio }: JobGroupRow): number => (ratio.kind === 'value' ? Math.abs(ratio.value - 1) : 0);

const inSentence = (name: string): string => name.toLowerCase().replace(/^gp\b/, 'GP');

/** Furthest from proportion first. */
const named = (rows: readonly JobGroupRow[], reading: Reading): string[] =>
  rows
    .filter((row) => row.reading === reading)
    .toSorted((a, b) => distance(b) - distance(a))
    .map(({ name }) => inSentence(name));

const MOST_NAMED = 3;
/** All by name where they are few, else how many, and the one furthest from proportion. */
const listed = (names: readonly string[], of: number): string =>
  names.length > MOST_NAMED ? `${names.length} of ${of} (furthest in ${names[0]})` : listInWords(names);

/** What was found, stated against the base; nothing of how it came about. */
export function equalityTitle(words: string, rows: readonly JobGroupRow[]): string {
  const [under, over] = [named(rows, 'under'), named(rows, 'over')];
  if (rows.every(({ reading }) => reading === null)) return `${words}: nothing can be told of any job`;
  if (under.length + over.length === 0) return `${words}: no job is told apart from proportion`;
  const parts = [
    ...(under.length > 0 ? [`under-represented in ${listed(under, rows.length)}`] : []),
    ...(over.length > 0 ? [`over-represented in ${listed(over, rows.length)}`] : []),
  ];
  return `${words} are ${parts.join(', ')}`;
}

/** One sentence of the drawing, from the data. */
export function equalityAlternative(words: string, base: string, rows: readonly JobGroupRow[]): string {
  const told = rows.flatMap(({ name, ratio }) => (ratio.kind === 'value' ? [{ name, value: ratio.value }] : []));
  const sorted = told.toSorted((a, b) => a.value - b.value);
  const [lowest, highest] = [sorted.at(0), sorted.at(-1)];
  const first = `${words} against ${base}.`;
  if (!lowest || !highest) return `${first} No job has a figure.`;
  const said = ({ name, value }: typeof lowest) =>
    `in ${inSentence(name)} (${formatNumber(value, RATIO_DECIMALS)} times that of the base)`;
  return `${first} Their share is lowest ${said(lowest)} and highest ${said(highest)}.`;
}

/** Everything drawn, and the shares it comes from. */
export const equalityTable = (rows: readonly JobGroupRow[]): ChartTableData => ({
  columns: [
    { label: 'Job' },
    { label: 'Share of the job (95% interval)', numeric: true },
    { label: 'Share of the base', numeric: true },
    { label: 'Times the share of the base', numeric: true },
    { label: '95% interval', numeric: true },
    { label: 'Reading' },
    { label: 'Group not known', numeric: true },
  ],
  rows: rows.map(({ name, share, baseShare, ratio, reading, unknown }) => [
    name,
    figureCell(share, shareText(share)),
    baseShare === null ? absentCell('not_loaded', 'not known') : { value: baseShare, text: formatShare(baseShare) },
    figureCell(ratio, ratioText(ratio)),
    intervalText(ratio, (value) => formatNumber(value, RATIO_DECIMALS)),
    reading === null ? '' : READING_WORDS[reading],
    figureCell(unknown, unknown.kind === 'value' ? formatShare(unknown.value) : ABSENT[unknown.kind]),
  ]),
});

const GLYPH: Readonly<Record<Reading, string>> = { under: ' ▼', over: ' ▲', not_told_apart: '' };

/** Every group in every job, as one short table: ratios, and which are told apart. */
export const overviewTable = (panels: readonly JobPanel[]): ChartTableData => {
  const [first] = panels;
  return {
    columns: [
      { label: 'Job' },
      ...panels.flatMap(({ groups }) => groups.map(({ short }) => ({ label: short, numeric: true }))),
    ],
    rows: (first?.jobs ?? []).map(({ code, name }) => [
      name,
      ...panels.flatMap((panel) =>
        panel.groups.map(({ group }) => {
          const found = rowsOfGroup(panel, group).find((row) => row.code === code);
          if (!found) return absentCell('not_applicable', '');
          const text = `${ratioText(found.ratio)}${found.reading === null ? '' : GLYPH[found.reading]}`;
          return figureCell(found.ratio, text);
        }),
      ),
    ]),
  };
};
