import { z } from 'zod';
import { recruitmentReach } from '@/lib/domain/statistics/recruitment-reach';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, numbers } from './input-shapes';

const Input = z.object({ flow: numbers, population: numbers, distance_km: numbers });

export const reachRecruitmentReach: Adapter = (raw) => {
  const { flow: entrants, population: populations, distance_km: distancesKm } = Input.parse(raw);
  return answerOf(recruitmentReach({ entrants, populations, distancesKm }), (result) => ({
    location_quotient: result.representationRatios,
    rate_per_10000: result.entrantsPer10000,
    mean_distance: result.meanDistanceKm,
    median_distance_weighted: result.medianDistanceKm,
    hhi: result.concentration,
    normalised_entropy: result.evenness,
  }));
};
