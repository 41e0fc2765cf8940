import { denominatorCheck, finiteCheck, firstReason, sizeCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { sum, sumOfProducts } from './sum';

const POINTS = 5;
/** Chi-squared, 1 degree of freedom, at 99.8 %. */
const CRITICAL_CHI_SQUARED = 9.54954;
/** 95 % limits are 3.92 standard errors apart. */
const LIMITS_TO_STANDARD_ERROR = 3.92;

export interface TrendPoint {
  /** Position in time, in periods; gaps count. */
  readonly period: number;
  readonly value: number;
  readonly lower95: number;
  readonly upper95: number;
}

export interface Trend {
  readonly direction: 'increasing' | 'decreasing' | 'no_significant_change';
  /** Change of the value per period, weighted by precision. */
  readonly slope: number;
  readonly slopeStandardError: number;
  readonly chiSquared: number;
}

const standardErrorOf = (point: TrendPoint): number => (point.upper95 - point.lower95) / LIMITS_TO_STANDARD_ERROR;

const weightedSlope = (points: readonly TrendPoint[]) => {
  const weights = points.map((point) => 1 / standardErrorOf(point) ** 2);
  const periods = points.map((point) => point.period);
  const middle = sumOfProducts(weights, periods) / sum(weights);
  const centred = periods.map((period, i) => (period - middle) * (weights[i] ?? 0));
  const spread = sumOfProducts(
    centred,
    periods.map((period) => period - middle),
  );
  const values = points.map((point) => point.value);
  return { slope: sumOfProducts(centred, values) / spread, standardError: 1 / Math.sqrt(spread) };
};

const periodCheck = (points: readonly TrendPoint[]) =>
  points.every((point, i) => i === 0 || point.period > (points[i - 1]?.period ?? point.period)) ? null : 'out_of_range';

/**
 * Recent trend: the slope over the last five points, weighted by 1 ÷ SE². "Increasing" or "decreasing" only where
 * chi-squared is above 9.54954 (99.8 %) and the slope keeps its sign whichever point is left out.
 *
 * Domain: points in time order; null is a period without a figure and is passed over. Limits at 95 %, the upper above
 * the lower. Refuses `not_finite`, `too_few_values` (fewer than five points: the trend "cannot be calculated"),
 * `no_denominator` (an interval without width), `out_of_range` (periods out of order).
 * Source: OHID's recent-trend test for Fingertips.
 */
export const trendTest = (series: readonly (TrendPoint | null)[]): Outcome<Trend> => {
  const points = series.filter((point) => point !== null).slice(-POINTS);
  const reason = firstReason(
    finiteCheck(...points.map((point) => Object.values(point))),
    sizeCheck(points, POINTS),
    denominatorCheck(points.map(standardErrorOf)),
    periodCheck(points),
  );
  if (reason) return refused(reason);
  const { slope, standardError } = weightedSlope(points);
  const chiSquared = (slope / standardError) ** 2;
  const isSteady = points.every((left) => {
    const without = weightedSlope(points.filter((point) => point !== left));
    return Math.sign(without.slope) === Math.sign(slope);
  });
  const isSignificant = chiSquared > CRITICAL_CHI_SQUARED && isSteady;
  const direction = slope > 0 ? 'increasing' : 'decreasing';
  return computed({
    direction: isSignificant ? direction : 'no_significant_change',
    slope,
    slopeStandardError: standardError,
    chiSquared,
  });
};
