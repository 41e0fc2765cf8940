import { z } from 'zod';
import { type FunnelPoint, proportionFunnel } from '@/lib/domain/statistics/proportion-funnel';
import { rateFunnel } from '@/lib/domain/statistics/rate-funnel';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, numbers } from './input-shapes';

const Input = z.discriminatedUnion('statistic', [
  z.object({
    statistic: z.literal('proportion'),
    numerator: numbers,
    denominator: numbers,
    multiplier: z.number(),
  }),
  z.object({
    statistic: z.literal('rate'),
    rate_type: z.literal('dsr'),
    numerator: numbers,
    rate: numbers,
    years_of_data: z.number(),
    multiplier: z.number(),
  }),
]);

const limitColumns = (points: readonly FunnelPoint[]) => ({
  lower_2s_limit: points.map((point) => point.lower2Sigma),
  upper_2s_limit: points.map((point) => point.upper2Sigma),
  lower_3s_limit: points.map((point) => point.lower3Sigma),
  upper_3s_limit: points.map((point) => point.upper3Sigma),
});

export const pheFunnelLimits: Adapter = (raw) => {
  const input = Input.parse(raw);
  if (input.statistic === 'proportion') {
    const { numerator: numerators, denominator: denominators, multiplier } = input;
    return answerOf(proportionFunnel({ numerators, denominators, multiplier }), ({ average, points }) => ({
      Population: points.map((point) => point.x),
      ...limitColumns(points),
      baseline: points.map(() => average),
    }));
  }
  const { numerator: events, rate, years_of_data: yearsOfData, multiplier } = input;
  const exposures = events.map((count, i) => (multiplier * count) / (rate[i] ?? 0));
  return answerOf(rateFunnel({ events, exposures, multiplier, yearsOfData }), ({ average, points }) => ({
    Events: points.map((point) => point.x),
    ...limitColumns(points),
    lower_2s_population_1_year: points.map((point) => point.population2SigmaLower),
    upper_2s_population_1_year: points.map((point) => point.population2SigmaUpper),
    lower_3s_population_1_year: points.map((point) => point.population3SigmaLower),
    upper_3s_population_1_year: points.map((point) => point.population3SigmaUpper),
    baseline: points.map(() => average),
  }));
};
