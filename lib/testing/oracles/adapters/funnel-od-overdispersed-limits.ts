import { z } from 'zod';
import { overdispersedFunnel } from '@/lib/domain/statistics/overdispersed-funnel';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, numbers } from './input-shapes';

const Input = z.object({
  data_type: z.enum(['PR', 'RC', 'SR']),
  sr_method: z.enum(['SHMI', 'CQC']),
  numerator: numbers,
  denominator: numbers,
  trim_by: z.number(),
});
type Input = z.infer<typeof Input>;

const kindOf = ({ data_type, sr_method }: Input) => {
  if (data_type === 'PR') return 'proportion';
  if (data_type === 'RC') return 'count_ratio';
  return sr_method === 'SHMI' ? 'log_ratio' : 'root_ratio';
};

export const funnelOdOverdispersedLimits: Adapter = (raw) => {
  const input = Input.parse(raw);
  const { numerator: numerators, denominator: denominators, trim_by: trim } = input;
  const result = overdispersedFunnel({ kind: kindOf(input), numerators, denominators, trim });
  return answerOf(result, ({ units, phi, tau2 }) => ({
    z: units.map((unit) => unit.z),
    phi,
    tau2,
    od95_lower: units.map((unit) => unit.lower95),
    od95_upper: units.map((unit) => unit.upper95),
    od998_lower: units.map((unit) => unit.lower998),
    od998_upper: units.map((unit) => unit.upper998),
  }));
};
