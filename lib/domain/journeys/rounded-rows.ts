import type { YearBand } from './journey-places';

/** A count as it was let out: a number, or what stands in its place. */
export type RoundedCount = number | { readonly absent: string };

interface RoundedGroups {
  readonly female: RoundedCount;
  readonly male: RoundedCount;
  readonly white: RoundedCount;
  readonly nonWhite: RoundedCount;
}

/** A row of a table from home to school. */
export interface HomeSchoolRow extends RoundedGroups {
  /** Year or years of entry. */
  readonly period: string;
  readonly homeLadCode: string;
  readonly schoolId: string;
  readonly entrants: RoundedCount;
}

/** A row of a table from school to foundation. */
export interface SchoolFoundationRow extends RoundedGroups {
  /** Year or years in which foundation training began. */
  readonly period: string;
  readonly schoolId: string;
  readonly foundationAreaCode: string;
  readonly graduates: RoundedCount;
}

/** Who is counted, in the order in which the grid holds them. */
export const MEASURES = ['all', 'F', 'M', 'white', 'non_white'] as const;
export type RoundedMeasure = (typeof MEASURES)[number];

/** Either row, on common names. */
export interface GridRow {
  readonly period: string;
  readonly row: string;
  readonly column: string;
  /** Null where withheld. */
  readonly counts: Readonly<Record<RoundedMeasure, number | null>>;
}

const letOut = (count: RoundedCount): number | null => (typeof count === 'number' ? count : null);

const groupsOf = ({ female, male, white, nonWhite }: RoundedGroups) => ({
  F: letOut(female),
  M: letOut(male),
  white: letOut(white),
  non_white: letOut(nonWhite),
});

const fromHomeSchool = (one: HomeSchoolRow): GridRow => ({
  period: one.period,
  row: one.homeLadCode,
  column: one.schoolId,
  counts: { all: letOut(one.entrants), ...groupsOf(one) },
});

const fromSchoolFoundation = (one: SchoolFoundationRow): GridRow => ({
  period: one.period,
  row: one.schoolId,
  column: one.foundationAreaCode,
  counts: { all: letOut(one.graduates), ...groupsOf(one) },
});

export const toGridRow = (one: HomeSchoolRow | SchoolFoundationRow): GridRow =>
  'entrants' in one ? fromHomeSchool(one) : fromSchoolFoundation(one);

const PERIOD = /^(\d{4})(?:([/-])(\d{2}|\d{4}))?$/;
const CENTURY = 100;

/** "2024/25", "2024-25" and "2024/2025": one year across two. With a dash, years in full are the first and the last of several. */
const isAcademic = (from: number, mark: string, end: string): boolean =>
  end.length === 2 ? Number(end) === (from + 1) % CENTURY : mark === '/' && Number(end) === from + 1;

/** First and last year; "2024/25" and "2024-25" are the one year that begins in 2024. Null where it isn't a period, or one that runs backwards. */
export const yearsOf = (period: string): readonly [number, number] | null => {
  const [, first, mark = '', end] = PERIOD.exec(period) ?? [];
  if (first === undefined) return null;
  const from = Number(first);
  if (end === undefined || isAcademic(from, mark, end)) return [from, from];
  const to = end.length === 2 ? from - (from % CENTURY) + Number(end) : Number(end);
  return to < from ? null : [from, to];
};

/** Whether a period is an academic or financial year. */
export const isYearAcrossTwo = (period: string): boolean => {
  const [, first, mark = '', end = ''] = PERIOD.exec(period) ?? [];
  return first !== undefined && isAcademic(Number(first), mark, end);
};

/** Whether any two share a year, or can't be told not to: their counts then can't be added. */
export const doOverlap = (periods: readonly string[]): boolean => {
  const years = periods.flatMap((period) => {
    const own = yearsOf(period);
    return own ? [own] : [];
  });
  years.sort(([a], [b]) => a - b);
  const isShared = years.some(([from], i) => i > 0 && from <= (years[i - 1]?.[1] ?? from));
  return periods.length > 1 && (years.length < periods.length || isShared);
};

/** The periods of rows, the earliest first. What isn't a year or years is left out. */
export const roundedPeriods = (rows: readonly { readonly period: string }[]): YearBand[] =>
  [...new Set(rows.map(({ period }) => period))]
    .flatMap((label) => {
      const years = yearsOf(label);
      return years ? [{ label, from: years[0], to: years[1] }] : [];
    })
    .sort((a, b) => a.from - b.from || a.to - b.to);
