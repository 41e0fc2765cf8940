import { type Measure, SUPPRESSED } from '@/lib/domain/measure/measure';
import { notApplicable, rateOf, scaledMeasure, shareOf } from './count-figures';
import { type DistanceAverages, distanceAverages } from './distance-averages';
import type { HomeArea } from './home-areas';
import { type CountRules, totalOf } from './published-count';

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

export interface DistanceProfile extends DistanceAverages {
  readonly bands: readonly DistanceBand[];
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

/** A part whose only people may be those of withheld authorities would be their own figure. */
const isTheirsAlone = (areas: readonly HomeArea[]): boolean =>
  areas.some(({ isWithheld }) => isWithheld) &&
  !areas.some(({ isWithheld, entrants }) => !isWithheld && entrants.kind === 'value' && entrants.count > 0);

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
  if (isTheirsAlone(own)) return { share: SUPPRESSED, per10000: SUPPRESSED };
  const people = totalOf(cellsOf(own), rules);
  return {
    share: shareOf(people, totalOf(cellsOf(all), rules), rules),
    per10000:
      own.length > 0 ? rateOf(people, populationOf(own), 10_000) : notApplicable('No authority lies in this band'),
  };
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
  return { bands: [...bands, ...unknown], ...distanceAverages(areas, rules) };
};

const localShare = (
  areas: readonly HomeArea[],
  rules: CountRules,
  isLocal: (area: HomeArea) => boolean | null,
): LocalShare => {
  const share = areas.some((area) => isLocal(area) === null)
    ? ({ kind: 'not_loaded' } as const)
    : isTheirsAlone(areas.filter(isLocal))
      ? SUPPRESSED
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
