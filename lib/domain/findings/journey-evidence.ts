import { UNKNOWN } from '@/lib/domain/journeys/axis-label';
import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import type { JourneyPlaces, Periods } from '@/lib/domain/journeys/journey-places';
import { LEAST_PEOPLE, LEAST_SCHOOLS } from '@/lib/domain/journeys/schools-held';
import { type ByFifth, FIFTHS } from '@/lib/domain/reach/deprivation-gradient';
import { ownRegionShare } from '@/lib/domain/reach/distance-profile';
import type { HomeArea } from '@/lib/domain/reach/home-areas';
import type { ReachCell } from '@/lib/domain/reach/published-count';
import type { NamedBase } from '@/lib/domain/reach/representation';
import type { CountedTable, CountSource } from './count-source';
import type { Coefficient, FindingEvidence, SlopeWithFounding } from './evidence-input';
import { type CountReader, countReader, inJobs, isOneOf, isPlace, regionFlow } from './journey-counts';
import { ownShares } from './own-shares';

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

export type JourneyEvidence = Omit<
  FindingEvidence,
  'isDemonstration' | 'journeysWithheld' | 'supplyAgainstNeed' | 'vacancyByDeprivation' | 'retentionByDeprivation'
>;

const SEXES = ['F', 'M'] as const;
const ETHNIC = ['white', 'non_white'] as const;
const TO_CAREER = 'specialty_region_by_career_region';
/** What a share of a school's own region doesn't need. */
const NOT_ASKED = { distanceKm: null, deprivationScore: null, nonWhitePct: null };
const WITHIN_50_KM = isOneOf('0-50');

const byFifth = (of: (fifth: string) => ReachCell): ByFifth<ReachCell> => ({
  '1': of('1'),
  '2': of('2'),
  '3': of('3'),
  '4': of('4'),
  '5': of('5'),
});

/** Everybody is in each of them once. Those with few cells first: less rounding. */
const COUNT_EVERYBODY = ['foundation_region_by_settlement', 'home_region_by_school_region'] as const;
const BY_FIFTH = ['stage_by_quintile', 'school_by_quintile'] as const;

/** From the first table in which nothing of them is withheld. */
function everybodyOfFifth({ cell }: CountReader, quintile: string, filter: JourneyFilter): ReachCell {
  const ways = [
    ...BY_FIFTH.map((shape) => () => cell(shape, { column: isOneOf(quintile), filter })),
    ...COUNT_EVERYBODY.map((shape) => () => cell(shape, { filter: { ...filter, quintile } })),
  ];
  for (const way of ways) {
    const people = way();
    if (people.kind === 'value') return people;
  }
  return cell('school_by_quintile', { column: isOneOf(quintile), filter });
}

/** Homes of one school's entrants, by whether they are in its own region: added up before they are protected or rounded. */
function homesOf(
  { places, aged16To17 }: JourneyContext,
  school: string,
  table: CountedTable,
  byBoard: CountedTable | null,
): HomeArea[] {
  const own = places.regionOf.get(school);
  const kindOf = (home: string) => (places.regionOf.has(home) ? places.regionOf.get(home) === own : null);
  const boardOf = (home: string) => places.boardOf.get(home) ?? UNKNOWN;
  const homeIn = (board: string) => places.homes.find((home) => boardOf(home) === board) ?? '';
  return [true, false, null].flatMap((kind) => {
    const homes = places.homes.filter((home) => kindOf(home) === kind);
    if (homes.length === 0) return [];
    const region = kind === null ? null : kind ? (own ?? null) : 'elsewhere';
    const byHome = table.people((home, at) => at === school && kindOf(home) === kind);
    // Boards that lie in one region altogether say the same in fewer cells.
    const byOwnBoard = byBoard?.people((board, at) => at === school && kindOf(homeIn(board)) === kind);
    const isNested = places.homes.every((home) => kindOf(home) === kindOf(homeIn(boardOf(home))));
    const entrants = byHome.kind === 'suppressed' && byOwnBoard && isNested ? byOwnBoard : byHome;
    const young = homes.map(aged16To17);
    return {
      code: String(region),
      region,
      entrants,
      aged16To17: young.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0),
      ...NOT_ASKED,
    };
  });
}

const REGIONS = 'school_region_by_foundation_region';

const capitalOf = ({ sourced, share, cell }: CountReader, context: JourneyContext) => {
  const capital = context.places.capitalRegion;
  const ofCapital = context.schools.filter((code) => context.places.regionOf.get(code) === capital);
  if (capital === null) return null;
  // Of one or two schools it would be their own figures, which aren't for every reader.
  const isOfFew = ofCapital.length < LEAST_SCHOOLS;
  const band = context.periods.foundation.at(-1);
  const areas = context.places.foundationAreas.filter((code) => context.places.regionOf.get(code) === capital);
  const places = areas.map(context.annualPlaces);
  const years = band ? band.to - band.from + 1 : 0;
  const isElsewhere = (label: string): boolean => isPlace(label) && label !== capital;
  const withheld: ReachCell = { kind: 'suppressed' };
  const fromCapital = { row: isOneOf(capital), column: isPlace };
  return sourced([REGIONS], () => ({
    leaving: {
      first: isOfFew
        ? { part: withheld, whole: withheld }
        : share(REGIONS, { row: isOneOf(capital), column: isElsewhere }, fromCapital),
      second: share(
        REGIONS,
        { row: isElsewhere, column: isPlace, cell: (from, to) => from !== to },
        { row: isElsewhere, column: isPlace },
      ),
    },
    graduates: isOfFew
      ? withheld
      : cell(REGIONS, {
          ...fromCapital,
          ...(band ? { filter: { period: { clock: 'foundation', label: band.label } } } : {}),
        }),
    places:
      years === 0 || places.length === 0 || places.some((one) => one === null)
        ? null
        : years * places.reduce<number>((sum, one) => sum + (one ?? 0), 0),
  }));
};

