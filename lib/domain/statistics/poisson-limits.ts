import jstat from 'jstat';
import type { Interval } from '@/lib/domain/measure/measure';
import { type ConfidenceLevel, standardNormalQuantile, tailProbability } from './confidence-level';
import { countCheck, finiteCheck, firstReason } from './input-checks';
import { computed, type Outcome, refused } from './outcome';

/** Below this many events Byar's approximation is too coarse and the exact limits are used. */
const BYAR_FROM_EVENTS = 10;

const byarBound = (events: number, z: number): number =>
  events * (1 - 1 / (9 * events) + z / (3 * Math.sqrt(events))) ** 3;

const exactInterval = (events: number, level: ConfidenceLevel): Interval => {
  const tail = tailProbability(level);
  const lower = events === 0 ? 0 : jstat.chisquare.inv(tail, 2 * events) / 2;
  return { lower, upper: jstat.chisquare.inv(1 - tail, 2 * events + 2) / 2, level, method: 'Exact' };
};

const byarInterval = (events: number, level: ConfidenceLevel): Interval => {
  const z = standardNormalQuantile(level);
  return { lower: byarBound(events, -z), upper: byarBound(events + 1, z), level, method: 'Byar' };
};

/**
 * Byar's limits of a Poisson count, in events. `lower` is null at no events and where the formula falls below 0.
 *
 * Domain: `events` 0 or more. Refuses `not_finite`, `negative_events`.
 * Source: Breslow and Day 1987, volume II, p. 69.
 */
export const byarLimits = (
  events: number,
  level: ConfidenceLevel = 0.95,
): Outcome<{ lower: number | null; upper: number }> => {
  const reason = firstReason(finiteCheck([events]), countCheck([events]));
  if (reason) return refused(reason);
  const z = standardNormalQuantile(level);
  const lower = events === 0 ? -1 : byarBound(events, -z);
  return computed({ lower: lower < 0 ? null : lower, upper: byarBound(events + 1, z) });
};

/** As `poissonLimits`, for a count that the caller has checked. */
export const poissonInterval = (events: number, level: ConfidenceLevel): Interval =>
  events < BYAR_FROM_EVENTS ? exactInterval(events, level) : byarInterval(events, level);

/**
 * Limits of a Poisson count, in events: exact (chi-squared) below 10 events, Byar's from 10.
 *
 * Domain: `events` 0 or more; it may be fractional. Refuses `not_finite`, `negative_events`.
 * Source: Garwood 1936; Breslow and Day 1987; the switch at 10 is OHID's for Fingertips indicators.
 */
export const poissonLimits = (events: number, level: ConfidenceLevel = 0.95): Outcome<{ interval: Interval }> => {
  const reason = firstReason(finiteCheck([events]), countCheck([events]));
  return reason ? refused(reason) : computed({ interval: poissonInterval(events, level) });
};
