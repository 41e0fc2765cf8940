import { finiteCheck, firstReason, rangeCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';

/** Mean radius of the Earth (IUGG R1). */
const EARTH_RADIUS_KM = 6371.0088;

export interface Position {
  /** Degrees, −90 to 90. */
  readonly latitude: number;
  /** Degrees, −180 to 180. */
  readonly longitude: number;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/**
 * Great-circle distance in km on a sphere; within about 0.5 % of the distance on the ellipsoid. Not a travel time.
 *
 * Domain: latitudes −90 to 90, longitudes −180 to 180. Refuses `not_finite`, `out_of_range`.
 * Source: the haversine formula (Sinnott 1984).
 */
export const haversine = (from: Position, to: Position, radiusKm = EARTH_RADIUS_KM): Outcome<{ km: number }> => {
  const reason = firstReason(
    finiteCheck([from.latitude, from.longitude, to.latitude, to.longitude, radiusKm]),
    rangeCheck([from.latitude, to.latitude], -90, 90),
    rangeCheck([from.longitude, to.longitude], -180, 180),
    radiusKm > 0 ? null : 'out_of_range',
  );
  if (reason) return refused(reason);
  const haversineOf = (degrees: number): number => Math.sin(radians(degrees) / 2) ** 2;
  const h =
    haversineOf(to.latitude - from.latitude) +
    Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * haversineOf(to.longitude - from.longitude);
  // Rounding can take h past 1 at opposite points of the globe.
  return computed({ km: 2 * radiusKm * Math.asin(Math.sqrt(Math.min(1, h))) });
};
