import { z } from 'zod';
import { segregation } from '@/lib/domain/statistics/segregation';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, numbers } from './input-shapes';

export const inequalitySegregation: Adapter = (raw) => {
  const { group_a, group_b } = z.object({ group_a: numbers, group_b: numbers }).parse(raw);
  return answerOf(segregation(group_a, group_b), (result) => ({
    dissimilarity: result.dissimilarity,
    isolation_a: result.isolation,
    exposure_a_to_b: result.exposure,
    H: result.informationIndex,
  }));
};
