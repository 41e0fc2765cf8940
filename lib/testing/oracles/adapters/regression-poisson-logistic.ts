import { z } from 'zod';
import { logisticRegression } from '@/lib/domain/statistics/logistic-regression';
import { poissonRegression } from '@/lib/domain/statistics/poisson-regression';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, numbers } from './input-shapes';

const Input = z.discriminatedUnion('model', [
  z.object({
    model: z.literal('poisson_log_offset'),
    imd: numbers,
    rural: numbers,
    denominator: numbers,
    count: numbers,
  }),
  z.object({ model: z.literal('logistic'), imd: numbers, female: numbers, y: numbers }),
]);

const named = (second: string, values: readonly number[]) => ({
  const: values[0],
  imd: values[1],
  [second]: values[2],
});

export const regressionPoissonLogistic: Adapter = (raw) => {
  const input = Input.parse(raw);
  if (input.model === 'poisson_log_offset') {
    const { count: observed, imd, rural, denominator: exposures } = input;
    return answerOf(poissonRegression({ observed, covariates: [imd, rural], exposures }), (fit) => ({
      beta: named('rural', fit.coefficients),
      se_model: named('rural', fit.modelErrors),
      se_hc0: named('rural', fit.hc0Errors),
      deviance: fit.deviance,
      pearson_dispersion: fit.pearsonDispersion,
    }));
  }
  const fit = logisticRegression({ observed: input.y, covariates: [input.imd, input.female] });
  if (fit.kind === 'refused') return { separated: fit.reason === 'separated', refused: fit.reason };
  return {
    separated: false,
    beta: named('female', fit.coefficients),
    se: named('female', fit.modelErrors),
    deviance: fit.deviance,
  };
};
