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

/**
 * Cohorts that differ in true counts and in no published one: a few people more or fewer of one kind, never more than two in any
 * sum. Whoever can tell their screens apart has learnt a true count.
 */
export const twinCohorts = (): Readonly<Record<string, readonly JourneyRecord[]>> => {
  const [first, ...rest] = everybody();
  if (!first) throw new Error('Nobody');
  return {
    asTheyAre: [first, ...rest, few(5)],
    oneMore: [{ ...first, count: first.count + 1 }, ...rest, few(5)],
    twoMore: [{ ...first, count: first.count + 2 }, ...rest, few(5)],
    fewerOfTheFew: [first, ...rest, few(3)],
    moreOfTheFew: [first, ...rest, few(7)],
  };
};
