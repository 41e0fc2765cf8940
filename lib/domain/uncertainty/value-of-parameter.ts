import { diagonalOf, factorise, solve } from '@/lib/domain/statistics/cholesky';
import { finiteCheck, firstReason, lengthCheck, sizeCheck } from '@/lib/domain/statistics/input-checks';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { sum } from '@/lib/domain/statistics/sum';

export interface ParameterValue {
  /** Expected gain from knowing this parameter before choosing, in the unit of the benefit; at least 0. */
  readonly evppi: number;
  /** Expected gain from knowing everything: no parameter is worth more. */
  readonly evpi: number;
  /** Share of the variance of the benefit that the parameter alone accounts for, 0 to 1. */
  readonly varianceShare: number;
}

const DEGREE = 3;
/** Draws from which a cubic is no longer led by chance. */
const LEAST_DRAWS = 64;

const meanOf = (values: readonly number[]): number => sum(values) / values.length;
const positive = (value: number): number => Math.max(0, value);
/** Gain over always taking the option that is better on average, of two. */
const gainOf = (benefits: readonly number[]): number =>
  positive(meanOf(benefits.map(positive)) - positive(meanOf(benefits)));

/** Mean benefit of each value of a parameter that has no more values than a cubic needs, such as whether something acts at all. */
const groupMeans = (parameter: readonly number[], benefit: readonly number[]): number[] => {
  const groups = new Map<number, number[]>();
  parameter.forEach((one, draw) => {
    const group = groups.get(one) ?? [];
    group.push(benefit[draw] ?? 0);
    groups.set(one, group);
  });
  const means = new Map([...groups].map(([one, values]) => [one, meanOf(values)]));
  return parameter.map((one) => means.get(one) ?? 0);
};

/** Cubic of standard units of the parameter, fitted by least squares; null where the parameter doesn't vary. */
const smoothed = (parameter: readonly number[], benefit: readonly number[]): number[] | null => {
  const centre = meanOf(parameter);
  const spread = Math.sqrt(meanOf(parameter.map((one) => (one - centre) ** 2)));
  if (!(spread > 1e-12 * (1 + Math.abs(centre)))) return null;
  if (new Set(parameter).size <= DEGREE) return groupMeans(parameter, benefit);
  const size = DEGREE + 1;
  const rows = parameter.map((one) => Array.from({ length: size }, (_, power) => ((one - centre) / spread) ** power));
  const matrix = new Float64Array(size * size);
  const right = new Float64Array(size);
  rows.forEach((row, draw) => {
    row.forEach((left, j) => {
      right[j] = (right[j] ?? 0) + left * (benefit[draw] ?? 0);
      row.slice(0, j + 1).forEach((other, k) => {
        matrix[j * size + k] = (matrix[j * size + k] ?? 0) + left * other;
      });
    });
  });
  if (!factorise(matrix, size, diagonalOf(matrix, size))) return null;
  const coefficients = solve(matrix, right);
  return rows.map((row) => row.reduce((total, one, j) => total + one * (coefficients[j] ?? 0), 0));
};

/**
 * What it is worth to learn one parameter before choosing between an option and doing nothing: mean of the better choice given
 * the parameter, less the better choice without. The benefit given the parameter is a cubic fitted to the draws, of up to three
 * values their means. It ranks what a trial or survey could best find out.
 * Refuses `too_few_values` (below 64 draws), `lengths_differ`, `not_finite`, `no_variation`.
 * Source: Strong, Oakley and Brennan 2014 (regression on draws).
 * @param netBenefit of the option against doing nothing, one a draw; @param parameter its value in that draw
 */
export const valueOfParameter = (
  netBenefit: readonly number[],
  parameter: readonly number[],
): Outcome<ParameterValue> => {
  const reason = firstReason(
    sizeCheck(netBenefit, LEAST_DRAWS),
    lengthCheck(netBenefit, parameter),
    finiteCheck(netBenefit, parameter),
  );
  if (reason) return refused(reason);
  const given = smoothed(parameter, netBenefit);
  if (!given) return refused('no_variation');
  const evpi = gainOf(netBenefit);
  const centre = meanOf(netBenefit);
  const around = (values: readonly number[]): number => meanOf(values.map((one) => (one - centre) ** 2));
  const whole = around(netBenefit);
  return computed({
    evppi: Math.min(evpi, gainOf(given)),
    evpi,
    varianceShare: whole > 0 ? Math.min(1, around(given) / whole) : 0,
  });
};
