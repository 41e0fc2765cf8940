import { countCheck, finiteCheck, firstReason, sizeCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { sum } from './sum';

/**
 * Gini coefficient: 0 where all values are equal, near 1 where one unit has everything. `smallSample` is times n ÷ (n − 1).
 *
 * Domain: two values or more, 0 or more, not all 0. Unweighted. Refuses `not_finite`, `too_few_values`,
 * `negative_events`, `no_events`, `out_of_range`.
 * Source: Sen 1973: Σ(2i − n − 1)x₍ᵢ₎ ÷ (n Σx).
 */
export const gini = (values: readonly number[]): Outcome<{ gini: number; smallSample: number }> => {
  const total = sum(values);
  const n = values.length;
  const reason = firstReason(
    finiteCheck(values),
    sizeCheck(values, 2),
    countCheck(values),
    total > 0 ? null : 'no_events',
  );
  if (reason) return refused(reason);
  const sorted = [...values].sort((a, b) => a - b);
  // Paired from both ends, so that equal values give exactly 0.
  const spread = sum(
    sorted.slice(Math.ceil(n / 2)).map((value, i) => {
      const at = Math.ceil(n / 2) + i;
      return (2 * at + 1 - n) * (value - (sorted[n - 1 - at] ?? 0));
    }),
  );
  const coefficient = spread / (n * total);
  return computed({ gini: coefficient, smallSample: (coefficient * n) / (n - 1) });
};
