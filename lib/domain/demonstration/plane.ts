import { haversine, type Position } from '@/lib/domain/statistics/haversine';
import { roundTo } from './draw';

/** South-west corner of the plane: open Atlantic, some 1,000 km west of Ireland. No land lies within the country's extent. */
const ORIGIN: Position = { latitude: 50.8, longitude: -27 };
const KM_PER_DEGREE = 111.2;
/** Of longitude, at the middle latitude of the country. */
const KM_PER_DEGREE_EAST = KM_PER_DEGREE * Math.cos((53.1 * Math.PI) / 180);

/** Position of a point on the plane, km east and north of the corner, to five decimals of a degree. */
export const positionOf = (east: number, north: number): Position => ({
  latitude: roundTo(ORIGIN.latitude + north / KM_PER_DEGREE, 5),
  longitude: roundTo(ORIGIN.longitude + east / KM_PER_DEGREE_EAST, 5),
});

/** Great-circle distance in km. Positions of the country are always in range. */
export const kmBetween = (from: Position, to: Position): number => {
  const distance = haversine(from, to);
  if (distance.kind !== 'computed') throw new RangeError('Position out of range');
  return distance.km;
};

/** How distance enters every planted effect: ln(1 + km). */
export const logDistance = (from: Position, to: Position): number => Math.log1p(kmBetween(from, to));
