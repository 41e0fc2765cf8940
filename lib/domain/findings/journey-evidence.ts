import type { JourneyPlaces, Periods } from '@/lib/domain/journeys/journey-places';
import type { JourneyStore } from '@/lib/domain/journeys/journey-store';
import { cellsOf } from '@/lib/domain/journeys/read-counts';
import { LEAST_SCHOOLS } from '@/lib/domain/journeys/schools-held';
import { tableOf } from '@/lib/domain/journeys/table-of';
import { type ByFifth, FIFTHS } from '@/lib/domain/reach/deprivation-gradient';
import { ownRegionShare } from '@/lib/domain/reach/distance-profile';
import type { HomeArea } from '@/lib/domain/reach/home-areas';
import type { CountRules, ReachCell } from '@/lib/domain/reach/published-count';
import type { NamedBase } from '@/lib/domain/reach/representation';
import { haversine, type Position } from '@/lib/domain/statistics/haversine';
import type { Coefficient, FindingEvidence, SlopeWithFounding } from './evidence-input';
import { countReader, inJobs, isOneOf, isPlace, type Protect, peopleIn, regionFlow } from './journey-counts';

/** What the journeys are set against. Null: not loaded. */
export interface JourneyContext {
  readonly places: JourneyPlaces;
  readonly periods: Periods;
  /** Schools with people enough to count beside others. */
  readonly schools: readonly string[];
  /** By authority. */
  readonly aged16To17: (code: string) => number | null;
  readonly fifthBase: NamedBase;
  readonly ethnicBase: NamedBase;
  readonly annualPlaces: (foundationArea: string) => number | null;
  readonly deprivationSlope: SlopeWithFounding | null;
  readonly distanceSlope: SlopeWithFounding | null;
  readonly femaleTerm: Coefficient | null;
  readonly nonWhiteTerm: Coefficient | null;
}

type Source = { readonly data: string; readonly rules: CountRules };

export type JourneyEvidence = Omit<
  FindingEvidence,
  'isDemonstration' | 'journeysWithheld' | 'supplyAgainstNeed' | 'vacancyByDeprivation' | 'retentionByDeprivation'
>;

const SEXES = ['F', 'M'] as const;
const ETHNIC = ['white', 'non_white'] as const;
const WITHIN_50_KM = isOneOf('0-50');

const byFifth = (of: (fifth: string) => ReachCell): ByFifth<ReachCell> => ({
  '1': of('1'),
  '2': of('2'),
  '3': of('3'),
  '4': of('4'),
  '5': of('5'),
});

const kmBetween = (from: Position | undefined, to: Position | undefined): number | null => {
  const found = from && to ? haversine(from, to) : null;
  return found?.kind === 'computed' ? found.km : null;
};

type EntrantsOf = (home: string, school: string) => number;

function entrantsReader(store: JourneyStore): EntrantsOf {
  const outcome = tableOf(store, 'home_by_school', {});
  if (outcome.kind !== 'table') return () => 0;
  const found = new Map([...cellsOf(outcome.table)].map(({ row, column, count }) => [`${row} ${column}`, count ?? 0]));
  return (home, school) => found.get(`${home} ${school}`) ?? 0;
}

/** Homes of one school's entrants, with what a share of its own region needs. */
function homesOf(context: JourneyContext, school: string, entrants: (home: string) => ReachCell): HomeArea[] {
  const { places, aged16To17 } = context;
  const at = places.positions.get(school);
  return places.homes.map((code) => {
    return {
      code,
      region: places.regionOf.get(code) ?? null,
      entrants: entrants(code),
      aged16To17: aged16To17(code),
      distanceKm: kmBetween(at, places.positions.get(code)),
      deprivationScore: null,
      nonWhitePct: null,
    };
  });
}

const capitalOf = (store: JourneyStore, context: JourneyContext, source: Source, protectCount: Protect) => {
  const capital = context.places.capitalRegion;
  const ofCapital = context.schools.filter((code) => context.places.regionOf.get(code) === capital);
  if (capital === null) return null;
  // Of one or two schools it would be their own figures, which aren't for every reader.
  const protect: Protect = ofCapital.length < LEAST_SCHOOLS ? () => ({ kind: 'suppressed' }) : protectCount;
  const { share, cell } = countReader(store, protect);
  const shape = 'school_region_by_foundation_region';
  const band = context.periods.foundation.at(-1);
  const areas = context.places.foundationAreas.filter((code) => context.places.regionOf.get(code) === capital);
  const places = areas.map(context.annualPlaces);
  const years = band ? band.to - band.from + 1 : 0;
  const isElsewhere = (label: string): boolean => isPlace(label) && label !== capital;
  return {
    ...source,
    leaving: {
      first: share(shape, { row: isOneOf(capital), column: isElsewhere }, { row: isOneOf(capital), column: isPlace }),
      second: leavingElsewhere(store, capital, protect),
    },
    graduates: cell(shape, {
      row: isOneOf(capital),
      column: isPlace,
      ...(band ? { filter: { period: { clock: 'foundation', label: band.label } } } : {}),
    }),
    places:
      years === 0 || places.length === 0 || places.some((one) => one === null)
        ? null
        : years * places.reduce<number>((sum, one) => sum + (one ?? 0), 0),
  };
};

