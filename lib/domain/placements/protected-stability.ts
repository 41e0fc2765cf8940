import type { CountTable } from '@/lib/domain/disclosure/count-table';
import { cellAt, type ProtectedTable } from '@/lib/domain/disclosure/protected-table';
import type { RuleSet } from '@/lib/domain/disclosure/rule-set';
import { type Measure, measured, SUPPRESSED } from '@/lib/domain/measure/measure';
import type { NoticeWeeks } from './notice-rule';
import type { StabilityGroup } from './stability-groups';
import { rateOf, type StabilityRate, traineesBehind } from './stability-rates';

/** Trainees by region and breakdown, for `protectTable` under the rule set of the source. */
export const traineeCounts = (groups: readonly StabilityGroup[]): CountTable => {
  const areas = [...new Set(groups.map(({ areaCode }) => areaCode))].sort();
  const columns = [...new Set(groups.map(({ breakdown }) => breakdown))].sort();
  const trainees = new Map(groups.map((group) => [JSON.stringify([group.areaCode, group.breakdown]), group.trainees]));
  return {
    rows: areas.map((code) => ({ code, parent: null })),
    columns,
    counts: Object.fromEntries(
      areas.map((code) => [code, columns.map((column) => trainees.get(JSON.stringify([code, column])) ?? 0)]),
    ),
  };
};

/** Part and base of a share of trainees, area by area: what `publishShares` takes. */
export type TraineeShares = readonly {
  readonly areaCode: string;
  readonly parent: null;
  readonly counted: number;
  readonly base: number;
}[];

/** Of the trainees with known notice, those whose every placement in the window met the step. Groups of one breakdown. */
export const noticeShares = (groups: readonly StabilityGroup[], step: NoticeWeeks): TraineeShares =>
  groups.map(({ areaCode, traineesMeeting, traineesWithNotice }) => ({
    areaCode,
    parent: null,
    counted: traineesMeeting[step],
    base: traineesWithNotice,
  }));

/** Of the trainees of the window, those who kept one site throughout. Groups of one breakdown. */
export const stayedShares = (groups: readonly StabilityGroup[]): TraineeShares =>
  groups.map(({ areaCode, traineesWithoutMove, trainees }) => ({
    areaCode,
    parent: null,
    counted: traineesWithoutMove,
    base: trainees,
  }));

export interface ProtectedRate {
  readonly areaCode: string;
  readonly breakdown: string;
  readonly measure: Measure;
}

const DECIMALS = 1;

const rounded = (value: number): number => Number(value.toFixed(DECIMALS));

/**
 * A rate of each group as it may be shown. It is shown only where the protected table shows the group's trainees as a number
 * (so that averages are withheld together with the cells that protect each other and can't be found by subtraction) and
 * where it is made from as many people as the rule set asks for an average. One decimal, no counts of moves or days beside
 * it: those would give the exact base away. Not applicable where there is nothing to divide by.
 *
 * `table` is `traineeCounts` of the same groups, protected.
 */
export const protectedStability = (
  groups: readonly StabilityGroup[],
  table: ProtectedTable,
  ruleSet: RuleSet,
  rate: StabilityRate,
): ProtectedRate[] =>
  groups.map((group) => {
    const { areaCode, breakdown } = group;
    const cell = cellAt(table, areaCode, breakdown);
    const isShown = cell?.kind === 'value' && cell.count >= ruleSet.smallestAverage;
    if (!isShown) return { areaCode, breakdown, measure: SUPPRESSED };
    const value = rateOf(group, rate);
    if (value === null) return { areaCode, breakdown, measure: { kind: 'not_applicable', reason: NOTHING[rate] } };
    const isSmall = traineesBehind(group, rate) < ruleSet.smallestAverage;
    return { areaCode, breakdown, measure: isSmall ? SUPPRESSED : measured(rounded(value)) };
  });

const NOTHING: Readonly<Record<StabilityRate, string>> = {
  site_moves: 'No time in placements',
  employer_moves: 'No time in placements',
  move_km: 'No move between sites with known positions',
  stay_months: 'No stay at a site',
  notice_weeks: 'No weeks of notice recorded',
};
