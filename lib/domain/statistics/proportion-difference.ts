import type { Interval } from '@/lib/domain/measure/measure';
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
  const p1 = first.events / first.total;
  const p2 = second.events / second.total;
  const difference = p1 - p2;
  return computed({
    difference,
    interval: {
      lower: difference - Math.hypot(p1 - one.interval.lower, two.interval.upper - p2),
      upper: difference + Math.hypot(one.interval.upper - p1, p2 - two.interval.lower),
      level,
      method: 'Newcombe',
    },
  });
};
