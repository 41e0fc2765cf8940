import { countCheck, finiteCheck, firstReason, sizeCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { sum } from './sum';

/**
 * Theil's T, in nats: 0 where all values are equal, ln n where one unit has everything. A zero contributes nothing to the
 * sum but counts in the mean.
 *
 * Domain: one value or more, 0 or more, not all 0. Refuses `not_finite`, `too_few_values`, `negative_events`,
 * `no_events`, `out_of_range`.
 * Source: Theil 1967.
 */
export const theil = (values: readonly number[]): Outcome<{ theil: number }> => {
  const mean = sum(values) / values.length;
  const reason = firstReason(
    finiteCheck(values),
    sizeCheck(values, 1),
    countCheck(values),
    mean > 0 ? null : 'no_events',
  );
  if (reason) return refused(reason);
  const terms = values.map((value) => (value === 0 ? 0 : (value / mean) * Math.log(value / mean)));
  return computed({ theil: sum(terms) / values.length });
};
