import { type CohortRecord, modelWith, readCohort } from '@/lib/domain/demonstration/cohort-fixture';
import type { Country, School } from '@/lib/domain/demonstration/country';
import type { Effects } from '@/lib/domain/demonstration/effects';
import { kmBetween } from '@/lib/domain/demonstration/plane';
import { toNearestFive } from '@/lib/domain/disclosure/rounding';
import type { HomeArea } from './home-areas';
import type { ReachCell } from './published-count';

export const count = (people: number): ReachCell => ({ kind: 'value', count: people });

/** As a safe haven gives it: to the nearest 5, 0 to 2 as `low`. */
export const rounded = (people: number): ReachCell => (people < 3 ? { kind: 'low' } : count(toNearestFive(people)));

/** Records of a demonstration cohort. */
export const cohortOf = (options: { readonly seed?: string; readonly effects?: Effects } = {}) => {
  const model = modelWith(options);
  return { country: model.country, cohort: readCohort(model) };
};

export const tally = (
  records: readonly CohortRecord[],
  keyOf: (one: CohortRecord) => string,
): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const one of records) sums.set(keyOf(one), (sums.get(keyOf(one)) ?? 0) + one.count);
  return sums;
};

/** Authorities with a school's entrants, as many as `entrantsOf` says. */
export const homeAreas = (
  country: Country,
  school: School,
  {
    entrantsOf,
    cell = count,
  }: {
    readonly entrantsOf: (code: string) => number;
    readonly cell?: (people: number) => ReachCell;
  },
): HomeArea[] =>
  country.authorities.map((area) => ({
    code: area.code,
    region: country.regions[area.region]?.code ?? null,
    entrants: cell(entrantsOf(area.code)),
    aged16To17: area.aged16To17,
    distanceKm: kmBetween(area, school),
    deprivationScore: area.deprivationScore,
    nonWhitePct: area.nonWhitePct,
  }));

/** A country of ten authorities in a row, 20 km apart, with a school at one end. */
export const rowOfAreas = (entrants: readonly number[], cell: (people: number) => ReachCell = count): HomeArea[] =>
  entrants.map((people, i) => ({
    code: `A${String(i).padStart(2, '0')}`,
    region: i < 3 ? 'R1' : 'R2',
    entrants: cell(people),
    aged16To17: 1000 + 100 * i,
    distanceKm: 10 + 20 * i,
    deprivationScore: (i * 7) % 10,
    nonWhitePct: (i * 3) % 10,
  }));
