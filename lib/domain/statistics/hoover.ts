import { countCheck, finiteCheck, firstReason, sizeCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { sum } from './sum';

/**
 * Hoover index: the share of the total that would have to move for all units to be equal, 0 to 1.
 *
 * Domain: one value or more, 0 or more, not all 0. Refuses `not_finite`, `too_few_values`, `negative_events`,
 * `no_events`, `out_of_range`.
 * Source: Hoover 1936: Σ|x − mean| ÷ (2 Σx).
 */
export const hoover = (values: readonly number[]): Outcome<{ hoover: number }> => {
  const total = sum(values);
  const reason = firstReason(
    finiteCheck(values),
    sizeCheck(values, 1),
    countCheck(values),
    total > 0 ? null : 'no_events',
  );
  if (reason) return refused(reason);
  const mean = total / values.length;
  return computed({ hoover: sum(values.map((value) => Math.abs(value - mean))) / (2 * total) });
};
