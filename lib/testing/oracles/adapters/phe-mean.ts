import { z } from 'zod';
import { mean } from '@/lib/domain/statistics/mean';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, numbers } from './input-shapes';

export const pheMean: Adapter = (raw) => {
  const { values } = z.object({ values: numbers }).parse(raw);
  return answerOf(mean(values), ({ sum, n, standardDeviation, value, limits95, limits998 }) => ({
    sum,
    n,
    sd: standardDeviation,
    value,
    lower95: limits95.lower,
    upper95: limits95.upper,
    lower998: limits998.lower,
    upper998: limits998.upper,
  }));
};
