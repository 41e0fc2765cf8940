import { solve, unitColumn } from '@/lib/domain/statistics/cholesky';
import {
  countCheck,
  denominatorCheck,
  finiteCheck,
  firstReason,
  lengthCheck,
  partCheck,
} from '@/lib/domain/statistics/input-checks';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { logisticFamily, poissonFamily } from '@/lib/domain/statistics/regression-family';
import { sum } from '@/lib/domain/statistics/sum';
import { fitCells } from './cell-fit';
import { type CellDesign, type CellFamily, cellState, robustErrors, varianceOf } from './cell-newton';

export interface CellRegressionInput {
  readonly family: CellFamily;
  readonly counts: readonly number[];
  /** Young people who could enter, or people among whom those of the kind are counted. */
  readonly sizes: readonly number[];
  /** One column each; the constant is added. */
  readonly covariates: readonly (readonly number[])[];
}

/** One entry for each coefficient: the constant, then the covariates in order. */
export interface CellRegression {
  readonly coefficients: readonly number[];
  readonly modelErrors: readonly number[];
  /** Robust over cells, times √(n ÷ (n − k)). */
  readonly hc1Errors: readonly number[];
  readonly deviance: number;
  /** With the constant alone. */
  readonly nullDeviance: number;
  /** Pearson χ² ÷ (n − k). */
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
  readonly cells: number;
  readonly zeroCells: number;
  /** In the counts of a Poisson model, in the sizes of a binomial one. */
  readonly people: number;
}

const part = (count: number, of: number): number => (count > 0 ? count * Math.log(count / of) : 0);

/** Log-likelihood of a perfect fit, without what the data alone decide. */
const saturated = ({ family, counts, sizes }: CellDesign): number =>
  counts.reduce((total, count, cell) => {
    const size = sizes[cell] ?? 1;
    return total + part(count, size) + (family === 'poisson' ? -count : part(size - count, size));
  }, 0);

const designOf = ({ family, counts, sizes, covariates }: CellRegressionInput): CellDesign => {
  // A cell without people says nothing about shares.
  const kept = sizes.flatMap((size, cell) => (size > 0 ? [cell] : []));
  const width = covariates.length + 1;
  const rows = new Float64Array(kept.length * width);
  kept.forEach((cell, i) => {
    rows[i * width] = 1;
    covariates.forEach((column, k) => {
      rows[i * width + k + 1] = column[cell] ?? 0;
    });
  });
  // `Float64Array.from` with a function is ten times slower.
  const take = (values: readonly number[]) => new Float64Array(kept.map((cell) => values[cell] ?? 0));
  return { family, counts: take(counts), sizes: take(sizes), width, covariates: rows };
};

const reasonAgainst = ({ family, counts, sizes, covariates }: CellRegressionInput) => {
  const [events, people] = [sum(counts), sum(sizes)];
  const cells = family === 'poisson' ? counts.length : sizes.filter((size) => size > 0).length;
  return firstReason(
    finiteCheck(counts, sizes, ...covariates),
    lengthCheck(counts, sizes, ...covariates),
    countCheck(counts),
    family === 'poisson' ? denominatorCheck(sizes) : (countCheck(sizes) ?? partCheck(counts, sizes)),
    (family === 'poisson' ? events : people) > 0 ? null : 'no_events',
    cells > covariates.length + 1 ? null : 'too_few_values',
    family === 'binomial' && (events === 0 || events === people) ? 'no_variation' : null,
  );
};

/**
 * Regression of cells of people on covariates: Poisson pseudo-maximum likelihood with offset ln(size), or binomial with
 * logit link (cells without people are left out). An association, not an effect.
 *
 * Domain: more cells than coefficients, counts 0 or more (binomial: up to the size, some people of the kind and some not),
 * covariates that aren't combinations of one another. Refuses `not_finite`, `lengths_differ`, `negative_events`,
 * `no_denominator`, `events_exceed_total`, `no_events`, `too_few_values`, `no_variation`, `separated`, `collinear`,
 * `not_converged`, `out_of_range`.
 * Source: McCullagh and Nelder 1989; Santos Silva and Tenreyro 2006; White 1980 for the robust errors.
 */
export const cellRegression = (input: CellRegressionInput): Outcome<CellRegression> => {
  const reason = reasonAgainst(input);
  if (reason) return refused(reason);
  const design = designOf(input);
  const { family, counts, width } = design;
  const overall = sum(input.counts) / sum(input.sizes);
  const constant = (family === 'poisson' ? poissonFamily : logisticFamily).link(overall);
  const flat = cellState(
    design,
    Float64Array.from({ length: width }, (_, k) => (k === 0 ? constant : 0)),
  );
  const fit = fitCells(design, flat);
  if (fit.kind === 'refused') return fit;
  const { state, newton } = fit;
  const inverse = Array.from({ length: width }, (_, k) => solve(newton.factor, unitColumn(width, k)));
  const degreesOfFreedom = counts.length - width;
  const perfect = saturated(design);
  const squares = counts.map(
    (count, cell) => (count - (state.means[cell] ?? 0)) ** 2 / varianceOf(design, state, cell),
  );
  const smallSample = Math.sqrt(counts.length / degreesOfFreedom);
  return computed({
    coefficients: Array.from(state.beta),
    modelErrors: inverse.map((row, k) => Math.sqrt(row[k] ?? 0)),
    hc1Errors: robustErrors(design, state, inverse).map((error) => error * smallSample),
    deviance: 2 * (perfect - state.logLikelihood),
    nullDeviance: 2 * (perfect - flat.logLikelihood),
    dispersion: sum(Array.from(squares)) / degreesOfFreedom,
    degreesOfFreedom,
    cells: counts.length,
    zeroCells: counts.filter((count) => count === 0).length,
    people: sum(family === 'poisson' ? input.counts : input.sizes),
  });
};
