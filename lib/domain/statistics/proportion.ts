import type { Interval } from '@/lib/domain/measure/measure';
import { finiteCheck, firstReason, multiplierCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { type ConfidenceLevel, wilsonInterval } from './wilson';

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
  const scaled = (level: ConfidenceLevel) => {
    const result = wilsonInterval(events, total, level);
    if (result.kind === 'refused') return result;
    const { lower, upper } = result.interval;
    return { ...result, interval: { ...result.interval, lower: lower * multiplier, upper: upper * multiplier } };
  };
  const at95 = scaled(0.95);
  const at998 = scaled(0.998);
  if (at95.kind === 'refused') return at95;
  if (at998.kind === 'refused') return at998;
  const reason = firstReason(finiteCheck([multiplier]), multiplierCheck(multiplier));
  if (reason) return refused(reason);
  return computed({ value: (events / total) * multiplier, limits95: at95.interval, limits998: at998.interval });
};
