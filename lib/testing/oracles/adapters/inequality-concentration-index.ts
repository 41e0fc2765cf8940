import { z } from 'zod';
import { concentrationIndex } from '@/lib/domain/statistics/concentration-index';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, numbers } from './input-shapes';

const Input = z.object({
  outcome: numbers,
  rank_variable: numbers,
  weight: numbers,
  bounds: z.tuple([z.literal(0), z.literal(1)]),
});

export const inequalityConcentrationIndex: Adapter = (raw) => {
  const { outcome: outcomes, rank_variable: ranking, weight: weights } = Input.parse(raw);
  return answerOf(concentrationIndex({ outcomes, ranking, weights }), (result) => ({
    concentration_index: result.concentrationIndex,
    generalised: result.generalised,
    wagstaff: result.wagstaff,
    erreygers: result.erreygers,
    fractional_rank: result.fractionalRanks,
  }));
};
