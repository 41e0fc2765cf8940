import type { Role } from '@/lib/domain/access/access';
import type { AxisId } from './axis';
import { CHARACTERISTICS, type JourneyShape } from './journey-shapes';
import { hasPartOfFew, hasRegionOfFew, isOfFew, type PeopleOfPart } from './schools-of-part';

/**
 * How much of a table somebody sees. `own`: only the rows or columns of the schools in their scope.
 */
export type JourneyReading = 'all' | 'own' | 'none';

const characteristics: ReadonlySet<AxisId> = new Set(CHARACTERISTICS);

/** How people came to a region, or are tied to it, tells where their schools were: of a region with one school, that school's own. */
const TELLS_SCHOOL: ReadonlySet<AxisId> = new Set([
  'school_region',
  'settlement_at_foundation',
  'settlement_at_specialty',
  'settlement_at_career',
  'career_ties',
]);

const has = ({ rows, columns }: JourneyShape, axis: AxisId): boolean => rows === axis || columns === axis;

const tellsRegionOfSchool = ({ rows, columns }: JourneyShape): boolean =>
  TELLS_SCHOOL.has(rows) || TELLS_SCHOOL.has(columns);

/** Whether people are told apart by a characteristic. */
const isByCharacteristic = ({ rows, columns }: JourneyShape, isNarrowed: boolean): boolean =>
  isNarrowed || characteristics.has(rows) || characteristics.has(columns);

/**
 * What people of a role see of a shape. A school by a characteristic is the school's own cross-tab: for its staff, and for
 * analysts, who load such files. Where schools' people go and come from is for those who plan; school staff see their own
 * school in it. A region may hold one school, or two of which one is the reader's: tables that tell the region of school
 * aren't for school staff.
 */
const readingOfRole = (role: Role, shape: JourneyShape, isNarrowed: boolean): JourneyReading => {
  const isOfSchools = has(shape, 'school');
  if (role === 'analyst') return 'all';
  if (role === 'deanery' || role === 'commissioner')
    return isOfSchools && isByCharacteristic(shape, isNarrowed) ? 'none' : 'all';
  if (role === 'school' && isOfSchools) return 'own';
  return isOfSchools || tellsRegionOfSchool(shape) ? 'none' : 'all';
};

/** Most first. */
const ORDER: readonly JourneyReading[] = ['all', 'own', 'none'];

/**
 * The most that any of somebody's roles lets them see of a shape, narrowed by a characteristic or not. Who is of a school's staff sees
 * people of other schools by a characteristic through no other role either.
 */
export const journeyReading = (roles: readonly Role[], shape: JourneyShape, isNarrowed: boolean): JourneyReading => {
  const readings = new Set(roles.map((role) => readingOfRole(role, shape, isNarrowed)));
  if (roles.includes('school') && isByCharacteristic(shape, isNarrowed))
    return readingOfRole('school', shape, isNarrowed);
  return ORDER.find((one) => readings.has(one)) ?? 'none';
};

/** Whose people a table holds, as published. */
export interface PeopleBehind {
  /** All years, everybody. */
  readonly whole: PeopleOfPart;
  /** By each value of the characteristics, and each period, that split the table. */
  readonly parts: readonly PeopleOfPart[];
  /** Of the characteristics alone: those that tell regions of schools by them. */
  readonly regionOf: (school: string) => string | undefined;
}

/**
 * Why a table of everybody isn't given to a reader, or null.
 *
 * - `few_schools`: it is no more than the figures of one or two schools that aren't theirs
 * - `few_in_region`: narrowed to a group, a region would show the figures of its one or two schools. The table is withheld as a whole:
 *   one region alone could be had from the total and the others
 */
export type WhyWithheld = 'few_schools' | 'few_in_region' | null;

export interface AskedOf {
  readonly shape: JourneyShape;
  readonly isNarrowed: boolean;
  readonly roles: readonly Role[];
  /** The schools whose staff the reader is. */
  readonly own: readonly string[];
}

/**
 * Those who plan may see where a school's people come from and go, but not by a characteristic; analysts all, but for those who are of a
 * school's staff too.
 */
export const whyWithheld = (
  { shape, isNarrowed, roles, own }: AskedOf,
  { whole, parts, regionOf }: PeopleBehind,
): WhyWithheld => {
  const isCrossTab = isByCharacteristic(shape, isNarrowed);
  const isStaff = roles.includes('school');
  if (roles.includes('analyst') && !(isStaff && isCrossTab)) return null;
  const isPlanner = roles.includes('deanery') || roles.includes('commissioner');
  if (isPlanner && !isCrossTab) return null;
  if ([whole, ...parts].some((part) => isOfFew(part, own))) return 'few_schools';
  const isByRegion = isNarrowed && tellsRegionOfSchool(shape);
  const tells = isByRegion && (hasRegionOfFew(whole, regionOf) || parts.some((part) => hasPartOfFew(part, regionOf)));
  return tells ? 'few_in_region' : null;
};
