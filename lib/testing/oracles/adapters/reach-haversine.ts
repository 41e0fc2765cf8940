import { z } from 'zod';
import { haversine } from '@/lib/domain/statistics/haversine';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf } from './input-shapes';

const Input = z.object({
  lat1: z.number(),
  lon1: z.number(),
  lat2: z.number(),
  lon2: z.number(),
  radius_km: z.number(),
});

export const reachHaversine: Adapter = (raw) => {
  const { lat1, lon1, lat2, lon2, radius_km } = Input.parse(raw);
  const from = { latitude: lat1, longitude: lon1 };
  const to = { latitude: lat2, longitude: lon2 };
  return answerOf(haversine(from, to, radius_km), ({ km }) => ({ km }));
};
