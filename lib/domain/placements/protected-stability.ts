import { TOTAL } from '@/lib/domain/disclosure/count-table';
import { publishedShare } from '@/lib/domain/disclosure/derived-figures';
import { cellAt, type ProtectedTable, type PublishedCell, WITHHELD } from '@/lib/domain/disclosure/protected-table';
import { type Measure, measured, SUPPRESSED } from '@/lib/domain/measure/measure';
import { NOTICE_STEPS, type NoticeWeeks } from './notice-rule';
import { type PeopleBehind, rowOf } from './people-table';
import type { StabilityGroup } from './stability-groups';
import { NOTICE_MET, ONE_SITE, RATE_INDICATORS, STABILITY_RATES, type StabilityRate } from './stability-indicators';
import { rateOf, traineesBehind } from './stability-rates';
import { STABILITY_RULES } from './telling-rates';

/** Trainees counted, and the others of the same base. */
export interface ShareParts {
  readonly counted: (group: StabilityGroup) => number;
  readonly rest: (group: StabilityGroup) => number;
}

/**
 * An indicator as it is published, with the counts of people that have to be protected first: `tables` by the name that
 * they are remembered by.
 */
export interface StabilityOutput {
  readonly indicatorId: string;
  readonly step: NoticeWeeks | null;
  /** A share (0 to 1) of trainees; else a rate in the unit of its indicator. */
  readonly isShare: boolean;
  readonly tables: Readonly<Record<string, (group: StabilityGroup) => PeopleBehind>>;
  readonly measureOf: (group: StabilityGroup, cells: readonly PublishedCell[]) => StabilityMeasure;
}

/** Counts of people only beside a share: moves and days beside a rate would give its exact base away. */
export interface StabilityMeasure {
  readonly measure: Measure;
  readonly numerator: number | null;
  readonly denominator: number | null;
}

const WITHOUT_COUNTS = { numerator: null, denominator: null };

export const WITHHELD_MEASURE: StabilityMeasure = { measure: SUPPRESSED, ...WITHOUT_COUNTS };

const DECIMALS = 1;

const NOTHING: Readonly<Record<StabilityRate, string>> = {
  site_moves: 'No time in placements',
  employer_moves: 'No time in placements',
  move_km: 'No move between sites with known positions',
  stay_months: 'No stay at a site',
  notice_weeks: 'No weeks of notice recorded',
};

/** That nobody in a small group moved, or was told of a placement, would be everyone's own. */
const nothingOf = ({ trainees }: StabilityGroup, reason: string): StabilityMeasure =>
  trainees < STABILITY_RULES.smallestBase
    ? WITHHELD_MEASURE
    : { measure: { kind: 'not_applicable', reason }, ...WITHOUT_COUNTS };

/** Shown only where the trainees behind it are shown as a number: averages are withheld together with the cells that protect each other. */
const rateOutput = (rate: StabilityRate): StabilityOutput => ({
  indicatorId: RATE_INDICATORS[rate],
  step: null,
  isShare: false,
  tables: { [rate]: (group) => ({ people: traineesBehind(group, rate), isTelling: group.telling.includes(rate) }) },
  measureOf: (group, [cell = WITHHELD]) => {
    if (cell.kind === 'suppressed') return WITHHELD_MEASURE;
    const value = rateOf(group, rate);
    if (value === null || cell.kind === 'not_applicable') return nothingOf(group, NOTHING[rate]);
    const isEnough = traineesBehind(group, rate) >= STABILITY_RULES.smallestAverage;
    return isEnough ? { measure: measured(Number(value.toFixed(DECIMALS))), ...WITHOUT_COUNTS } : WITHHELD_MEASURE;
  },
});

/** Nobody on one side of a share is a cell like any other; nobody on both is none. */
const countOf = (cell: PublishedCell): number => (cell.kind === 'value' ? cell.count : 0);

/** A share is made from its protected part and base, and shown only where both sides of it are. */
const shareOutput = (
  { indicatorId, name, step = null }: { indicatorId: string; name: string; step?: NoticeWeeks | null },
  { counted, rest }: ShareParts,
): StabilityOutput => ({
  indicatorId,
  step,
  isShare: true,
  tables: {
    [name]: (group) => ({ people: counted(group), isTelling: false }),
    [`not_${name}`]: (group) => ({ people: rest(group), isTelling: false }),
  },
  measureOf: (group, cells) => {
    if (cells.some(({ kind }) => kind === 'suppressed')) return WITHHELD_MEASURE;
    if (counted(group) + rest(group) === 0) return nothingOf(group, NOTHING.notice_weeks);
    const [part = 0, others = 0] = cells.map(countOf);
    const base = part + others;
    const measure = publishedShare({ kind: 'value', count: part }, { kind: 'value', count: base }, STABILITY_RULES);
    return measure.kind === 'value' ? { measure, numerator: part, denominator: base } : { measure, ...WITHOUT_COUNTS };
  },
});

/** Everything that is published of placement stability. */
export const STABILITY_OUTPUTS: readonly StabilityOutput[] = [
  ...STABILITY_RATES.map(rateOutput),
  ...NOTICE_STEPS.map(({ weeks }) =>
    shareOutput(
      { indicatorId: NOTICE_MET, name: `met_${weeks}`, step: weeks },
      {
        counted: ({ traineesMeeting }) => traineesMeeting[weeks],
        rest: ({ traineesWithNotice, traineesMeeting }) => traineesWithNotice - traineesMeeting[weeks],
      },
    ),
  ),
  shareOutput(
    { indicatorId: ONE_SITE, name: 'one_site' },
    {
      counted: ({ traineesWithoutMove }) => traineesWithoutMove,
      rest: ({ trainees, traineesWithoutMove }) => trainees - traineesWithoutMove,
    },
  ),
];

export interface StabilityFigure extends StabilityMeasure {
  /** `TOTAL` for all regions together. */
  readonly areaCode: string;
  readonly breakdown: string;
}

/**
 * The figures of an output from the protected tables of its people. A cell that stays hidden though nobody is in it any
 * more is withheld like the others.
 */
export const protectedFigures = (
  groups: readonly StabilityGroup[],
  output: StabilityOutput,
  tables: readonly ProtectedTable[],
): StabilityFigure[] => {
  const figures = groups.map((group) => {
    const { areaCode, breakdown } = group;
    const cells = tables.map((table) => cellAt(table, rowOf(breakdown), areaCode) ?? WITHHELD);
    return { areaCode, breakdown, ...output.measureOf(group, cells) };
  });
  const known = new Set(groups.map(({ areaCode, breakdown }) => `${areaCode}\n${rowOf(breakdown)}`));
  const left = tables.flatMap(({ rows, columns }) =>
    rows.flatMap(({ code, cells }) =>
      columns.flatMap((areaCode, i) =>
        cells[i]?.kind === 'suppressed' && code !== TOTAL && !known.has(`${areaCode}\n${code}`)
          ? [{ areaCode, breakdown: code, ...WITHHELD_MEASURE }]
          : [],
      ),
    ),
  );
  return [...figures, ...new Map(left.map((one) => [`${one.areaCode}\n${one.breakdown}`, one])).values()];
};
