import { z } from 'zod';
import { globalEmpiricalBayes, localEmpiricalBayes } from '@/lib/domain/statistics/empirical-bayes';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, fromZero, neighbours, numbers } from './input-shapes';

const Input = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['global_poisson_marshall', 'global_binomial']), count: numbers, population: numbers }),
  z.object({
    kind: z.literal('local_marshall'),
    count: numbers,
    population: numbers,
    neighbours_1based: neighbours,
  }),
]);

export const spatialEmpiricalBayes: Adapter = (raw) => {
  const input = Input.parse(raw);
  const rates = { counts: input.count, populations: input.population };
  if (input.kind === 'local_marshall')
    return answerOf(localEmpiricalBayes(rates, fromZero(input.neighbours_1based)), (result) => ({
      raw: result.raw,
      eb: result.smoothed,
    }));
  const result = globalEmpiricalBayes(rates, input.kind === 'global_binomial' ? 'binomial' : 'poisson');
  return answerOf(result, ({ between: a, average: b, raw: rawRates, smoothed: eb }) => ({ a, b, raw: rawRates, eb }));
};
