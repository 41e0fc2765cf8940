import { isState } from './axis-label';
import { LEAST_PEOPLE, LEAST_SCHOOLS } from './schools-held';

/** People by school, as published, in one of the parts that a period or a characteristic splits a table's people into. */
export type PeopleOfPart = ReadonlyMap<string, number>;

interface Shared {
  /** Schools with people enough to count beside others. */
  readonly large: readonly string[];
  /** Everybody else: of small schools, and of those that aren't known. */
  readonly others: number;
}

const sharedBy = (people: PeopleOfPart, own: readonly string[]): Shared => {
  const rest = [...people].filter(([school]) => !own.includes(school));
  const large = rest.filter(([school, count]) => !isState(school) && count >= LEAST_PEOPLE);
  const all = rest.reduce((sum, [, count]) => sum + count, 0);
  return {
    large: large.map(([school]) => school),
    others: all - large.reduce((sum, [, count]) => sum + count, 0),
  };
};

/**
 * Whether what is given of a part is no more than one or two schools' own figures. Staff take their own schools away: of the rest two
 * have to hide each other, and for somebody without a school three have to.
 */
export const isOfFew = (people: PeopleOfPart, own: readonly string[]): boolean => {
  const { large, others } = sharedBy(people, own);
  const takesAway = own.some((school) => (people.get(school) ?? 0) > 0);
  const least = takesAway ? LEAST_SCHOOLS - 1 : LEAST_SCHOOLS;
  return large.length > 0 && large.length < least && others < LEAST_PEOPLE;
};

type RegionOf = (school: string) => string | undefined;

const byRegion = (people: PeopleOfPart, regionOf: RegionOf): PeopleOfPart[] => {
  const regions = new Map<string, Map<string, number>>();
  for (const [school, count] of people) {
    if (isState(school)) continue;
    const region = regionOf(school) ?? '';
    const own = regions.get(region) ?? new Map<string, number>();
    regions.set(region, own.set(school, count));
  }
  return [...regions.values()];
};

/** Whether a region with people holds fewer than three schools with people enough. `people`: of all years and everybody. */
export const hasRegionOfFew = (people: PeopleOfPart, regionOf: RegionOf): boolean =>
  byRegion(people, regionOf).some((own) => {
    const isPeopled = [...own.values()].some((count) => count > 0);
    return isPeopled && sharedBy(own, []).large.length < LEAST_SCHOOLS;
  });

/** The same of a part: in a region whose other schools have next to nobody in it, it is one or two schools' own. */
export const hasPartOfFew = (people: PeopleOfPart, regionOf: RegionOf): boolean =>
  byRegion(people, regionOf).some((own) => isOfFew(own, []));

/** Whether a sum over schools is of at least three besides a reader's own, or of next to nobody. */
export const isOfSeveralOthers = (people: PeopleOfPart, own: readonly string[]): boolean => {
  const { large } = sharedBy(people, own);
  return large.length === 0 || large.length >= LEAST_SCHOOLS;
};
