import type { Interval } from '@/lib/domain/measure/measure';
import { countCheck, denominatorCheck, finiteCheck, firstReason, multiplierCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { poissonInterval } from './poisson-limits';

export interface RateEstimate {
  /** `events` ÷ `exposure` × `multiplier`. */
  readonly value: number;
  /** In the unit of `value`. */
  readonly limits95: Interval;
  readonly limits998: Interval;
}

interface RateInput {
  readonly events: number;
  /** Person-time or population; may be fractional. */
  readonly exposure: number;
  readonly multiplier: number;
}

const scaled = (interval: Interval, scale: number): Interval => ({
  ...interval,
  lower: interval.lower * scale,
  upper: interval.upper * scale,
});

/**
 * A rate per `multiplier` of `exposure` with limits at 95 % and 99.8 %: exact Poisson below 10 events, Byar's from 10.
 *
 * Domain: `events` 0 or more (a count; may exceed `exposure`), `exposure` above 0, `multiplier` above 0.
 * Refuses `not_finite`, `no_denominator`, `negative_events`, `out_of_range`.
 * Source: Breslow and Day 1987, as used by OHID for crude rates in Fingertips.
 */
export const rate = ({ events, exposure, multiplier }: RateInput): Outcome<RateEstimate> => {
  const reason = firstReason(
    finiteCheck([events, exposure, multiplier]),
    denominatorCheck([exposure]),
    multiplierCheck(multiplier),
    countCheck([events]),
  );
  if (reason) return refused(reason);
  const scale = multiplier / exposure;
  return computed({
    value: events * scale,
    limits95: scaled(poissonInterval(events, 0.95), scale),
    limits998: scaled(poissonInterval(events, 0.998), scale),
  });
};
