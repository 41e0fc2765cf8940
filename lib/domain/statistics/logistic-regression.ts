import { finiteCheck, firstReason, lengthCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { logisticFamily } from './regression-family';
import { fitRegression } from './regression-fit';
import { modelErrors } from './sandwich-errors';
import { sum } from './sum';

/** One entry for each coefficient: the constant, then the covariates in order. */
export interface LogisticRegression {
  /** On the logit scale: exp(coefficient) is an odds ratio. */
  readonly coefficients: readonly number[];
  readonly modelErrors: readonly number[];
  readonly deviance: number;
  /** Probabilities. */
  readonly fitted: readonly number[];
}

export interface LogisticRegressionInput {
  /** 0 or 1. */
  readonly observed: readonly number[];
  /** Covariates, one column each; the constant is added. */
  readonly covariates: readonly (readonly number[])[];
}

/**
 * Logistic regression. An association, not an effect.
 *
 * Domain: more observations than coefficients, outcomes 0 or 1 of both kinds, covariates that are not combinations of one
 * another and do not predict the outcome perfectly. Refuses `not_finite`, `lengths_differ`, `too_few_values`,
 * `out_of_range`, `no_variation`, `separated`, `collinear`, `not_converged`.
 * Source: McCullagh and Nelder 1989; separation: Albert and Anderson 1984.
 */
export const logisticRegression = ({ observed, covariates }: LogisticRegressionInput): Outcome<LogisticRegression> => {
  const events = sum(observed);
  const reason = firstReason(
    finiteCheck(observed, ...covariates),
    lengthCheck(observed, ...covariates),
    observed.length <= covariates.length + 1 ? 'too_few_values' : null,
    observed.every((y) => y === 0 || y === 1) ? null : 'out_of_range',
    events > 0 && events < observed.length ? null : 'no_variation',
  );
  if (reason) return refused(reason);
  const columns = [observed.map(() => 1), ...covariates];
  const fit = fitRegression({ family: logisticFamily, columns, observed, offset: observed.map(() => 0) });
  if (fit.kind === 'refused') return fit;
  return computed({
    coefficients: fit.coefficients,
    modelErrors: modelErrors(fit.factor, columns.length),
    deviance: fit.deviance,
    fitted: fit.fitted,
  });
};
