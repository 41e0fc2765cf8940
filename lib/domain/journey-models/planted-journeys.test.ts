import { describe, expect, it } from 'vitest';
import { modelWith } from '@/lib/domain/demonstration/cohort-fixture';
import type { SchoolEffects, ShareLine } from '@/lib/domain/demonstration/effects';
import { NO_EFFECTS } from '@/lib/domain/demonstration/no-effects';
import { ENTRY_YEARS } from '@/lib/domain/demonstration/people';
import { PLANTED } from '@/lib/domain/demonstration/planted-effects';
import type { Outcome } from '@/lib/domain/statistics/outcome';
import { entrantsModel } from './entrants-model';
import { foundationModel } from './foundation-model';
import { type Coefficient, clearDirection, type Estimate } from './journey-model';
import { type JourneyCells, journeyCells } from './planted-fixture';
import { returnModel } from './return-model';
import { shareModel } from './share-model';
import { slopesByFounding } from './slopes-by-founding';

const THOROUGH = Boolean(process.env.STEAD_THOROUGH);
const SEEDS = Array.from({ length: THOROUGH ? 20 : 3 }, (_, i) => `journey-models-${i + 1}`);
/** Ten entry years reach the specialty; the two youngest schools are then small or missing. */
const YEARS = THOROUGH ? ENTRY_YEARS : ENTRY_YEARS.slice(0, 10);

const fitted = <T>(outcome: Outcome<T>): { readonly kind: 'computed' } & Readonly<T> => {
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome;
};

const modelsOf = (cells: JourneyCells) => ({
  entrants: fitted(entrantsModel({ ...cells.places, entrants: cells.entrants })),
  female: fitted(shareModel('female_share', { ...cells.places, ofGroup: cells.women, known: cells.knownSex })),
  nonWhite: fitted(
    shareModel('non_white_share', { ...cells.places, ofGroup: cells.nonWhite, known: cells.knownEthnicity }),
  ),
  foundation: fitted(foundationModel(cells.foundation)),
  returns: fitted(returnModel(cells.returns)),
});
type Models = ReturnType<typeof modelsOf>;

const lineTruth = (school: string, { intercept, deprivation, nonWhite, logDistance }: ShareLine) => [
  [school, intercept],
  [`${school}:deprivation`, deprivation],
  [`${school}:non_white_share`, nonWhite],
  [`${school}:log_distance`, logDistance],
];

const bySchool = (of: (school: string, effects: SchoolEffects) => readonly (readonly unknown[])[]) =>
  new Map(Object.entries(PLANTED.schools).flatMap(([school, effects]) => of(school, effects).map(([k, v]) => [k, v])));

const { foundation, specialtyRegion } = PLANTED;

const TRUTH: Readonly<Record<keyof Models, ReadonlyMap<unknown, unknown>>> = {
  // The constant follows from the size of the intake: nothing is planted there.
  entrants: bySchool((school, effects) => lineTruth(school, { ...effects, intercept: null }).slice(1)),
  female: bySchool((school, { female }) => lineTruth(school, female)),
  nonWhite: bySchool((school, { nonWhiteEntrant }) => lineTruth(school, nonWhiteEntrant)),
  foundation: new Map(
    Object.entries({
      same_region: foundation.sameRegion,
      log_distance: foundation.logDistance,
      'log_distance:female': foundation.logDistanceFemale,
      'log_distance:non_white': foundation.logDistanceNonWhite,
      within_capital: foundation.withinCapital,
      into_capital: foundation.intoCapital,
    }),
  ),
  returns: new Map(
    Object.entries({
      female: specialtyRegion?.homeFemale,
      non_white: specialtyRegion?.homeNonWhite,
      per_fifth_more_deprived: specialtyRegion?.homePerFifth,
    }),
  ),
};

const NAMES = ['entrants', 'female', 'nonWhite', 'foundation', 'returns'] as const;

/** Whether each interval holds what was planted. */
const heldBy = (name: keyof Models, models: Models): readonly boolean[] =>
  models[name].coefficients.flatMap(({ term, lower, upper }) => {
    const truth = TRUTH[name].get(term);
    return typeof truth === 'number' ? [truth >= lower && truth <= upper] : [];
  });

const named = (coefficients: readonly Coefficient[], term: string): Estimate => {
  const found = coefficients.find((one) => one.term === term);
  if (!found) throw new Error(term);
  return found;
};

/** Every direction that the summary of doctors' journeys states, times its sign: clear above 0 means found. */
const directionsOf = (models: Models, cells: JourneyCells): readonly (1 | -1 | null)[] => {
  const average = (name: 'entrants' | 'female' | 'nonWhite', term: string) => {
    const slopes = models[name].slopes.find((one) => one.term === term);
    if (!slopes) throw new Error(term);
    return slopes.average;
  };
  const founding = (term: 'deprivation' | 'log_distance') =>
    fitted(slopesByFounding(models.entrants, cells.places.schools, term));
  const turned = ({ lower, upper }: Pick<Estimate, 'lower' | 'upper'>) => ({ lower: -upper, upper: -lower });
  const stated = [
    turned(average('entrants', 'deprivation')),
    turned(average('entrants', 'log_distance')),
    founding('deprivation'),
    turned(founding('log_distance')),
    average('nonWhite', 'non_white_share'),
    named(models.foundation.coefficients, 'same_region'),
    turned(named(models.foundation.coefficients, 'log_distance')),
    named(models.foundation.coefficients, 'log_distance:female'),
    named(models.foundation.coefficients, 'log_distance:non_white'),
    turned(named(models.foundation.coefficients, 'within_capital')),
    named(models.returns.coefficients, 'female'),
    named(models.returns.coefficients, 'non_white'),
    named(models.returns.coefficients, 'per_fifth_more_deprived'),
  ];
  return stated.map(clearDirection);
};

const shareOf = (list: readonly boolean[]): number => list.filter(Boolean).length / list.length;

describe(`planted effects over ${SEEDS.length} seeds`, { timeout: 600_000 }, () => {
  it('lie in their 95 % intervals, and their directions are found', () => {
    const held = new Map<string, boolean[]>(NAMES.map((name) => [name, []]));
    const found: boolean[] = [];
    for (const seed of SEEDS) {
      const cells = journeyCells(modelWith({ seed }), YEARS);
      const models = modelsOf(cells);
      for (const name of NAMES) held.get(name)?.push(...heldBy(name, models));
      found.push(...directionsOf(models, cells).map((direction) => direction === 1));
    }
    const pairs = [...held.values()].flat();
    expect(pairs.length).toBeGreaterThan(140 * SEEDS.length);
    expect(shareOf(pairs)).toBeGreaterThanOrEqual(0.9);
    expect([...held].filter(([, list]) => THOROUGH && shareOf(list) < 0.9)).toEqual([]);
    expect(shareOf(found)).toBe(1);
  });

  it('are not found where nothing was planted', () => {
    const directions = SEEDS.flatMap((seed) => {
      const cells = journeyCells(modelWith({ seed, effects: NO_EFFECTS }), YEARS);
      return directionsOf(modelsOf(cells), cells);
    });
    expect(shareOf(directions.map((direction) => direction !== null))).toBeLessThanOrEqual(0.05);
  });
});
