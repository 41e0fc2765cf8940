import type { RefusalReason } from '@/lib/domain/statistics/outcome';
import type { LeftOut } from './journey-model';

/** Home authority. Null: not loaded. */
export interface HomeAuthority {
  readonly code: string;
  readonly aged16To17: number | null;
  /** Of all ages. */
  readonly residents?: number | null | undefined;
  /** Higher is more deprived. */
  readonly deprivationScore: number | null;
  /** 0 to 100. */
  readonly nonWhitePct: number | null;
}

/** Whom entrants are set against: people aged 16 to 17, else residents of all ages. */
export const SET_AGAINST = ['aged_16_17', 'residents'] as const;
export type SetAgainst = (typeof SET_AGAINST)[number];

export interface ReachSchool {
  readonly code: string;
  readonly name: string;
  readonly founded: number | null;
}

/** One row for each school, one entry for each authority. */
export type SchoolRows = readonly (readonly number[])[];

export interface ReachPlaces {
  readonly authorities: readonly HomeAuthority[];
  readonly schools: readonly ReachSchool[];
  /** A row for each school; null where a position isn't loaded. */
  readonly distancesKm: readonly (readonly (number | null)[])[];
}

/** Slopes per standard deviation of the authorities' deprivation score and non-white share, and per unit of ln(1 + km). */
export const REACH_TERMS = ['deprivation', 'non_white_share', 'log_distance'] as const;
export type ReachTerm = (typeof REACH_TERMS)[number];

/** What one unit of a standardised slope is. */
export interface Standard {
  readonly mean: number;
  readonly sd: number;
}

export interface ReachDesign {
  readonly terms: readonly ReachTerm[];
  /** Indices of the authorities and schools in the fit. */
  readonly authorities: readonly number[];
  readonly schools: readonly number[];
  /** What `people` are; null: of no authority anything is loaded, and all count the same. */
  readonly setAgainst: SetAgainst | null;
  readonly people: readonly number[];
  /** A column for each term, an entry for each authority in the fit. */
  readonly covariatesOf: (school: number) => readonly (readonly number[])[];
  /** Null where the term isn't in the fit. */
  readonly standards: { readonly deprivation: Standard | null; readonly nonWhite: Standard | null };
  readonly leftOut: readonly LeftOut[];
}

const isFiniteNumber = (value: number | null | undefined): value is number => Number.isFinite(value);

/** (value − mean) ÷ standard deviation (divisor n), every authority counting the same; null where they don't differ. */
const standardised = (
  values: readonly number[],
): { readonly standard: Standard; readonly z: readonly number[] } | null => {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  const sd = Math.sqrt(values.reduce((total, value) => total + (value - mean) ** 2, 0) / values.length);
  if (!(sd > 1e-12 * (1 + Math.abs(mean)))) return null;
  return { standard: { mean, sd }, z: values.map((value) => (value - mean) / sd) };
};

const left = (what: LeftOut['what'], code: string, reason: RefusalReason): LeftOut => ({ what, code, reason });

/** Terms of which something is loaded; the rest are left out rather than everybody. */
const loadedTerms = ({ authorities, distancesKm }: ReachPlaces): readonly ReachTerm[] => {
  const isLoaded: Readonly<Record<ReachTerm, boolean>> = {
    deprivation: authorities.some(({ deprivationScore }) => isFiniteNumber(deprivationScore)),
    non_white_share: authorities.some(({ nonWhitePct }) => isFiniteNumber(nonWhitePct)),
    log_distance: distancesKm.some((row) => row.some(isFiniteNumber)),
  };
  return REACH_TERMS.filter((term) => isLoaded[term]);
};

const schoolsWithPosition = ({ schools, distancesKm }: ReachPlaces, terms: readonly ReachTerm[]): readonly number[] =>
  schools.flatMap((_, j) =>
    !terms.includes('log_distance') || (distancesKm[j] ?? []).some(isFiniteNumber) ? [j] : [],
  );

const PEOPLE: Readonly<Record<SetAgainst, (one: HomeAuthority) => number | null | undefined>> = {
  aged_16_17: ({ aged16To17 }) => aged16To17,
  residents: ({ residents }) => residents,
};

const baseOf = (authorities: readonly HomeAuthority[]): SetAgainst | null =>
  SET_AGAINST.find((base) => authorities.some((one) => isFiniteNumber(PEOPLE[base](one)))) ?? null;

const completeAuthorities = (
  { authorities, distancesKm }: ReachPlaces,
  terms: readonly ReachTerm[],
  schools: readonly number[],
  peopleOf: (one: HomeAuthority) => number | null | undefined,
): readonly number[] =>
  authorities.flatMap((authority, i) => {
    const { deprivationScore, nonWhitePct } = authority;
    const people = peopleOf(authority);
    const isComplete =
      isFiniteNumber(people) &&
      people > 0 &&
      (!terms.includes('deprivation') || isFiniteNumber(deprivationScore)) &&
      (!terms.includes('non_white_share') || isFiniteNumber(nonWhitePct)) &&
      (!terms.includes('log_distance') || schools.every((j) => isFiniteNumber(distancesKm[j]?.[i])));
    return isComplete ? [i] : [];
  });

/**
 * The columns of the models of home authority × school. Leaves out, and lists, terms of which nothing is loaded or that
 * don't differ, schools without a position and authorities that lack a value. Where of no authority people are loaded, none is in the fit, unless
 * `needsPeople` is false: a share needs none.
 */
export const reachDesign = (places: ReachPlaces, { needsPeople = true } = {}): ReachDesign => {
  const { authorities, schools, distancesKm } = places;
  const loaded = loadedTerms(places);
  const keptSchools = schoolsWithPosition(places, loaded);
  const setAgainst = baseOf(authorities);
  const peopleOf = (one: HomeAuthority) => (setAgainst === null ? (needsPeople ? null : 1) : PEOPLE[setAgainst](one));
  const kept = completeAuthorities(places, loaded, keptSchools, peopleOf);
  const valuesOf = (of: (one: HomeAuthority) => number | null) =>
    standardised(kept.map((i) => (authorities[i] ? (of(authorities[i]) ?? 0) : 0)));
  const deprivation = valuesOf((one) => one.deprivationScore);
  const nonWhite = valuesOf((one) => one.nonWhitePct);
  const varies: Readonly<Record<ReachTerm, boolean>> = {
    deprivation: deprivation !== null,
    non_white_share: nonWhite !== null,
    log_distance: true,
  };
  const terms = loaded.filter((term) => varies[term]);
  return {
    terms,
    authorities: kept,
    schools: keptSchools,
    setAgainst,
    people: kept.map((i) => (authorities[i] ? (peopleOf(authorities[i]) ?? 0) : 0)),
    covariatesOf: (school) =>
      terms.map((term) => {
        if (term === 'deprivation') return deprivation?.z ?? [];
        if (term === 'non_white_share') return nonWhite?.z ?? [];
        return kept.map((i) => Math.log1p(distancesKm[school]?.[i] ?? 0));
      }),
    standards: { deprivation: deprivation?.standard ?? null, nonWhite: nonWhite?.standard ?? null },
    leftOut: [
      ...REACH_TERMS.filter((term) => !loaded.includes(term)).map((term) => left('term', term, 'not_finite')),
      ...loaded.filter((term) => !varies[term]).map((term) => left('term', term, 'no_variation')),
      ...schools.flatMap(({ code }, j) => (keptSchools.includes(j) ? [] : [left('school', code, 'not_finite')])),
      ...authorities.flatMap(({ code }, i) => (kept.includes(i) ? [] : [left('authority', code, 'not_finite')])),
    ],
  };
};
