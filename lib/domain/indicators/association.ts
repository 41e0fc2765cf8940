import type { Interval } from '@/lib/domain/measure/measure';
import type { ConfidenceLevel } from '@/lib/domain/statistics/confidence-level';
import { finiteCheck, firstReason, sizeCheck } from '@/lib/domain/statistics/input-checks';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { studentQuantile } from '@/lib/domain/statistics/student-t';
import { sum, sumOfProducts } from '@/lib/domain/statistics/sum';

export interface AssociationPoint {
  readonly x: number;
  readonly y: number;
}

export interface Association {
  /** Number of areas. */
  readonly n: number;
  /** Difference of y for each unit of x between areas; not an effect. */
  readonly slope: number;
  readonly intercept: number;
  readonly slopeInterval: Interval;
}

/** A line through fewer areas than this says nothing. */
export const LEAST_AREAS_FOR_SLOPE = 5;

const meanOf = (values: readonly number[]): number => sum(values) / values.length;

/**
 * Straight line through one point for each area, by ordinary least squares, each area counting the same, with a t
 * interval on n − 2 degrees of freedom. An association between areas: it says nothing about people and names no cause.
 *
 * Domain: five areas or more, finite values, x not the same everywhere. Refuses `not_finite`, `too_few_values`,
 * `no_variation`. Source: any textbook of regression; the t quantile is that of `studentQuantile`.
 */
export const association = (
  points: readonly AssociationPoint[],
  level: ConfidenceLevel = 0.95,
): Outcome<Association> => {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const reason = firstReason(
    finiteCheck(xs, ys),
    sizeCheck(points, LEAST_AREAS_FOR_SLOPE),
    xs.every((x) => x === xs[0]) ? 'no_variation' : null,
  );
  if (reason) return refused(reason);
  const [meanX, meanY] = [meanOf(xs), meanOf(ys)];
  const dx = xs.map((x) => x - meanX);
  const dy = ys.map((y) => y - meanY);
  const spread = sumOfProducts(dx, dx);
  const slope = sumOfProducts(dx, dy) / spread;
  const residuals = dy.map((y, i) => y - slope * (dx[i] ?? 0));
  const degreesOfFreedom = points.length - 2;
  const standardError = Math.sqrt(sumOfProducts(residuals, residuals) / degreesOfFreedom / spread);
  const margin = studentQuantile(level, degreesOfFreedom) * standardError;
  return computed({
    n: points.length,
    slope,
    intercept: meanY - slope * meanX,
    slopeInterval: { lower: slope - margin, upper: slope + margin, level, method: 'Least squares, t' },
  });
};
