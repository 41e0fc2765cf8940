import { z } from 'zod';
import { type FunnelSignificance, funnelSignificance } from '@/lib/domain/statistics/funnel-significance';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, numbers } from './input-shapes';

const Input = z.discriminatedUnion('statistic', [
  z.object({ statistic: z.enum(['proportion', 'ratio']), numerator: numbers, denominator: numbers }),
  z.object({
    statistic: z.literal('rate'),
    rate_type: z.literal('crude'),
    multiplier: z.number(),
    numerator: numbers,
    rate: numbers,
    denominator: numbers,
  }),
]);
type Input = z.infer<typeof Input>;

const LABELS: Record<FunnelSignificance, string> = {
  'high_0.001': 'High (0.001)',
  'high_0.025': 'High (0.025)',
  'low_0.001': 'Low (0.001)',
  'low_0.025': 'Low (0.025)',
  not_significant: 'Not significant',
};

/** A rate's denominator follows from its numerator and value; where both are 0 it is given. */
const denominatorsOf = (input: Input): readonly number[] =>
  input.statistic === 'rate'
    ? input.numerator.map((count, i) =>
        count === 0 ? (input.denominator[i] ?? 0) : (input.multiplier * count) / (input.rate[i] ?? 0),
      )
    : input.denominator;

export const pheFunnelSignificance: Adapter = (raw) => {
  const input = Input.parse(raw);
  const { statistic, numerator: numerators } = input;
  return answerOf(funnelSignificance({ statistic, numerators, denominators: denominatorsOf(input) }), ({ units }) => ({
    significance: units.map((unit) => LABELS[unit]),
  }));
};
