import type { DatedArea, Root } from '@/lib/domain/geography/area';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { createIndicatorCheck } from '@/lib/domain/quality/check-indicator';
import { flagsFor } from '@/lib/domain/quality/figure-flags';
import type { QualityFlag, QualityRow } from '@/lib/domain/quality/quality-flag';
import { everyMonthsOf } from '@/lib/import/publication-rhythm';
import type { ObservationRow } from './queries/figures';

/** An observation as far as it is checked. */
export type CheckedRow = Pick<
  ObservationRow,
  | 'indicatorId'
  | 'areaCode'
  | 'breakdown'
  | 'periodEnd'
  | 'status'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'releaseId'
  | 'sourceId'
>;

/** The flags of one indicator in one country, with the source of its newest figures. */
export type FlaggedIndicator = {
  readonly indicatorId: string;
  readonly root: Root;
  readonly sourceId: string;
  readonly flags: readonly QualityFlag[];
};

export type QualityInput = {
  /** One row for each figure. */
  readonly rows: readonly CheckedRow[];
  /** What several releases say differently, in the order in which they were loaded. */
  readonly repeated: readonly CheckedRow[];
  readonly indicators: readonly Indicator[];
  readonly areas: readonly DatedArea[];
  readonly today: string;
};

/** Numbers of a figure that isn't shown stay out: what is said of it must not give them away. */
export const toQualityRow = (row: CheckedRow): QualityRow => {
  const isShown = row.status === 'value';
  return {
    areaCode: row.areaCode,
    period: row.periodEnd,
    breakdown: row.breakdown,
    value: isShown ? row.value : null,
    numerator: isShown ? row.numerator : null,
    denominator: isShown ? row.denominator : null,
    row: null,
    release: row.releaseId,
  };
};

function groupedBy(rows: readonly CheckedRow[], keyOf: (row: CheckedRow) => string): Map<string, CheckedRow[]> {
  const groups = new Map<string, CheckedRow[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** The checks of every indicator, each country by itself; indicators without a flag are left out. */
export function findQualityFlags({ rows, repeated, indicators, areas, today }: QualityInput): FlaggedIndicator[] {
  const check = createIndicatorCheck(areas, today);
  const roots = new Map(areas.map(({ code, root }) => [code, root]));
  const keyOf = ({ indicatorId, areaCode }: CheckedRow): string => `${roots.get(areaCode)} ${indicatorId}`;
  const groups = groupedBy(rows, keyOf);
  const again = groupedBy(repeated, keyOf);
  return indicators.flatMap((indicator) =>
    (['england', 'demonstration'] as const).flatMap((root): FlaggedIndicator[] => {
      const own = groups.get(`${root} ${indicator.id}`) ?? [];
      const [first] = own;
      if (!first) return [];
      const newest = own.reduce((last, row) => (row.periodEnd > last.periodEnd ? row : last), first);
      const flags = check({
        root,
        indicator,
        rows: own.map(toQualityRow),
        repeated: (again.get(`${root} ${indicator.id}`) ?? []).map(toQualityRow),
        everyMonths: everyMonthsOf(newest.sourceId),
      });
      return flags.length === 0 ? [] : [{ indicatorId: indicator.id, root, sourceId: newest.sourceId, flags }];
    }),
  );
}

/** The flags that stand beside a figure. */
export function createFlagFinder(flagged: readonly FlaggedIndicator[], areas: readonly DatedArea[]) {
  const roots = new Map(areas.map(({ code, root }) => [code, root]));
  const known = new Map(flagged.map(({ root, indicatorId, flags }) => [`${root} ${indicatorId}`, flags]));
  return ({ indicatorId, areaCode, periodEnd, breakdown }: CheckedRow): QualityFlag[] =>
    flagsFor(known.get(`${roots.get(areaCode)} ${indicatorId}`) ?? [], { areaCode, period: periodEnd, breakdown });
}
