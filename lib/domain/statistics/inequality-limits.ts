import type { DeprivationSlope } from './deprivation-slope';
import type { InequalityScale, Moments } from './inequality-scale';
import { sum, sumOfProducts } from './sum';

export interface Limits {
  readonly lower: number;
  readonly upper: number;
}

/** Limits of the difference and of the ratio between the two ends of the line; null where the ratio has no interval. */
export interface GradientLimits {
  readonly difference: Limits;
  readonly ratio: Limits | null;
}

const variance = (left: readonly number[], right: readonly number[], variances: readonly number[]): number =>
  sum(left.map((weight, i) => weight * (right[i] ?? 0) * (variances[i] ?? 0)));

/**
 * Limits of (fit at 1) ÷ (fit at 0). Both are normal, so r is a limit where fit(1) − r·fit(0) is z standard deviations
 * from 0 (Fieller 1954). Null where fit(0) itself is not clear of 0: the ratio is then unbounded.
 */
const fiellerLimits = (
  weights: DeprivationSlope,
  { means, variances }: { means: readonly number[]; variances: readonly number[] },
  z: number,
): Limits | null => {
  const { atMostDeprived: start, atLeastDeprived: end } = weights;
  const startMean = sumOfProducts(start, means);
  const endMean = sumOfProducts(end, means);
  const a = startMean ** 2 - z ** 2 * variance(start, start, variances);
  const b = startMean * endMean - z ** 2 * variance(start, end, variances);
  const c = endMean ** 2 - z ** 2 * variance(end, end, variances);
  if (a <= 0) return null;
  const root = Math.sqrt(Math.max(0, b ** 2 - a * c));
  return { lower: (b - root) / a, upper: (b + root) / a };
};

/** Closed-form limits where the line is fitted to the values as they are: the fit is linear in them. */
export const plainLimits = (weights: DeprivationSlope, moments: readonly Moments[], z: number): GradientLimits => {
  const means = moments.map((one) => one.mean);
  const variances = moments.map((one) => one.variance);
  const slope = sumOfProducts(weights.slope, means);
  const halfWidth = z * Math.sqrt(variance(weights.slope, weights.slope, variances));
  return {
    difference: { lower: slope - halfWidth, upper: slope + halfWidth },
    ratio: fiellerLimits(weights, { means, variances }, z),
  };
};

/**
 * Limits where the line is fitted on the log or logit scale: the slope's limits are laid symmetrically about the fit
 * at the middle and both ends are transformed back.
 */
export const transformedLimits = (
  weights: DeprivationSlope,
  fit: {
    readonly scale: InequalityScale;
    readonly values: readonly number[];
    readonly standardErrors: readonly number[];
  },
  z: number,
): GradientLimits => {
  const { scale, values, standardErrors } = fit;
  const variances = standardErrors.map((one) => one ** 2);
  const slope = sumOfProducts(weights.slope, values);
  const middle = sumOfProducts(weights.atMostDeprived, values) + slope / 2;
  const halfWidth = z * Math.sqrt(variance(weights.slope, weights.slope, variances));
  const ends = (limit: number) => ({ start: scale.from(middle - limit / 2), end: scale.from(middle + limit / 2) });
  const low = ends(slope - halfWidth);
  const high = ends(slope + halfWidth);
  return {
    difference: { lower: low.end - low.start, upper: high.end - high.start },
    ratio: { lower: low.end / low.start, upper: high.end / high.start },
  };
};
