import { z } from 'zod';
import {
  hesaAverage,
  hesaCount,
  hesaPercentage,
  nhsCount,
  nhsPercentage,
  type Rounded,
} from '@/lib/domain/disclosure/rounding';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';

const Hesa = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('count'), value: z.number() }),
  z.object({ kind: z.literal('percentage'), numerator: z.number(), denominator: z.number() }),
  z.object({ kind: z.literal('average'), population: z.number(), sum: z.number() }),
]);

const withheldOrValue = (rounded: Rounded<number>): Record<string, unknown> => ({
  suppressed: rounded.kind === 'withheld',
  value: rounded.kind === 'shown' ? rounded.value : null,
});

const displayed = (rounded: Rounded<number>, decimals = 0): Record<string, unknown> => ({
  display: rounded.kind === 'shown' ? rounded.value.toFixed(decimals) : '*',
});

export const sdcHesaStandardRounding: Adapter = (raw) => {
  const input = Hesa.parse(raw);
  if (input.kind === 'count') return displayed(hesaCount(input.value));
  if (input.kind === 'average') return withheldOrValue(hesaAverage(input.sum, input.population));
  return withheldOrValue(hesaPercentage(input.numerator, input.denominator));
};

const Level = z.enum(['national', 'sub_national']);
const NhsCount = z.object({ level: Level, count: z.number() });
const NhsPercentage = z.object({ level: Level, numerator: z.number(), denominator: z.number() });

export const sdcNhsSubnational: Adapter = (raw) => {
  if ('count' in raw) {
    const { count, level } = NhsCount.parse(raw);
    return displayed(nhsCount(count, level));
  }
  const { numerator, denominator, level } = NhsPercentage.parse(raw);
  return displayed(nhsPercentage(numerator, denominator, level), 1);
};
