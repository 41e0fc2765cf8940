import type { RefusalReason } from './outcome';

type Columns = readonly (readonly number[])[];

/** The first reason that applies, or null. Give the checks in the order in which a reader should hear of them. */
export const firstReason = (...reasons: readonly (RefusalReason | null)[]): RefusalReason | null =>
  reasons.find((reason) => reason !== null) ?? null;

/** Spread, since `every` passes over a hole in a list, and a hole is a missing value. */
export const finiteCheck = (...columns: Columns): RefusalReason | null =>
  columns.every((column) => [...column].every(Number.isFinite)) ? null : 'not_finite';

export const lengthCheck = (...columns: Columns): RefusalReason | null =>
  columns.every((column) => column.length === columns[0]?.length) ? null : 'lengths_differ';

export const sizeCheck = (values: readonly unknown[], least: number): RefusalReason | null =>
  values.length < least ? 'too_few_values' : null;

export const countCheck = (...columns: Columns): RefusalReason | null =>
  columns.every((column) => column.every((count) => count >= 0)) ? null : 'negative_events';

export const denominatorCheck = (...columns: Columns): RefusalReason | null =>
  columns.every((column) => column.every((denominator) => denominator > 0)) ? null : 'no_denominator';

/** Checks that every count is at most its total. Columns of the same length. */
export const partCheck = (counts: readonly number[], totals: readonly number[]): RefusalReason | null =>
  counts.every((count, i) => count <= (totals[i] ?? 0)) ? null : 'events_exceed_total';

export const rangeCheck = (values: readonly number[], lowest: number, highest: number): RefusalReason | null =>
  values.every((value) => value >= lowest && value <= highest) ? null : 'out_of_range';

/** Checks that a unit multiplier (100 for per cent, 1,000 for per thousand) is above zero. */
export const multiplierCheck = (multiplier: number): RefusalReason | null => (multiplier > 0 ? null : 'out_of_range');
