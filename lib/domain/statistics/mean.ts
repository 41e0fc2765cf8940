import type { Interval } from '@/lib/domain/measure/measure';
import type { ConfidenceLevel } from './confidence-level';
import { finiteCheck, firstReason, sizeCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { studentQuantile } from './student-t';
import { sum } from './sum';

export interface MeanEstimate {
  readonly value: number;
  readonly sum: number;
  readonly n: number;
  /** Sample standard deviation, n − 1 in the denominator. */
  readonly standardDeviation: number;
  readonly limits95: Interval;
  readonly limits998: Interval;
}

/**
 * The mean of a sample with Student's t limits (n − 1 degrees of freedom) at 95 % and 99.8 %, in the unit of `values`.
 *
 * Domain: 2 values or more; one value has no interval. Refuses `not_finite`, `too_few_values`, `out_of_range`.
 * Source: as used by OHID for means in Fingertips. The variance is taken in two passes about the mean, so that a large
 * mean with a small spread keeps its digits.
 */
export const mean = (values: readonly number[]): Outcome<MeanEstimate> => {
  const reason = firstReason(finiteCheck(values), sizeCheck(values, 2));
  if (reason) return refused(reason);
  const n = values.length;
  const total = sum(values);
  const rough = total / n;
  const value = rough + sum(values.map((one) => one - rough)) / n;
  const standardDeviation = Math.sqrt(sum(values.map((one) => (one - value) ** 2)) / (n - 1));
  const limits = (level: ConfidenceLevel): Interval => {
    const halfWidth = (studentQuantile(level, n - 1) * standardDeviation) / Math.sqrt(n);
    return { lower: value - halfWidth, upper: value + halfWidth, level, method: "Student's t" };
  };
  return computed({ value, sum: total, n, standardDeviation, limits95: limits(0.95), limits998: limits(0.998) });
};
