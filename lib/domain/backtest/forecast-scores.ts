import { sortedQuantile } from '@/lib/domain/statistics/order-quantile';
import { sum } from '@/lib/domain/statistics/sum';

export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** Draws from the least to the greatest: every score reads them in that order. */
export type SortedDraws = Float64Array;

export const sortedDraws = (draws: ArrayLike<number>): SortedDraws => Float64Array.from(draws).sort();

/** The middle part of the draws. `level` 0 to 1. */
export const middleOf = (draws: SortedDraws, level: number): Limits => ({
  lower: sortedQuantile(draws, (1 - level) / 2),
  upper: sortedQuantile(draws, (1 + level) / 2),
});

export const medianOf = (draws: SortedDraws): number => sortedQuantile(draws, 0.5);

/** The limits belong to the interval. */
export const isWithin = ({ lower, upper }: Limits, value: number): boolean => value >= lower && value <= upper;

/**
 * Continuous ranked probability score of draws against what happened, in their unit; 0 is best. Of a single draw it is the
 * absolute error. `mean |x − y| − ½ mean |x − x′|`, over all pairs (Gneiting and Raftery 2007, eq. 21).
 */
export const rankedProbabilityScore = (draws: SortedDraws, observed: number): number => {
  const count = draws.length;
  let away = 0;
  // Σ over pairs of |x − x′| = 2 Σ (2i − n + 1) x_(i), i from 0.
  let apart = 0;
  for (let at = 0; at < count; at += 1) {
    const value = draws[at] ?? 0;
    away += Math.abs(value - observed);
    apart += (2 * at - count + 1) * value;
  }
  return away / count - apart / (count * count);
};

/** Mean; null without values. */
export const meanOf = (values: readonly number[]): number | null =>
  values.length > 0 ? sum(values) / values.length : null;
