import { countCheck, denominatorCheck, finiteCheck, firstReason, lengthCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { poissonFamily } from './regression-family';
import { fitRegression } from './regression-fit';
import { modelErrors, sandwichErrors } from './sandwich-errors';
import { sum } from './sum';

/** One entry for each coefficient: the constant, then the covariates in order. */
export interface PoissonRegression {
  /** On the log scale: exp(coefficient) is a rate ratio. */
  readonly coefficients: readonly number[];
  /** Standard errors if the counts were Poisson. */
  readonly modelErrors: readonly number[];
  /** Robust errors without small-sample factor, and times √(n ÷ (n − k)). */
  readonly hc0Errors: readonly number[];
  readonly hc1Errors: readonly number[];
  /** Model errors times √Pearson dispersion. */
  readonly quasiErrors: readonly number[];
  readonly deviance: number;
  /** Pearson χ² ÷ (n − k): 1 where the counts are Poisson. */
  readonly pearsonDispersion: number;
  readonly fitted: readonly number[];
}

export interface PoissonRegressionInput {
  /** Counts or flows, 0 or more; zeros stay in. */
  readonly observed: readonly number[];
  /** Covariates, one column each; the constant is added. */
  readonly covariates: readonly (readonly number[])[];
  /** Person-time or population, above 0; its log is the offset. */
  readonly exposures?: readonly number[];
}

const reasonAgainst = (
  observed: readonly number[],
  covariates: readonly (readonly number[])[],
  exposures: readonly number[],
) =>
  firstReason(
    finiteCheck(observed, exposures, ...covariates),
    lengthCheck(observed, exposures, ...covariates),
    observed.length <= covariates.length + 1 ? 'too_few_values' : null,
    countCheck(observed),
    denominatorCheck(exposures),
    sum(observed) > 0 ? null : 'no_events',
  );

/**
 * Poisson regression with log link, E[y] = exposure × exp(constant + Σ coefficient × covariate). With robust errors it is
 * Poisson pseudo-maximum likelihood: the values need not be whole numbers nor Poisson. An association, not an effect.
 *
 * Domain: more observations than coefficients, values 0 or more with some above 0, exposures above 0, covariates that are
 * not combinations of one another. Refuses `not_finite`, `lengths_differ`, `too_few_values`, `negative_events`,
 * `no_denominator`, `no_events`, `separated`, `collinear`, `not_converged`, `out_of_range`.
 * Source: McCullagh and Nelder 1989; Santos Silva and Tenreyro 2006.
 */
export const poissonRegression = (input: PoissonRegressionInput): Outcome<PoissonRegression> => {
  const { observed, covariates } = input;
  const exposures = input.exposures ?? observed.map(() => 1);
  const reason = reasonAgainst(observed, covariates, exposures);
  if (reason) return refused(reason);
  const columns = [observed.map(() => 1), ...covariates];
  const fit = fitRegression({ family: poissonFamily, columns, observed, offset: exposures.map(Math.log) });
  if (fit.kind === 'refused') return fit;
  const residuals = observed.map((y, i) => y - (fit.fitted[i] ?? 0));
  const freedom = observed.length - columns.length;
  const pearsonDispersion = sum(residuals.map((residual, i) => residual ** 2 / (fit.fitted[i] ?? 1))) / freedom;
  const model = modelErrors(fit.factor, columns.length);
  const hc0Errors = sandwichErrors(fit.factor, columns, residuals);
  return computed({
    coefficients: fit.coefficients,
    modelErrors: model,
    hc0Errors,
    hc1Errors: hc0Errors.map((error) => error * Math.sqrt(observed.length / freedom)),
    quasiErrors: model.map((error) => error * Math.sqrt(pearsonDispersion)),
    deviance: fit.deviance,
    pearsonDispersion,
    fitted: fit.fitted,
  });
};
