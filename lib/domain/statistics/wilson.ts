import type { Interval } from '@/lib/domain/measure/measure';
import { type ConfidenceLevel, standardNormalQuantile } from './confidence-level';

export type { ConfidenceLevel } from './confidence-level';

/** Why a proportion has no interval. */
export type WilsonRefusal = 'not_finite' | 'no_denominator' | 'negative_events' | 'events_exceed_total';

export type WilsonResult = { kind: 'interval'; interval: Interval } | { kind: 'refused'; reason: WilsonRefusal };

const refusal = (events: number, total: number): WilsonRefusal | null => {
  // Counts so large that the formula overflows are no counts.
  if (!Number.isFinite(events) || !Number.isFinite(4 * total)) return 'not_finite';
  if (total <= 0) return 'no_denominator';
  if (events < 0) return 'negative_events';
  return events > total ? 'events_exceed_total' : null;
};

/** As `wilsonInterval`, for counts that the caller has checked. */
export const wilsonLimits = (events: number, total: number, level: ConfidenceLevel): Interval => {
  const z = standardNormalQuantile(level);
  const centre = 2 * events + z * z;
  const spread = z * Math.sqrt(z * z + 4 * events * (1 - events / total));
  const scale = 2 * (total + z * z);
  // At 0 and at all events the algebra gives exactly 0 and 1; floating point need not.
  const lower = events === 0 ? 0 : (centre - spread) / scale;
  const upper = events === total ? 1 : (centre + spread) / scale;
  return { lower, upper, level, method: 'Wilson' };
};

/**
 * Wilson score interval of a proportion, `events` out of `total` (counts). Limits are proportions, 0 to 1, whatever the
 * unit of the indicator: multiply by 100 for a percentage. Refuses, rather than throws, where there is no proportion.
 * Source: Wilson 1927, as in OHID's PHEindicatormethods: (2x + z² ∓ z√(z² + 4x(1 − x/n))) ÷ 2(n + z²).
 */
export const wilsonInterval = (events: number, total: number, level: ConfidenceLevel = 0.95): WilsonResult => {
  const reason = refusal(events, total);
  return reason ? { kind: 'refused', reason } : { kind: 'interval', interval: wilsonLimits(events, total, level) };
};
