import type { JourneyRecord } from '@/lib/domain/journeys/journey-record';

/** Six schools of six regions and homes in pairs, each pair in one region and board. */
export const TWIN_SCHOOLS = [
  'university-of-leeds',
  'university-of-sheffield',
  'university-of-oxford',
  'university-of-liverpool',
  'university-of-bristol',
  'newcastle-university',
] as const;

const HOMES = ['E08000035', 'E08000019', 'E06000001', 'E07000178', 'E08000012', 'E06000023'] as const;
const FOUNDATION = ['FA-yorkshire-and-humber', 'FA-oxford', 'FA-northern', 'FA-severn'] as const;
const REGIONS = ['TR-yorkshire-and-the-humber', 'TR-thames-valley', 'TR-north-east', 'TR-south-west'] as const;
const GROUPS = ['general_practice', 'surgery', 'medicine'] as const;
const POSTS = ['gp', 'consultant', 'other'] as const;

const at = <Value>(values: readonly Value[], position: number): Value => {
  const found = values[position % values.length];
  if (found === undefined) throw new Error('No value');
  return found;
};

const recordOf = (s: number, h: number, sex: 'F' | 'M', white: boolean): JourneyRecord => ({
  // Two periods of five years: to 2010, and to 2015.
  entryYear: 2006 + ((s + h) % 2) * 9,
  homeLadCode: at(HOMES, h),
  schoolId: at(TWIN_SCHOOLS, s),
  sex,
  ethnicity: white ? 'white' : 'non_white',
  imdQuintile: at(['1', '2', '3', '4', '5'] as const, h + (white ? 0 : 2)),
  entryRoute: 'standard',
  foundationAreaCode: at(FOUNDATION, s + h),
  foundationYear: 2012 + ((s + h) % 2) * 9,
  specialtyAreaCode: at(REGIONS, s),
  specialtyGroup: at(GROUPS, h + s),
  careerAreaCode: at(REGIONS, h),
  careerType: at(POSTS, h + (sex === 'F' ? 0 : 1)),
  // Multiples of 5, and none small: one or two people more leave every published count as it is.
  count: 20 + 5 * ((3 * s + 5 * h) % 9),
});

const everybody = (): JourneyRecord[] =>
  TWIN_SCHOOLS.flatMap((_, s) =>
    HOMES.flatMap((__, h) => [
      recordOf(s, h, 'F', true),
      recordOf(s, h, 'M', true),
      recordOf(s, h, 'F', false),
      recordOf(s, h, 'M', false),
    ]),
  );

/** Few people, alone in a home authority of theirs: the count is published as 5 for any number from 3 to 7. */
const few = (count: number): JourneyRecord => ({ ...recordOf(1, 2, 'F', false), homeLadCode: 'E08000017', count });

/** Counts as they are, and two more or fewer: the same when published. */
const AS_THEY_ARE = [40, 40, 40, 40] as const;
const APART = [42, 42, 42, 38] as const;
const APART_THE_OTHER_WAY = [38, 38, 38, 42] as const;

/**
 * Four groups of people who share hardly a cell of any published table, each at another stage: what is published of them stays when each
 * has two people more or fewer. A sum over several, which isn't published, changes by four, and rounded by itself by five.
 */
const apart = (counts: readonly [number, number, number, number]): JourneyRecord[] => {
  const [career, specialty, foundation, school] = counts;
  const nowhere = { specialtyAreaCode: null, specialtyGroup: null, careerAreaCode: null, careerType: null };
  const ofPeriod = { entryYear: 2006, foundationYear: 2012 };
  return [
    { ...recordOf(0, 0, 'F', true), ...ofPeriod, imdQuintile: '1', foundationAreaCode: FOUNDATION[0], count: career },
    {
      ...recordOf(2, 2, 'M', false),
      ...ofPeriod,
      ...{ imdQuintile: '3', foundationAreaCode: FOUNDATION[1], specialtyAreaCode: REGIONS[1], careerAreaCode: null },
      ...{ careerType: null, count: specialty },
    },
    {
      ...recordOf(4, 4, 'F', true),
      ...ofPeriod,
      ...nowhere,
      ...{ imdQuintile: '5', foundationAreaCode: FOUNDATION[2], count: foundation },
    },
    {
      ...recordOf(5, 5, 'M', false),
      ...nowhere,
      ...{ entryYear: 2006, foundationAreaCode: null, foundationYear: null, imdQuintile: '2', count: school },
    },
  ];
};

/** Women and men of two schools who are alike but for that, so that only the schools' own split by sex tells which cohort it is. */
const split = (women: number): JourneyRecord[] => {
  const alike = {
    ...recordOf(2, 2, 'F', true),
    foundationAreaCode: null,
    foundationYear: null,
    specialtyAreaCode: null,
  };
  const ended = { ...alike, specialtyGroup: null, careerAreaCode: null, careerType: null, entryYear: 2006 };
  const of = (s: number, sex: 'F' | 'M', count: number) => ({ ...ended, schoolId: at(TWIN_SCHOOLS, s), sex, count });
  return [of(2, 'F', women), of(2, 'M', 100 - women), of(3, 'F', 100 - women), of(3, 'M', women)];
};

/** Two schools that differ by sex, each way: together they are the same, and so is each of them without sex. */
export const splitCohorts = (): Readonly<Record<string, readonly JourneyRecord[]>> => ({
  split: [...everybody(), ...split(55)],
  splitTheOtherWay: [...everybody(), ...split(45)],
});

/**
 * Cohorts that differ in true counts and in no published one. Whoever can tell their screens apart has learnt a true count: from a sum that was
 * rounded by itself beside the tables, or from a small one.
 */
export const twinCohorts = (): Readonly<Record<string, readonly JourneyRecord[]>> => ({
  asTheyAre: [...everybody(), ...apart(AS_THEY_ARE), few(5)],
  apart: [...everybody(), ...apart(APART), few(5)],
  apartTheOtherWay: [...everybody(), ...apart(APART_THE_OTHER_WAY), few(5)],
  fewerOfTheFew: [...everybody(), ...apart(AS_THEY_ARE), few(3)],
  moreOfTheFew: [...everybody(), ...apart(AS_THEY_ARE), few(7)],
});
