import type { Interval } from '@/lib/domain/measure/measure';
import { finiteCheck, firstReason, multiplierCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { wilsonInterval, wilsonLimits } from './wilson';

export interface ProportionEstimate {
  /** `events` ÷ `total` × `multiplier`. */
  readonly value: number;
  /** In the unit of `value`. */
  readonly limits95: Interval;
  readonly limits998: Interval;
}

/**
 * A proportion with Wilson score limits at 95 % and 99.8 %, all times `multiplier` (1 for a share, 100 for per cent).
 *
 * Domain: `events` and `total` are counts, 0 ≤ `events` ≤ `total`, `total` above 0, `multiplier` above 0.
 * Refuses `not_finite`, `no_denominator`, `negative_events`, `events_exceed_total`, `out_of_range`.
 * Source: Wilson 1927, as used by OHID for Fingertips indicators.
 */
export const proportion = (events: number, total: number, multiplier = 1): Outcome<ProportionEstimate> => {
  const at95 = wilsonInterval(events, total, 0.95);
  if (at95.kind === 'refused') return at95;
  const reason = firstReason(finiteCheck([multiplier]), multiplierCheck(multiplier));
  if (reason) return refused(reason);
  const scaled = (interval: Interval): Interval => ({
    ...interval,
    lower: interval.lower * multiplier,
    upper: interval.upper * multiplier,
  });
  return computed({
    value: (events / total) * multiplier,
    limits95: scaled(at95.interval),
    limits998: scaled(wilsonLimits(events, total, 0.998)),
  });
};