/** Of the schools outside the capital: those who left the region of their school. */
function leavingElsewhere(store: JourneyStore, capital: string, protect: Protect) {
  const shape = 'school_region_by_foundation_region';
  const isElsewhere = (label: string): boolean => isPlace(label) && label !== capital;
  const whole = peopleIn(store, shape, { row: isElsewhere, column: isPlace });
  const stayed = [...new Set(store.cubes.get(shape)?.rows ?? [])]
    .filter(isElsewhere)
    .reduce((sum, region) => sum + peopleIn(store, shape, { row: isOneOf(region), column: isOneOf(region) }), 0);
  return { part: protect(whole - stayed), whole: protect(whole) };
}

const far = (label: string): boolean => isPlace(label) && !WITHIN_50_KM(label);

/**
 * Everything that the cards take from a cohort. Counts are protected one by one, before anything is worked out from them; model
 * terms come from the fits.
 */
export function journeyEvidence(
  store: JourneyStore,
  context: JourneyContext,
  { source, protect }: { source: Source; protect: Protect },
): JourneyEvidence {
  const reader = countReader(store, protect);
  const { cell, share } = reader;
  const entrantsByFifth = (filter = {}) =>
    byFifth((fifth) => cell('school_by_quintile', { column: isOneOf(fifth), filter }));
  const movedFar = (filter: object) =>
    share('school_by_school_to_foundation_band', { column: far, filter }, { column: isPlace, filter });
  const consultants = (shape: string, group: string) => {
    const column = isOneOf(group);
    return share(shape, { row: isOneOf('consultant'), column }, { row: isPlace, column });
  };
  const entrantsOf = entrantsReader(store);
  return {
    jobs: {
      ...source,
      womenInSurgery: inJobs(reader, 'specialty_group_by_sex', { job: 'surgery', of: ['F'], known: SEXES }),
      nonWhiteInGeneralPractice: inJobs(reader, 'specialty_group_by_ethnicity', {
        job: 'general_practice',
        of: ['non_white'],
        known: ETHNIC,
      }),
      mostDeprivedInGeneralPractice: inJobs(reader, 'specialty_group_by_quintile', {
        job: 'general_practice',
        of: ['1'],
        known: FIFTHS,
      }),
    },
    trainingToCareer: { ...source, ...regionFlow(store, 'specialty_region_by_career_region', protect) },
    entrantsByFifth: {
      ...source,
      entrants: entrantsByFifth(),
      base: context.fifthBase,
      deprivationSlope: context.deprivationSlope,
    },
    localBySchool: {
      ...source,
      schools: context.places.schools.map((code) => ({
        ratio: ownRegionShare(
          homesOf(context, code, (home) => protect(entrantsOf(home, code))),
          context.places.regionOf.get(code) ?? '',
          source.rules,
        ).ratio,
      })),
    },
    distanceSlope: context.distanceSlope && { ...source, ...context.distanceSlope },
    sexBySchool: {
      ...source,
      schools: context.schools.map((code) => ({
        women: cell('school_by_sex', { row: isOneOf(code), column: isOneOf('F') }),
        men: cell('school_by_sex', { row: isOneOf(code), column: isOneOf('M') }),
      })),
    },
    ethnicGroups: {
      ...source,
      groups: ETHNIC.map((group) => ({ group, people: cell('school_by_ethnicity', { column: isOneOf(group) }) })),
      base: context.ethnicBase,
    },
    schoolToFoundation: { ...source, ...regionFlow(store, 'school_region_by_foundation_region', protect) },
    movesByGroup: {
      ...source,
      womenAgainstMen: { first: movedFar({ sex: 'F' }), second: movedFar({ sex: 'M' }) },
      nonWhiteAgainstWhite: { first: movedFar({ ethnicity: 'non_white' }), second: movedFar({ ethnicity: 'white' }) },
      femaleTerm: context.femaleTerm,
      nonWhiteTerm: context.nonWhiteTerm,
    },
    capital: capitalOf(store, context, source, protect),
    careersByGroup: {
      ...source,
      womenAgainstMen: {
        first: consultants('career_type_by_sex', 'F'),
        second: consultants('career_type_by_sex', 'M'),
      },
      nonWhiteAgainstWhite: {
        first: consultants('career_type_by_ethnicity', 'non_white'),
        second: consultants('career_type_by_ethnicity', 'white'),
      },
      mostAgainstLeastDeprived: {
        first: consultants('career_type_by_quintile', '1'),
        second: consultants('career_type_by_quintile', '5'),
      },
    },
    deprivedOverTime: {
      ...source,
      periods: context.periods.entry.map(({ label }) => ({
        label,
        entrants: entrantsByFifth({ period: { clock: 'entry', label } }),
      })),
      base: context.fifthBase,
    },
  };
}
