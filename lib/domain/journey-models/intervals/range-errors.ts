import { AT_MOST, prudentErrors } from '@/lib/domain/journey-models/journey-model';
import type { SquareMatrix } from '@/lib/domain/statistics/cholesky';
import { solve } from '@/lib/domain/statistics/cholesky';
import { sumOfProducts } from '@/lib/domain/statistics/sum';
import type { Maximum } from './maximise';
import { type CellSpread, countsDispersion, rangeDispersion } from './range-spread';

/** A count within its range: how one more person moves the score, by place of the parameters, and what is known of the count. */
export interface ScoreOfCount {
  readonly cell: number;
  readonly places: readonly number[];
  readonly values: readonly number[];
  /** Expected within the range less expected by the model. */
  readonly residual: number;
  /** Within the range. */
  readonly variance: number;
}

interface ErrorsInput {
  readonly maximum: Maximum;
  readonly cells: number;
  /** What errors are wanted of: sums of parameters with these weights. */
  readonly contrasts: readonly Float64Array[];
  readonly scores: readonly ScoreOfCount[];
  readonly spread: CellSpread;
  readonly degreesOfFreedom: number;
}

/** What moves an estimate, cell by cell: as it is expected within the ranges, and the variance of it there. */
const influencesOf = (row: Float64Array, scores: readonly ScoreOfCount[], cells: number) => {
  const [mean, variance] = [new Float64Array(cells), new Float64Array(cells)];
  for (const { cell, places, values, ...one } of scores) {
    let reach = 0;
    for (let i = 0; i < places.length; i += 1) reach += (row[places[i] ?? 0] ?? 0) * (values[i] ?? 0);
    mean[cell] = (mean[cell] ?? 0) + reach * one.residual;
    variance[cell] = (variance[cell] ?? 0) + reach ** 2 * one.variance;
  }
  return { mean, variance };
};

const total = (values: Float64Array, of: (value: number, cell: number) => number): number =>
  values.reduce((all, value, cell) => all + of(value, cell), 0);

const errorsFrom = (factor: SquareMatrix, { contrasts, scores, cells }: ErrorsInput) =>
  contrasts.map((contrast) => {
    const row = solve(factor, contrast);
    const { mean, variance } = influencesOf(row, scores, cells);
    const at = (cell: number) => variance[cell] ?? 0;
    const squares = total(mean, (one) => one ** 2);
    const hidden = total(variance, (one) => one);
    // Four times the product and twice the square: the variance of a square of a normal number.
    const ofSquares = total(mean, (one, cell) => 4 * one ** 2 * at(cell) + 2 * at(cell) ** 2);
    return {
      modelError: Math.sqrt(sumOfProducts([...contrast], [...row])),
      robust: Math.sqrt(squares),
      mostRobust: Math.sqrt(squares + hidden + AT_MOST * Math.sqrt(ofSquares)),
      hidden,
    };
  });

export interface RangeErrors {
  readonly dispersion: number;
  readonly modelErrors: readonly number[];
  readonly hc1Errors: readonly number[];
  /** What is given. */
  readonly errors: readonly number[];
  /** Variance that rounding alone gives each estimate. */
  readonly hidden: readonly number[];
}

/**
 * Standard errors of a fit to ranges: those of the information that the ranges hold (Louis 1982), as prudent as those of counts, and
 * never below the most (99.9 %) that the counts themselves could have had, since what rounding hides may be spread, too.
 */
export const rangeErrors = (input: ErrorsInput): RangeErrors => {
  const { maximum, spread, degreesOfFreedom } = input;
  const smallSample = Math.sqrt(spread.residuals.length / degreesOfFreedom);
  const [own, ofCounts] = [errorsFrom(maximum.factor, input), errorsFrom(maximum.completeFactor, input)];
  const dispersion = rangeDispersion(spread, degreesOfFreedom);
  const modelErrors = own.map((one) => one.modelError);
  const hc1Errors = own.map((one) => one.robust * smallSample);
  const most = prudentErrors({
    modelErrors: ofCounts.map((one) => one.modelError),
    hc1Errors: ofCounts.map((one) => one.mostRobust * smallSample),
    dispersion: countsDispersion(spread, degreesOfFreedom),
  });
  const errors = prudentErrors({ modelErrors, hc1Errors, dispersion }).map((one, k) => Math.max(one, most[k] ?? 0));
  return { dispersion, modelErrors, hc1Errors, errors, hidden: ofCounts.map((one) => one.hidden) };
};
