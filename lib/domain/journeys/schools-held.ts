import type { JourneyStore } from './journey-store';

/** Schools with fewer people hide nothing of the others. */
const LEAST_PEOPLE = 10;

/**
 * With one school, what is given of all is that school's own figures; with two, each school can take away its own. Its
 * staff and planners may not see them, so such figures need this many schools.
 */
export const LEAST_SCHOOLS = 3;

/** Codes of the schools with people enough to count beside others. */
export function schoolsHeld({ cells: { columns, codes, counts, cells } }: Pick<JourneyStore, 'cells'>): string[] {
  const people = new Map<string, number>();
  for (let cell = 0; cell < cells; cell += 1) {
    const school = codes.school[columns.school[cell] ?? 0] ?? '';
    people.set(school, (people.get(school) ?? 0) + (counts[cell] ?? 0));
  }
  return [...people].flatMap(([school, count]) => (school !== '' && count >= LEAST_PEOPLE ? [school] : []));
}
