import { standardNormalQuantile } from './confidence-level';
import { funnelAxis, funnelRange } from './funnel-axis';
import {
  countCheck,
  denominatorCheck,
  finiteCheck,
  firstReason,
  lengthCheck,
  multiplierCheck,
  partCheck,
  rangeCheck,
  sizeCheck,
} from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { sum } from './sum';

/** Control limits at one size of unit. "2 sigma" cuts off 2.5 % at each side, "3 sigma" 0.1 %. */
export interface FunnelPoint {
  /** Position on the x-axis: population for proportions, events for rates and ratios. */
  readonly x: number;
  readonly lower2Sigma: number;
  readonly upper2Sigma: number;
  readonly lower3Sigma: number;
  readonly upper3Sigma: number;
}

/** Limits of a proportion about the average at a unit of `size`; as a share, cut to 0 to 1. */
export const proportionLimitsAt = (average: number, size: number): FunnelPoint => {
  const standardError = Math.sqrt((average * (1 - average)) / size);
  const limit = (z: number): number => Math.min(1, Math.max(0, average + z * standardError));
  const z2 = standardNormalQuantile(0.95);
  const z3 = standardNormalQuantile(0.998);
  return {
    x: size,
    lower2Sigma: limit(-z2),
    upper2Sigma: limit(z2),
    lower3Sigma: limit(-z3),
    upper3Sigma: limit(z3),
  };
};

/** Whole numbers beyond this are no longer written with all their digits, on which the axis is built. */
const LARGEST_SIZE = 1e15;

interface ProportionFunnelInput {
  readonly numerators: readonly number[];
  readonly denominators: readonly number[];
  /** 1 for shares, 100 for per cent. */
  readonly multiplier?: number;
}

/**
 * Funnel control limits of a proportion at 100 sizes, about the average Σ numerators ÷ Σ denominators.
 *
 * Domain: two units or more, 0 ≤ numerator ≤ denominator, denominators above 0.
 * Refuses `not_finite`, `lengths_differ`, `too_few_values`, `no_denominator`, `negative_events`, `events_exceed_total`,
 * `out_of_range`.
 * Source: Spiegelhalter 2005; OHID's method for Fingertips (Wilson limits solved for the size). Limits are cut at the
 * multiplier, whatever it is.
 */
export const proportionFunnel = ({
  numerators,
  denominators,
  multiplier = 1,
}: ProportionFunnelInput): Outcome<{ average: number; points: readonly FunnelPoint[] }> => {
  const reason = firstReason(
    finiteCheck(numerators, denominators, [multiplier]),
    lengthCheck(numerators, denominators),
    sizeCheck(numerators, 2),
    denominatorCheck(denominators),
    countCheck(numerators),
    partCheck(numerators, denominators),
    rangeCheck(denominators, 0, LARGEST_SIZE),
    multiplierCheck(multiplier),
  );
  if (reason) return refused(reason);
  const average = sum(numerators) / sum(denominators);
  const points = funnelAxis(funnelRange(denominators)).map((size): FunnelPoint => {
    const limits = proportionLimitsAt(average, size);
    return {
      x: size,
      lower2Sigma: limits.lower2Sigma * multiplier,
      upper2Sigma: limits.upper2Sigma * multiplier,
      lower3Sigma: limits.lower3Sigma * multiplier,
      upper3Sigma: limits.upper3Sigma * multiplier,
    };
  });
  return computed({ average: average * multiplier, points });
};
