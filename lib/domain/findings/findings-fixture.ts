import { byCode, type CohortRecord, people, readCohort } from '@/lib/domain/demonstration/cohort-fixture';
import type { DemonstrationModel } from '@/lib/domain/demonstration/model';
import { kmBetween } from '@/lib/domain/demonstration/plane';
import { FIFTHS } from '@/lib/domain/reach/deprivation-gradient';
import { ownRegionShare } from '@/lib/domain/reach/distance-profile';
import { type CountRules, EXACT_COUNTS, type ReachCell } from '@/lib/domain/reach/published-count';
import { count, homeAreas, tally } from '@/lib/domain/reach/reach-fixture';
import type { Comparison, FindingEvidence, RegionFlow } from './evidence-input';
import { slopesWithFounding, workforceOf } from './region-fixture';

type Is = (one: CohortRecord) => boolean;

const isWoman: Is = ({ sex }) => sex === 'F';
const isMan: Is = ({ sex }) => sex === 'M';
const isNonWhite: Is = ({ ethnicity }) => ethnicity === 'non_white';
const isWhite: Is = ({ ethnicity }) => ethnicity === 'white';
const all =
  (...tests: readonly Is[]): Is =>
  (one) =>
    tests.every((test) => test(one));
const either =
  (...tests: readonly Is[]): Is =>
  (one) =>
    tests.some((test) => test(one));
const not =
  (test: Is): Is =>
  (one) =>
    !test(one);

const regionFlow = (
  records: readonly CohortRecord[],
  [from, to]: readonly [(one: CohortRecord) => string, (one: CohortRecord) => string],
  cell: (people: number) => ReachCell,
): RegionFlow => {
  const margin = (of: (one: CohortRecord) => string) =>
    Object.fromEntries([...tally(records, of)].map(([region, one]) => [region, cell(one)]));
  return {
    stayed: cell(people(records, (one) => from(one) === to(one))),
    byOrigin: margin(from),
    byDestination: margin(to),
  };
};

