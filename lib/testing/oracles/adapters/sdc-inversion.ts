import { z } from 'zod';
import { countsBehindInterval, countsBehindPercentage } from '@/lib/domain/disclosure/inversion';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';

const Interval = z.object({ percent_1dp: z.number(), lower_1dp: z.number(), upper_1dp: z.number() });

export const sdcCiInversion: Adapter = (raw) => {
  const { percent_1dp: percent, lower_1dp: lower, upper_1dp: upper } = Interval.parse(raw);
  return { candidates_x_n: countsBehindInterval({ percent, lower, upper }) };
};

const Percentage = z.object({ percent_1dp: z.number(), base_rounded: z.number() });

export const sdcPercentInversionRoundedBase: Adapter = (raw) => {
  const { percent_1dp, base_rounded } = Percentage.parse(raw);
  const candidates = countsBehindPercentage(percent_1dp, base_rounded);
  return { candidates_x_n: candidates, unique: candidates.length === 1 };
};
