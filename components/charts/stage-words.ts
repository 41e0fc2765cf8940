import { shortAreaName } from '@/lib/domain/geography/area-label';
import { STEP_WORDS, wholePercent, withheldWords } from '@/lib/format/flow-words';
import { formatCount, formatNumber, formatShare } from '@/lib/format/number';
import { absentCell, type ChartTableData } from './chart-cell';
import { sumCell } from './flow-matrix-words';
import type { ProjectionRow, StageRow } from './stage-rows';

const GINI_DECIMALS = 2;

const known = (rows: readonly StageRow[]) =>
  rows.flatMap(({ step, gini }) => (gini === null ? [] : [{ step, gini }])).toSorted((a, b) => b.gini - a.gini);

export function stageTitle(rows: readonly StageRow[]): string {
  const [most, ...rest] = known(rows);
  if (!most) return 'Evenness can’t be worked out: too few people are shown, or counts are withheld';
  const words = STEP_WORDS[most.step];
  const text = `Gini ${formatNumber(most.gini, GINI_DECIMALS)}`;
  return rest.length === 0
    ? `Arrivals at ${words.to}: ${text}`
    : `Arrivals are least even over the regions at ${words.to} (${text})`;
}

export function stageAlternative(rows: readonly StageRow[]): string {
  const said = rows.flatMap(({ step, gini, stayed }) =>
    gini === null || stayed === null
      ? []
      : [
          `${STEP_WORDS[step].title}: Gini ${formatNumber(gini, GINI_DECIMALS)}, ${wholePercent(stayed)} stayed in the region`,
        ],
  );
  const withheld = rows.reduce((total, row) => total + row.withheld, 0);
  return `${said.length > 0 ? `${said.join('; ')}.` : 'No stage has people that can be shown.'} ${withheldWords(withheld)}`.trim();
}

const shareCell = (share: number | null) =>
  share === null ? absentCell('not_applicable', 'not applicable') : { value: share * 100, text: wholePercent(share) };

export const stageTable = (rows: readonly StageRow[]): ChartTableData => ({
  columns: [
    { label: 'Stage' },
    { label: 'People', numeric: true },
    { label: 'Stayed in the region', numeric: true },
    { label: 'Left or not known', numeric: true },
    { label: 'Gini of arrivals', numeric: true },
    { label: 'Cells withheld', numeric: true },
  ],
  rows: rows.map(({ step, sum, stayed, lost, gini, withheld }) => [
    STEP_WORDS[step].title,
    sumCell(sum),
    shareCell(stayed),
    shareCell(lost),
    gini === null
      ? absentCell('not_applicable', 'not applicable')
      : { value: gini, text: formatNumber(gini, GINI_DECIMALS) },
    { value: withheld, text: formatCount(withheld) },
  ]),
});

/** The region whose share of people grows most from the first stage to the last. */
export function projectionTitle(rows: readonly ProjectionRow[], nameOf: (code: string) => string): string {
  const stageTotal = (at: number) => rows.reduce((total, { perThousand }) => total + (perThousand.at(at) ?? 0), 0);
  const [start, end] = [stageTotal(0), stageTotal(-1)];
  const ranked = rows
    .map(({ code, perThousand }) => ({
      code,
      from: start > 0 ? (perThousand[0] ?? 0) / start : 0,
      to: end > 0 ? (perThousand.at(-1) ?? 0) / end : 0,
    }))
    .toSorted((a, b) => b.to - b.from - (a.to - a.from));
  const [first] = ranked;
  if (!first || end === 0) return 'Carried through the stages, nobody is left to show';
  return `Carried through the stages, ${shortAreaName(nameOf(first.code))} gains most: from ${formatShare(first.from)} of people to ${formatShare(first.to)}`;
}

export function projectionTable(
  projected: readonly ProjectionRow[],
  stages: readonly StageRow[],
  nameOf: (code: string) => string,
): ChartTableData {
  const [first] = stages;
  const heads = [first ? STEP_WORDS[first.step].from : '', ...stages.map(({ step }) => STEP_WORDS[step].to)];
  const totals = heads.map((_, at) => projected.reduce((total, { perThousand }) => total + (perThousand[at] ?? 0), 0));
  const cell = (value: number) => ({ value, text: formatNumber(value, 0) });
  return {
    columns: [{ label: 'Region' }, ...heads.map((head) => ({ label: `At ${head}`, numeric: true }))],
    rows: [
      ...projected.map(({ code, perThousand }) => [shortAreaName(nameOf(code)), ...perThousand.map(cell)]),
      ['All regions', ...totals.map(cell)],
    ],
  };
}