/** The evidence of a demonstration country, counts exact or as `cell` gives them. */
export const demonstrationEvidence = (
  model: DemonstrationModel,
  {
    cell = count,
    rules = EXACT_COUNTS,
  }: {
    readonly cell?: (people: number) => ReachCell;
    readonly rules?: CountRules;
  } = {},
): FindingEvidence => {
  const { country } = model;
  const records = readCohort(model);
  const source = { data: 'The demonstration cohort', rules };
  const [school, area] = [byCode(country.schools), byCode(country.foundationAreas)];
  const regionCode = (region: number): string => country.regions[region]?.code ?? '';
  const schoolRegion = (one: CohortRecord): string => regionCode(school(one.school).region);
  const foundationRegion = (one: CohortRecord): string => regionCode(area(one.foundation).region);
  const capital = country.regions.find(({ isCapital }) => isCapital)?.code ?? '';
  const graduates = records.filter(({ foundation }) => foundation !== '');
  const inSpecialty = records.filter(({ specialty }) => specialty !== '');
  const inCareer = records.filter(({ career }) => career !== '');
  const share = (from: readonly CohortRecord[], part: Is, whole: Is) => ({
    part: cell(people(from, all(part, whole))),
    whole: cell(people(from, whole)),
  });
  const inJob = (job: string, isOf: Is, isKnown: Is): Comparison => {
    const isJob: Is = ({ group }) => group === job;
    return {
      first: share(inSpecialty, isOf, all(isJob, isKnown)),
      second: share(inSpecialty, isOf, all(not(isJob), isKnown)),
    };
  };
  const twoGroups = (from: readonly CohortRecord[], isHit: Is, [one, other]: readonly [Is, Is]): Comparison => ({
    first: share(from, isHit, one),
    second: share(from, isHit, other),
  });
  const isFar: Is = (one) => kmBetween(school(one.school), area(one.foundation)) > 50;
  const isConsultant: Is = ({ careerType }) => careerType === 'consultant';
  const hasLeft: Is = (one) => schoolRegion(one) !== foundationRegion(one);
  const isOfCapital: Is = (one) => schoolRegion(one) === capital;
  const inFifth =
    (fifth: string): Is =>
    (one) =>
      one.fifth === fifth;
  const fifthsOf = (from: readonly CohortRecord[]) => {
    const at = (fifth: string) => cell(people(from, inFifth(fifth)));
    return { '1': at('1'), '2': at('2'), '3': at('3'), '4': at('4'), '5': at('5') };
  };
  const fifthBase = {
    name: 'people aged 16 to 17',
    people: Object.fromEntries(FIFTHS.map((fifth, i) => [fifth, country.aged16To17ByFifth[i] ?? 0])),
  };
  const ethnicBase = {
    name: 'people aged 16 to 17',
    people: { non_white: country.nonWhite, white: country.aged16To17 - country.nonWhite },
  };
  const ofSchool = (code: string) => records.filter((one) => one.school === code);
  const slopes = slopesWithFounding(model, records);
  const workforce = workforceOf(model);
  const placeYears = [...new Set(graduates.map(({ foundationYear }) => foundationYear))].filter(
    (year) => year >= '2017',
  );
  const recent = graduates.filter(({ foundationYear }) => foundationYear >= '2017');
  return {
    isDemonstration: true,
    journeysWithheld: null,
    ownShares: [],
    supplyAgainstNeed: { ...source, points: workforce.supply },
    vacancyByDeprivation: { ...source, points: workforce.vacancy, domains: {} },
    retentionByDeprivation: { ...source, points: workforce.retention },
    jobs: {
      ...source,
      womenInSurgery: inJob('surgery', isWoman, either(isWoman, isMan)),
      nonWhiteInGeneralPractice: inJob('general_practice', isNonWhite, either(isNonWhite, isWhite)),
      mostDeprivedInGeneralPractice: inJob('general_practice', inFifth('1'), ({ fifth }) => fifth !== ''),
    },
    trainingToCareer: { ...source, ...regionFlow(inCareer, [(one) => one.specialty, (one) => one.career], cell) },
    entrantsByFifth: {
      ...source,
      entrants: fifthsOf(records),
      base: fifthBase,
      deprivationSlope: slopes.deprivation,
    },
    localBySchool: {
      ...source,
      schools: country.schools.map((one) => {
        const own = tally(ofSchool(one.code), ({ home }) => home);
        const areas = homeAreas(country, one, { entrantsOf: (code) => own.get(code) ?? 0, cell });
        return { ratio: ownRegionShare(areas, regionCode(one.region), rules).ratio };
      }),
    },
    distanceSlope: { ...source, ...slopes.distance },
    sexBySchool: {
      ...source,
      schools: country.schools.map(({ code }) => ({
        women: cell(people(ofSchool(code), isWoman)),
        men: cell(people(ofSchool(code), isMan)),
      })),
    },
    ethnicGroups: {
      ...source,
      groups: [
        { group: 'non_white', people: cell(people(records, isNonWhite)) },
        { group: 'white', people: cell(people(records, isWhite)) },
      ],
      base: ethnicBase,
    },
    schoolToFoundation: { ...source, ...regionFlow(graduates, [schoolRegion, foundationRegion], cell) },
    movesByGroup: {
      ...source,
      womenAgainstMen: twoGroups(graduates, isFar, [isWoman, isMan]),
      nonWhiteAgainstWhite: twoGroups(graduates, isFar, [isNonWhite, isWhite]),
      femaleTerm: null,
      nonWhiteTerm: null,
    },
    capital: {
      ...source,
      leaving: twoGroups(graduates, hasLeft, [isOfCapital, not(isOfCapital)]),
      graduates: cell(people(recent, isOfCapital)),
      places:
        placeYears.length *
        country.foundationAreas
          .filter(({ region }) => regionCode(region) === capital)
          .reduce((sum, { annualPlaces }) => sum + annualPlaces, 0),
    },
    careersByGroup: {
      ...source,
      womenAgainstMen: twoGroups(inCareer, isConsultant, [isWoman, isMan]),
      nonWhiteAgainstWhite: twoGroups(inCareer, isConsultant, [isNonWhite, isWhite]),
      mostAgainstLeastDeprived: twoGroups(inCareer, isConsultant, [inFifth('1'), inFifth('5')]),
    },
    deprivedOverTime: {
      ...source,
      periods: [
        { label: '2006 to 2015', entrants: fifthsOf(records.filter(({ entryYear }) => entryYear <= 2015)) },
        { label: '2016 to 2025', entrants: fifthsOf(records.filter(({ entryYear }) => entryYear > 2015)) },
      ],
      base: fifthBase,
    },
  };
};
