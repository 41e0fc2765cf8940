import { type Interval, type Measure, measured } from '@/lib/domain/measure/measure';
import { recruitmentReach } from '@/lib/domain/statistics/recruitment-reach';
import { notApplicable, rateOf, scaledMeasure, shareOf } from './count-figures';
import type { HomeArea } from './home-areas';
import { type CountRules, countOf, totalOf } from './published-count';

/** Upper ends of the distance bands, km; the last band is open. The first is that of the distance-patterns paper. */
export const BAND_ENDS_KM = [50, 100, 200] as const;

export const LOCAL_KM = 50;

export interface DistanceBand {
  /** Above this distance (from 0 in the first band), up to and with `toKm`; that is null in the open band, both are null where no distance is known. */
  readonly fromKm: number | null;
  readonly toKm: number | null;
  /** Share (0 to 1) of all entrants. The values of all bands add up to 1. */
  readonly share: Measure;
  /** Entrants for each 10,000 people aged 16 to 17 who live in the band. */
  readonly per10000: Measure;
}

export interface DistanceProfile {
  readonly bands: readonly DistanceBand[];
  /** Weighted by entrants; every entrant at the centre of the home authority. */
  readonly meanKm: Measure;
  readonly medianKm: Measure;
}

export interface LocalShare {
  /** Share (0 to 1) of all entrants. */
  readonly share: Measure;
  /** Share of the people aged 16 to 17 who live there. */
  readonly populationShare: number | null;
  /** Share ÷ population share: 1 is in proportion. */
  readonly ratio: Measure;
}

const cellsOf = (areas: readonly HomeArea[]) => areas.map(({ entrants }) => entrants);

const populationOf = (areas: readonly HomeArea[]): number | null =>
  areas.reduce<number | null>(
    (sum, { aged16To17 }) => (sum === null || aged16To17 === null ? null : sum + aged16To17),
    0,
  );

const bandOf = (
  own: readonly HomeArea[],
  all: readonly HomeArea[],
  rules: CountRules,
): Pick<DistanceBand, 'share' | 'per10000'> => {
  const people = totalOf(cellsOf(own), rules);
  return {
    share: shareOf(people, totalOf(cellsOf(all), rules), rules),
    per10000:
      own.length > 0 ? rateOf(people, populationOf(own), 10_000) : notApplicable('No authority lies in this band'),
  };
};

/** Averages with counts as `peopleOf` takes them; null where there are too few. */
const averagesAt = (areas: readonly HomeArea[], peopleOf: (area: HomeArea) => number) => {
  const placed = areas.flatMap((area) =>
    area.distanceKm === null ? [] : [{ people: peopleOf(area), distanceKm: area.distanceKm }],
  );
  const result = recruitmentReach({
    entrants: placed.map(({ people }) => people),
    // Distances don't depend on how many live there.
    populations: placed.map(() => 1),
    distancesKm: placed.map(({ distanceKm }) => distanceKm),
  });
  return result.kind === 'computed' ? result : null;
};

const NO_AVERAGE = notApplicable('Too few entrants or authorities for an average distance');

/** Between the values with every low count at its least and at its most; null where none is low. */
const lowInterval = (one: number, other: number, value: number): Interval | null =>
  one === value && other === value
    ? null
    : {
        lower: Math.min(one, other, value),
        upper: Math.max(one, other, value),
        level: 1,
        method: 'Counts that round to 0 at none and at two people',
      };

/** Mean and median need every count: one that is withheld may lie anywhere. */
const averages = (areas: readonly HomeArea[], rules: CountRules): Pick<DistanceProfile, 'meanKm' | 'medianKm'> => {
  const total = totalOf(cellsOf(areas), rules);
  if (total.kind === 'gap') return { meanKm: total.gap, medianKm: total.gap };
  const at = (low: number) =>
    averagesAt(areas, ({ entrants }) => {
      const people = countOf(entrants, rules);
      if (people.kind === 'gap') return 0;
      return people.isLow ? low : people.count;
    });
  const [least, middle, most] = [at(0), at(1), at(2)];
  if (!least || !middle || !most) return { meanKm: NO_AVERAGE, medianKm: NO_AVERAGE };
  const from = (key: 'meanDistanceKm' | 'medianDistanceKm'): Measure =>
    measured(middle[key], lowInterval(least[key], most[key], middle[key]));
  return { meanKm: from('meanDistanceKm'), medianKm: from('medianDistanceKm') };
};

/** How far entrants come from home to the school, in bands that hold everybody; homes without a distance are a band of their own. */
export const distanceProfile = (
  areas: readonly HomeArea[],
  rules: CountRules,
  bandEndsKm: readonly number[] = BAND_ENDS_KM,
): DistanceProfile => {
  const starts = [0, ...bandEndsKm];
  const bands = starts.map((fromKm, i): DistanceBand => {
    const toKm = bandEndsKm[i] ?? null;
    const own = areas.filter(
      ({ distanceKm }) =>
        distanceKm !== null && (i === 0 || distanceKm > fromKm) && (toKm === null || distanceKm <= toKm),
    );
    return { fromKm, toKm, ...bandOf(own, areas, rules) };
  });
  const unplaced = areas.filter(({ distanceKm }) => distanceKm === null);
  const unknown = unplaced.length > 0 ? [{ fromKm: null, toKm: null, ...bandOf(unplaced, areas, rules) }] : [];
  return { bands: [...bands, ...unknown], ...averages(areas, rules) };
};

const localShare = (
  areas: readonly HomeArea[],
  rules: CountRules,
  isLocal: (area: HomeArea) => boolean | null,
): LocalShare => {
  const share = areas.some((area) => isLocal(area) === null)
    ? ({ kind: 'not_loaded' } as const)
    : shareOf(totalOf(cellsOf(areas.filter(isLocal)), rules), totalOf(cellsOf(areas), rules), rules);
  const [local, all] = [populationOf(areas.filter(isLocal)), populationOf(areas)];
  const populationShare = local === null || all === null || all <= 0 ? null : local / all;
  if (populationShare === null) return { share, populationShare, ratio: { kind: 'not_loaded' } };
  const ratio = populationShare > 0 ? scaledMeasure(share, 1 / populationShare) : notApplicable('Nobody lives there');
  return { share, populationShare, ratio };
};

/** Entrants from the school's own training region. */
export const ownRegionShare = (areas: readonly HomeArea[], region: string, rules: CountRules): LocalShare =>
  localShare(areas, rules, (area) => (area.region === null ? null : area.region === region));

/** Entrants from authorities whose centre is within a distance of the school. */
export const nearbyShare = (areas: readonly HomeArea[], rules: CountRules, withinKm: number = LOCAL_KM): LocalShare =>
  localShare(areas, rules, ({ distanceKm }) => (distanceKm === null ? null : distanceKm <= withinKm));