/** Of rounded tables, which don't hold a person's fifth: the slopes of schools without the gradient, which isn't loaded. */
const slopesAlone = ({ sourced }: CountReader, { fifthBase, deprivationSlope }: JourneyContext) =>
  deprivationSlope &&
  sourced(['home_by_school'], () => ({
    entrants: byFifth((): ReachCell => ({ kind: 'not_loaded' })),
    base: fifthBase,
    deprivationSlope,
  }));

const far = (label: string): boolean => isPlace(label) && !WITHIN_50_KM(label);

/** A school that isn't in the file, or has nobody in it: no claim about schools is about it. */
const isNobody = (cell: ReachCell): boolean =>
  cell.kind === 'not_applicable' || (cell.kind === 'value' && cell.count === 0 && !cell.zeros);

const isPeopled = (people: ReachCell): boolean => people.kind === 'value' && people.count >= LEAST_PEOPLE;

/**
 * Everything that the cards take from journeys; null for a card whose tables the source can't give. Counts come as they may be
 * shown; model terms come from the fits.
 */
export function journeyEvidence(source: CountSource, context: JourneyContext): JourneyEvidence {
  const reader = countReader(source);
  const { sourced, cell, share, table } = reader;
  const { schools } = context.places;
  const homes = table('home_by_school');
  const entrantsByFifth = (filter: JourneyFilter = {}) => byFifth((fifth) => everybodyOfFifth(reader, fifth, filter));
  const movedFar = (filter: object) =>
    share('school_by_school_to_foundation_band', { column: far, filter }, { column: isPlace, filter });
  const consultants = (shape: string, group: string) => {
    const column = isOneOf(group);
    return share(shape, { row: isOneOf('consultant'), column }, { row: isPlace, column });
  };
  const during = (label: string) => ({ period: { clock: 'entry' as const, label } });
  // A period of one or two schools is those schools’ own figures, and is what the other periods leave of all years.
  const isPeriodOfFew = context.periods.entry.some(({ label }) => {
    const peopled = context.schools.filter((code) =>
      isPeopled(cell('school_by_quintile', { row: isOneOf(code), filter: during(label) })),
    );
    return peopled.length > 0 && peopled.length < LEAST_SCHOOLS;
  });
  const ofSex = (code: string, sex: string) => cell('school_by_sex', { row: isOneOf(code), column: isOneOf(sex) });
  return {
    ownShares: ownShares(source, context.places.regionOf),
    jobs: sourced(['specialty_group_by_sex', 'specialty_group_by_ethnicity', 'specialty_group_by_quintile'], () => ({
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
    })),
    trainingToCareer: sourced([TO_CAREER], () => regionFlow(reader, TO_CAREER)),
    entrantsByFifth:
      sourced(['school_by_quintile'], () => ({
        entrants: entrantsByFifth(),
        base: context.fifthBase,
        deprivationSlope: context.deprivationSlope,
      })) ?? slopesAlone(reader, context),
    localBySchool: homes && {
      ...homes.about,
      schools: schools.map((code) => ({
        ratio: ownRegionShare(
          homesOf(context, code, homes, table('home_board_by_school')),
          context.places.regionOf.get(code) ?? '',
          homes.about.rules,
        ).ratio,
      })),
    },
    distanceSlope: context.distanceSlope && sourced(['home_by_school'], () => context.distanceSlope),
    sexBySchool: sourced(['school_by_sex'], () => ({
      schools: context.schools
        .map((code) => ({ women: ofSex(code, 'F'), men: ofSex(code, 'M') }))
        .filter(({ women, men }) => !isNobody(women) || !isNobody(men)),
    })),
    ethnicGroups: sourced(['school_by_ethnicity'], () => ({
      groups: ETHNIC.map((group) => ({ group, people: cell('school_by_ethnicity', { column: isOneOf(group) }) })),
      base: context.ethnicBase,
    })),
    schoolToFoundation: sourced([REGIONS], () => regionFlow(reader, REGIONS)),
    movesByGroup: sourced(['school_by_school_to_foundation_band'], () => ({
      womenAgainstMen: { first: movedFar({ sex: 'F' }), second: movedFar({ sex: 'M' }) },
      nonWhiteAgainstWhite: { first: movedFar({ ethnicity: 'non_white' }), second: movedFar({ ethnicity: 'white' }) },
      femaleTerm: context.femaleTerm,
      nonWhiteTerm: context.nonWhiteTerm,
    })),
    capital: capitalOf(reader, context),
    careersByGroup: sourced(['career_type_by_sex', 'career_type_by_ethnicity', 'career_type_by_quintile'], () => ({
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
    })),
    deprivedOverTime: sourced(['school_by_quintile'], () => ({
      periods: context.periods.entry.map(({ label }) => ({
        label,
        entrants: isPeriodOfFew ? byFifth(() => ({ kind: 'suppressed' })) : entrantsByFifth(during(label)),
      })),
      base: context.fifthBase,
    })),
  };
}
