import type { Interval } from '@/lib/domain/measure/measure';
import { combinedLimits } from './combined-limits';
import type { ConfidenceLevel } from './confidence-level';
import { computed, type Outcome } from './outcome';
import { wilsonInterval } from './wilson';

interface Part {
  readonly events: number;
  readonly total: number;
}

/**
 * Difference of two independent proportions, first less second, with Newcombe's hybrid score interval; all as shares.
 *
 * Domain: counts, 0 ≤ `events` ≤ `total`, `total` above 0.
 * Refuses `not_finite`, `no_denominator`, `negative_events`, `events_exceed_total`.
 * Source: Newcombe 1998, method 10, without continuity correction.
 */
export const proportionDifference = (
  first: Part,
  second: Part,
  level: ConfidenceLevel = 0.95,
): Outcome<{ difference: number; interval: Interval }> => {
  const one = wilsonInterval(first.events, first.total, level);
  const two = wilsonInterval(second.events, second.total, level);
  if (one.kind === 'refused') return one;
  if (two.kind === 'refused') return two;
  const { value, lower, upper } = combinedLimits([
    { weight: 1, value: first.events / first.total, ...one.interval },
    { weight: -1, value: second.events / second.total, ...two.interval },
  ]);
  return computed({ difference: value, interval: { lower, upper, level, method: 'Newcombe' } });
};
