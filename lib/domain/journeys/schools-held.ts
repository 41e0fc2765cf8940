import type { JourneyStore } from './journey-store';
import type { RoundedStore } from './rounded-store';
import { tableOf } from './table-of';

/** Schools with fewer people hide nothing of the others. */
export const LEAST_PEOPLE = 10;

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
  return largeEnough(people);
}

const largeEnough = (people: ReadonlyMap<string, number>): string[] =>
  [...people].flatMap(([school, count]) => (school !== '' && count >= LEAST_PEOPLE ? [school] : []));

/** The same of rounded tables, by what was let out. */
export function schoolsInTables(store: RoundedStore): string[] {
  const people = new Map<string, number>();
  for (const shape of ['home_by_school', 'school_by_foundation_area']) {
    const outcome = tableOf(store, shape, {});
    if (outcome.kind !== 'table') continue;
    const { rows, columns, known } = outcome.table;
    for (const [at, count] of known.entries()) {
      const [row, column] = [rows[Math.floor(at / columns.length)], columns[at % columns.length]];
      const school = (shape === 'home_by_school' ? column : row) ?? '';
      people.set(school, (people.get(school) ?? 0) + count);
    }
  }
  return largeEnough(people);
}
