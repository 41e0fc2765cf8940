import { z } from 'zod';
import { proportion } from '@/lib/domain/statistics/proportion';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf } from './input-shapes';

const Input = z.object({ x: z.number(), n: z.number(), multiplier: z.number() });

export const pheProportion: Adapter = (raw) => {
  const { x, n, multiplier } = Input.parse(raw);
  return answerOf(proportion(x, n, multiplier), ({ value, limits95, limits998 }) => ({
    value,
    lower95: limits95.lower,
    upper95: limits95.upper,
    lower998: limits998.lower,
    upper998: limits998.upper,
  }));
};
