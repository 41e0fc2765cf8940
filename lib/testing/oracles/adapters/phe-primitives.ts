import { z } from 'zod';
import { byarLimits } from '@/lib/domain/statistics/poisson-limits';
import { wilsonInterval } from '@/lib/domain/statistics/wilson';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf } from './input-shapes';

const Input = z.object({
  method: z.enum(['Wilson', 'Byars']),
  x: z.number(),
  n: z.number().nullish(),
  confidence: z.literal([0.9, 0.95, 0.99, 0.998]),
});

export const phePrimitives: Adapter = (raw) => {
  const { method, x, n, confidence } = Input.parse(raw);
  if (method === 'Byars') return answerOf(byarLimits(x, confidence), ({ lower, upper }) => ({ lower, upper }));
  const result = wilsonInterval(x, n ?? 0, confidence);
  return result.kind === 'refused' ? { refused: result.reason } : { ...result.interval };
};
