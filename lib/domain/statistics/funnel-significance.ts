import type { Interval } from '@/lib/domain/measure/measure';
import {
  countCheck,
  denominatorCheck,
  finiteCheck,
  firstReason,
  lengthCheck,
  partCheck,
  sizeCheck,
} from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { poissonInterval } from './poisson-limits';
import { proportionLimitsAt } from './proportion-funnel';
import { sum } from './sum';

/** Where a unit lies against the average; the number is the tail probability. High and low are not good and bad. */
export type FunnelSignificance = 'high_0.001' | 'high_0.025' | 'low_0.001' | 'low_0.025' | 'not_significant';

interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

const classified = (value: number, at2: Bounds, at3: Bounds): FunnelSignificance => {
  if (value > at3.upper) return 'high_0.001';
  if (value < at3.lower) return 'low_0.001';
  if (value > at2.upper) return 'high_0.025';
  return value < at2.lower ? 'low_0.025' : 'not_significant';
};

const proportionSignificance = (value: number, average: number, size: number): FunnelSignificance => {
  const limits = proportionLimitsAt(average, size);
  return classified(
    value,
    { lower: limits.lower2Sigma, upper: limits.upper2Sigma },
    { lower: limits.lower3Sigma, upper: limits.upper3Sigma },
  );
};

/** The unit is high where the count expected at the average lies below the interval of its own. */
const countSignificance = (events: number, expected: number): FunnelSignificance => {
  const mirrored = (interval: Interval): Bounds => ({ lower: -interval.upper, upper: -interval.lower });
  return classified(-expected, mirrored(poissonInterval(events, 0.95)), mirrored(poissonInterval(events, 0.998)));
};

interface FunnelSignificanceInput {
  /** A ratio is compared with 1 (observed against expected); a proportion and a rate with the average of the units. */
  readonly statistic: 'proportion' | 'rate' | 'ratio';
  readonly numerators: readonly number[];
  /** Populations, exposures or expected counts. */
  readonly denominators: readonly number[];
}

/**
 * Which units lie outside the funnel: beyond the 99.8 % limits, beyond the 95 % limits, or within.
 *
 * Domain: two units or more (one for a ratio), counts 0 or more, denominators above 0, for a proportion none above its
 * denominator. Refuses `not_finite`, `lengths_differ`, `too_few_values`, `no_denominator`, `negative_events`,
 * `events_exceed_total`, `out_of_range`. A directly standardised rate on fewer than 10 events has no funnel test: leave it out.
 * Source: OHID's method for Fingertips: limits about the average for proportions, exact (below 10) or Byar's limits of
 * the count for rates and ratios.
 */
export const funnelSignificance = ({
  statistic,
  numerators,
  denominators,
}: FunnelSignificanceInput): Outcome<{ units: readonly FunnelSignificance[] }> => {
  const reason = firstReason(
    finiteCheck(numerators, denominators),
    lengthCheck(numerators, denominators),
    sizeCheck(numerators, statistic === 'ratio' ? 1 : 2),
    denominatorCheck(denominators),
    countCheck(numerators),
    statistic === 'proportion' ? partCheck(numerators, denominators) : null,
  );
  if (reason) return refused(reason);
  const average = statistic === 'ratio' ? 1 : sum(numerators) / sum(denominators);
  if (!Number.isFinite(average)) return refused('out_of_range');
  const units = numerators.map((numerator, i) => {
    const denominator = denominators[i] ?? 0;
    return statistic === 'proportion'
      ? proportionSignificance(numerator / denominator, average, denominator)
      : countSignificance(numerator, average * denominator);
  });
  return computed({ units });
};
