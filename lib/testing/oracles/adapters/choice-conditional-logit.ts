import { z } from 'zod';
import { fitChoice } from '@/lib/domain/journey-models/choice-fit';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, numbers } from './input-shapes';

const Input = z.object({ id: numbers, alt: numbers, dist: numbers, imd: numbers, urban: numbers, choice: numbers });

const COVARIATES = ['dist', 'imd', 'urban'] as const;

const named = (values: readonly number[]) => Object.fromEntries(COVARIATES.map((name, k) => [name, values[k]]));

/** Every person is a row of one, the cases being in order of person and alternative. */
export const choiceConditionalLogit: Adapter = (raw) => {
  const input = Input.parse(raw);
  const alternatives = new Set(input.alt).size;
  const rows = input.id.length / alternatives;
  const fit = fitChoice({
    rows,
    alternatives,
    counts: Float64Array.from(input.choice),
    offsets: new Float64Array(input.id.length),
    covariateCount: COVARIATES.length,
    covariates: Float64Array.from(input.id.flatMap((_, cell) => COVARIATES.map((name) => input[name][cell] ?? 0))),
  });
  return answerOf(fit, ({ coefficients, modelErrors, logLikelihood, fitted }) => ({
    beta: named(coefficients),
    se: named(modelErrors),
    loglik: logLikelihood,
    loglik_null: -rows * Math.log(alternatives),
    mean_prob_by_alt: Array.from(
      { length: alternatives },
      (_, alternative) =>
        fitted.reduce((all, share, cell) => (cell % alternatives === alternative ? all + share : all), 0) / rows,
    ),
  }));
};
