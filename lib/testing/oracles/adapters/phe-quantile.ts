import { z } from 'zod';
import { quantileGroups } from '@/lib/domain/statistics/quantile-groups';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';

const Input = z.object({ values: z.array(z.number().nullable()), nquantiles: z.number(), invert: z.boolean() });

/** The set answers null for every area where the method refuses for want of figures. */
export const pheQuantile: Adapter = (raw) => {
  const { values, nquantiles, invert } = Input.parse(raw);
  const result = quantileGroups(values, nquantiles, invert);
  if (result.kind === 'computed') return { quantile: result.groups };
  return result.reason === 'too_few_values' ? { quantile: values.map(() => null) } : { refused: result.reason };
};
