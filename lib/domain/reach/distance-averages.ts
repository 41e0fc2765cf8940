import { type Measure, measured } from '@/lib/domain/measure/measure';
import { standardNormalQuantile } from '@/lib/domain/statistics/confidence-level';
import { recruitmentReach } from '@/lib/domain/statistics/recruitment-reach';
import { notApplicable } from './count-figures';
import type { HomeArea } from './home-areas';
import { type CountRules, countOf, totalOf } from './published-count';

export interface DistanceAverages {
  /** Weighted by entrants; every entrant at the centre of the home authority. */
  readonly meanKm: Measure;
  readonly medianKm: Measure;
}

const NO_AVERAGE = notApplicable('Too few entrants or authorities for an average distance');
const Z = standardNormalQuantile(0.95);

/** Entrants from one distance; `error`: variance that rounding gives the number. */
interface Placed {
  readonly km: number;
  readonly people: number;
  readonly error: number;
}

/** Entrants by distance, with so many people for every count that rounds to 0. */
const placedWith = (areas: readonly HomeArea[], rules: CountRules, low: number): Placed[] =>
  areas.flatMap(({ entrants, distanceKm }) => {
    if (distanceKm === null) return [];
    const people = countOf(entrants, rules);
    if (people.kind === 'gap') return [{ km: distanceKm, people: 0, error: 0 }];
    // Even within half a step to either side; what a low count stands for is allowed for apart.
    const isRounded = !people.isLow && people.lowest < people.highest;
    return [
      {
        km: distanceKm,
        people: people.isLow ? low : people.count,
        error: isRounded ? rules.roundedTo ** 2 / 12 : 0,
      },
    ];
  });

interface Limits {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/** Distance at which a share of the people is reached, nearest first. */
const distanceAt = (sorted: readonly Placed[], people: number): number => {
  let reached = 0;
  const found = sorted.find((one) => {
    reached += one.people;
    return one.people > 0 && reached >= people;
  });
  return (found ?? sorted.findLast((one) => one.people > 0))?.km ?? 0;
};

const averagesOf = (placed: readonly Placed[]): { readonly mean: Limits; readonly median: Limits } | null => {
  const found = recruitmentReach({
    entrants: placed.map(({ people }) => people),
    // Distances don't depend on how many live there.
    populations: placed.map(() => 1),
    distancesKm: placed.map(({ km }) => km),
  });
  if (found.kind === 'refused') return null;
  const people = placed.reduce((total, one) => total + one.people, 0);
  const { meanDistanceKm: mean, medianDistanceKm: median } = found;
  const variance = placed.reduce((total, one) => total + (one.people + one.error) * (one.km - mean) ** 2, 0);
  const margin = (Z * Math.sqrt(variance)) / people;
  // Of the number of people nearer than the median: binomial, and half of each rounding error.
  const spread = Math.sqrt(people / 4 + placed.reduce((total, { error }) => total + error, 0) / 4);
  const sorted = placed.toSorted((a, b) => a.km - b.km);
  return {
    mean: { value: mean, lower: Math.max(0, mean - margin), upper: mean + margin },
    median: {
      value: median,
      lower: distanceAt(sorted, people / 2 - Z * spread),
      upper: distanceAt(sorted, Math.min(people, people / 2 + Z * spread)),
    },
  };
};

/**
 * Mean and median distance with limits at 95 %: of chance (normal for the mean, ranks of the binomial for the median) and of rounding,
 * the widest of those with every count that rounds to 0 at none, one and two people. They need every count: one that is withheld may
 * lie anywhere.
 */
export const distanceAverages = (areas: readonly HomeArea[], rules: CountRules): DistanceAverages => {
  const total = totalOf(
    areas.map(({ entrants }) => entrants),
    rules,
  );
  if (total.kind === 'gap') return { meanKm: total.gap, medianKm: total.gap };
  const [least, middle, most] = [0, 1, 2].map((low) => averagesOf(placedWith(areas, rules, low)));
  if (!least || !middle || !most) return { meanKm: NO_AVERAGE, medianKm: NO_AVERAGE };
  const from = (of: 'mean' | 'median', method: string): Measure => {
    const all = [least, middle, most].map((one) => one[of]);
    return measured(middle[of].value, {
      lower: Math.min(...all.map(({ lower }) => lower)),
      upper: Math.max(...all.map(({ upper }) => upper)),
      level: 0.95,
      method: `${method}${rules.roundedTo > 1 ? ', widened for rounding' : ''}`,
    });
  };
  return { meanKm: from('mean', 'Normal'), medianKm: from('median', 'Binomial ranks') };
};
