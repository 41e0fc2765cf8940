import { z } from 'zod';
import { gini } from '@/lib/domain/statistics/gini';
import { hoover } from '@/lib/domain/statistics/hoover';
import { theil } from '@/lib/domain/statistics/theil';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, numbers } from './input-shapes';

export const inequalityGiniTheilHoover: Adapter = (raw) => {
  const { values } = z.object({ values: numbers }).parse(raw);
  return {
    ...answerOf(gini(values), (result) => ({ gini: result.gini, gini_small_sample: result.smallSample })),
    ...answerOf(theil(values), (result) => ({ theil: result.theil })),
    ...answerOf(hoover(values), (result) => ({ hoover: result.hoover })),
  };
};
