import { z } from 'zod';
import { proportionDifference } from '@/lib/domain/statistics/proportion-difference';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf } from './input-shapes';

const Input = z.object({ x1: z.number(), n1: z.number(), x2: z.number(), n2: z.number() });

export const differenceNewcombe: Adapter = (raw) => {
  const { x1, n1, x2, n2 } = Input.parse(raw);
  const result = proportionDifference({ events: x1, total: n1 }, { events: x2, total: n2 });
  return answerOf(result, ({ difference, interval }) => ({
    difference,
    lower: interval.lower,
    upper: interval.upper,
  }));
};
