import { z } from 'zod';
import { aggregateRatio } from '@/lib/domain/statistics/aggregate-ratio';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, numbers } from './input-shapes';

export const retentionAggregateRatio: Adapter = (raw) => {
  const { numerators, denominators } = z.object({ numerators: numbers, denominators: numbers }).parse(raw);
  return answerOf(aggregateRatio(numerators, denominators), ({ ratio }) => ({ aggregate_pct: ratio * 100 }));
};
