import { plainNumber, type QualityFlag, type QualityRow, whereOf } from './quality-flag';

/** What an area is part of: rows of a part and of its whole must not be added up together. */
export interface PartOf {
  readonly childCode: string;
  readonly parentCode: string;
}

const slice = (rows: readonly QualityRow[]): Map<string, QualityRow[]> => {
  const slices = new Map<string, QualityRow[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.period, row.breakdown]);
    const known = slices.get(key);
    if (known) known.push(row);
    else slices.set(key, [row]);
  }
  return slices;
};

const sliceWhere = (rows: readonly QualityRow[], areaCode: string | null): QualityFlag['where'] => ({
  areaCode,
  period: rows[0]?.period ?? null,
  breakdown: rows[0]?.breakdown ?? null,
  row: null,
});

/** Areas that the newest period should have and hasn't, in each breakdown. A row with a withheld value is not missing. */
export const checkMissingAreas = (
  rows: readonly QualityRow[],
  expected: readonly { readonly code: string; readonly name: string }[],
): QualityFlag[] => {
  const newest = rows.reduce((last, { period }) => (period > last ? period : last), '');
  return [...slice(rows.filter(({ period }) => period === newest)).values()].flatMap((given) => {
    const present = new Set(given.map(({ areaCode }) => areaCode));
    return expected
      .filter(({ code }) => !present.has(code))
      .map(({ code, name }) => ({
        check: 'missing_area' as const,
        severity: 'warning' as const,
        where: sliceWhere(given, code),
        detail: `${name} has no row in the newest period, to ${newest}: no rank can be given, and totals are too low.`,
      }));
  });
};

interface Totals {
  readonly parts: readonly PartOf[];
  /** Difference allowed in the unit of the value: 0 for exact counts, about half a rounding step a part for rounded ones. */
  readonly tolerance: number;
}

/**
 * Counts whose parts don't add up to the whole that is given beside them. Only wholes all of whose parts have a value are
 * checked: for rates it makes no sense, and with a withheld part nothing can be said.
 */
export const checkTotals = (rows: readonly QualityRow[], { parts, tolerance }: Totals): QualityFlag[] => {
  const children = new Map<string, string[]>();
  for (const { childCode, parentCode } of parts) {
    children.set(parentCode, [...(children.get(parentCode) ?? []), childCode]);
  }
  return [...slice(rows).values()].flatMap((given) => {
    const values = new Map(given.map(({ areaCode, value }) => [areaCode, value]));
    return given.flatMap((row): QualityFlag[] => {
      const shares = (children.get(row.areaCode) ?? []).map((code) => values.get(code) ?? null);
      const isComplete = shares.length > 0 && shares.every((value) => value !== null);
      if (row.value === null || !isComplete) return [];
      const sum = shares.reduce<number>((total, value) => total + (value ?? 0), 0);
      if (Math.abs(sum - row.value) <= tolerance) return [];
      const detail = `Its ${shares.length} parts add up to ${plainNumber(sum)}, the total given is ${plainNumber(row.value)}.`;
      return [{ check: 'total_differs', severity: 'warning', where: whereOf(row), detail }];
    });
  });
};

/** Breakdowns that hold others (`All staff groups` beside its groups), and areas beside the areas within them. */
export interface Levels {
  readonly parts: readonly PartOf[];
  /** Breakdowns that are the sum of others in the same file. */
  readonly totalBreakdowns: readonly string[];
}

/** Rows of a whole and of its parts in one dataset: one flag a whole, since adding them up counts people twice. */
export const checkOverlappingLevels = (
  rows: readonly QualityRow[],
  { parts, totalBreakdowns }: Levels,
): QualityFlag[] => {
  const areas = new Set(rows.map(({ areaCode }) => areaCode));
  const wholes = [...new Set(parts.filter((p) => areas.has(p.childCode)).map(({ parentCode }) => parentCode))];
  const breakdowns = new Set(rows.map(({ breakdown }) => breakdown));
  const totals = breakdowns.size < 2 ? [] : totalBreakdowns.filter((breakdown) => breakdowns.has(breakdown));
  const flag = (where: Partial<QualityFlag['where']>, what: string): QualityFlag => ({
    check: 'overlapping_levels',
    severity: 'notice',
    where: { areaCode: null, period: null, breakdown: null, row: null, ...where },
    detail: `${what} stands beside its own parts: adding all rows up would count it twice.`,
  });
  return [
    ...wholes.filter((code) => areas.has(code)).map((areaCode) => flag({ areaCode }, 'This area')),
    ...totals.map((breakdown) => flag({ breakdown }, `The group “${breakdown}”`)),
  ];
};
