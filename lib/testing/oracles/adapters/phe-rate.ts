import { z } from 'zod';
import { rate } from '@/lib/domain/statistics/rate';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf } from './input-shapes';

const Input = z.object({ x: z.number(), n: z.number(), multiplier: z.number() });

export const pheRate: Adapter = (raw) => {
  const { x, n, multiplier } = Input.parse(raw);
  return answerOf(rate({ events: x, exposure: n, multiplier }), ({ value, limits95, limits998 }) => ({
    value,
    lower95: limits95.lower,
    upper95: limits95.upper,
    lower998: limits998.lower,
    upper998: limits998.upper,
    method: limits95.method === 'Byar' ? 'Byars' : limits95.method,
  }));
};
