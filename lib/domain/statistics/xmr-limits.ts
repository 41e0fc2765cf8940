import { sum } from './sum';

/** Individuals chart: 3 ÷ d2 for ranges of two (d2 = 1.128), rounded to 2.66 as in NHS England's Making Data Count. */
const LIMIT_FACTOR = 2.66;
/** Upper control limit of a moving range: D4 for ranges of two. */
const RANGE_LIMIT_FACTOR = 3.267;

/** `lower` and `upper` are null where no moving range is left to draw them from, as in a series that never moves. */
export interface XmrLimits {
  readonly mean: number;
  readonly lower: number | null;
  readonly upper: number | null;
}

const meanOf = (values: readonly number[]): number => sum(values) / values.length;

/**
 * Mean and process limits: mean ∓ 2.66 × mean moving range. With `screenOutliers`, ranges of at least 3.267 times their
 * mean are left out once. Two values or more (callers check).
 */
export const xmrLimits = (values: readonly number[], screenOutliers: boolean): XmrLimits => {
  const ranges = values.slice(1).map((value, i) => Math.abs(value - (values[i] ?? value)));
  const meanRange = meanOf(ranges);
  const kept = screenOutliers ? ranges.filter((range) => range < RANGE_LIMIT_FACTOR * meanRange) : ranges;
  const mean = meanOf(values);
  if (kept.length === 0) return { mean, lower: null, upper: null };
  const halfWidth = LIMIT_FACTOR * meanOf(kept);
  return { mean, lower: mean - halfWidth, upper: mean + halfWidth };
};
