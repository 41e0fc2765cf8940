import type { Role } from '@/lib/domain/access/access';
import type { AxisId } from './axis';
import { CHARACTERISTICS, type JourneyShape } from './journey-shapes';
import { LEAST_SCHOOLS } from './schools-held';

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

/**
 * What people of a role see of a shape. A school by a characteristic is the school's own cross-tab: for its staff, and for
 * analysts, who load such files. Where schools' people go and come from is for those who plan; school staff see their own
 * school in it. A region may hold one school, or two of which one is the reader's: tables that tell the region of school
 * aren't for school staff.
 */
const readingOfRole = (role: Role, shape: JourneyShape, isNarrowed: boolean): JourneyReading => {
  const isOfSchools = has(shape, 'school');
  if (role === 'analyst') return 'all';
  if (role === 'deanery' || role === 'commissioner') {
    const isCrossTab =
      isOfSchools && (isNarrowed || characteristics.has(shape.rows) || characteristics.has(shape.columns));
    return isCrossTab ? 'none' : 'all';
  }
  if (role === 'school' && isOfSchools) return 'own';
  return isOfSchools || TELLS_SCHOOL.has(shape.rows) || TELLS_SCHOOL.has(shape.columns) ? 'none' : 'all';
};

const ORDER: readonly JourneyReading[] = ['all', 'own', 'none'];

/** The most that any of somebody's roles lets them see of a shape, narrowed by a characteristic or not. */
export const journeyReading = (roles: readonly Role[], shape: JourneyShape, isNarrowed: boolean): JourneyReading => {
  const readings = new Set(roles.map((role) => readingOfRole(role, shape, isNarrowed)));
  return ORDER.find((one) => readings.has(one)) ?? 'none';
};

/**
 * Whether a table of everybody is no more than the figures of one or two schools, which aren't for this reader: those who plan may see
 * where a school's people come from and go, but not by a characteristic.
 */
export const isOfOtherSchools = (
  roles: readonly Role[],
  shape: JourneyShape,
  {
    isNarrowed,
    held,
    own,
  }: { readonly isNarrowed: boolean; readonly held: readonly string[]; readonly own: readonly string[] },
): boolean => {
  const others = held.filter((school) => !own.includes(school));
  if (roles.includes('analyst') || held.length >= LEAST_SCHOOLS || others.length === 0) return false;
  const isPlanner = roles.includes('deanery') || roles.includes('commissioner');
  return !isPlanner || isNarrowed || characteristics.has(shape.rows) || characteristics.has(shape.columns);
};
