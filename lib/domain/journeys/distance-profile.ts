import { haversine, type Position } from '@/lib/domain/statistics/haversine';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import type { Counts } from './counts';
import { bandLabels, bandOf, DISTANCE_BANDS_KM } from './distance-bands';
import { type Coverage, tally } from './read-counts';

/** Which two places a distance is between: always said beside it, because the two tell opposite stories about returning home. */
export const DISTANCE_STEPS = ['home_to_school', 'home_to_foundation', 'school_to_foundation'] as const;
export type DistanceStep = (typeof DISTANCE_STEPS)[number];

export interface DistanceProfile extends Coverage {
  readonly step: DistanceStep;
  /** Great circle between centroids or positions, weighted by people. */
  readonly meanKm: number;
  /** Lower median: the distance at which half of the people are reached, nearest first. */
  readonly medianKm: number;
  /** Nearest first; shares add up to 1. */
  readonly bands: readonly { readonly label: string; readonly people: number; readonly share: number }[];
}

/** Null where a place has no position. */
export const kmBetween =
  (positions: ReadonlyMap<string, Position>): ((from: string, to: string) => number | null) =>
  (from, to) => {
    const [start, end] = [positions.get(from), positions.get(to)];
    if (!start || !end) return null;
    const distance = haversine(start, end);
    return distance.kind === 'computed' ? distance.km : null;
  };

/** The distances of a step, which table it is read from being the caller's to know. */
interface DistanceInput {
  readonly step: DistanceStep;
  readonly table: Counts;
  readonly kmOf: (from: string, to: string) => number | null;
  /** Upper ends, each inside its band. */
  readonly bandsKm?: readonly number[];
}

/**
 * How far people went, weighted by people. Refuses `no_denominator` where nobody's distance is known.
 * First band: Hitchings et al. 2024 (most moves are of 50 km or less); the others are our own.
 */
export const distanceProfile = ({
  step,
  table,
  kmOf,
  bandsKm = DISTANCE_BANDS_KM,
}: DistanceInput): Outcome<DistanceProfile> => {
  const { coverage, known } = tally(table, kmOf);
  const { people } = coverage;
  if (people === 0) return refused('no_denominator');
  const moves = known.filter(({ count }) => count > 0).sort((a, b) => a.value - b.value);
  let reached = 0;
  const middle = moves.find(({ count }) => {
    reached += count;
    return reached >= people / 2;
  });
  const inBand = bandLabels(bandsKm).map(() => 0);
  for (const { count, value } of moves) {
    const band = bandOf(value, bandsKm);
    inBand[band] = (inBand[band] ?? 0) + count;
  }
  return computed({
    ...coverage,
    step,
    meanKm: moves.reduce((total, { count, value }) => total + count * value, 0) / people,
    medianKm: middle?.value ?? 0,
    bands: bandLabels(bandsKm).map((label, i) => ({
      label,
      people: inBand[i] ?? 0,
      share: (inBand[i] ?? 0) / people,
    })),
  });
};
