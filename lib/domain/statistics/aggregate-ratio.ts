import { countCheck, finiteCheck, firstReason, lengthCheck, sizeCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { sum } from './sum';

/**
 * The ratio of a whole from its parts: Σ numerators ÷ Σ denominators, never the mean of the parts' ratios.
 *
 * Domain: one part or more, values 0 or more, denominators with a sum above 0.
 * Refuses `not_finite`, `lengths_differ`, `too_few_values`, `negative_events`, `no_denominator`, `out_of_range`.
 * Source: definition of a pooled ratio.
 */
export const aggregateRatio = (
  numerators: readonly number[],
  denominators: readonly number[],
): Outcome<{ ratio: number }> => {
  const reason = firstReason(
    finiteCheck(numerators, denominators),
    lengthCheck(numerators, denominators),
    sizeCheck(numerators, 1),
    countCheck(numerators, denominators),
    sum(denominators) > 0 ? null : 'no_denominator',
  );
  return reason ? refused(reason) : computed({ ratio: sum(numerators) / sum(denominators) });
};
