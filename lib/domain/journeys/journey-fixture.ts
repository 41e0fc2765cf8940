import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import type { Counts, TrueCounts } from './counts';
import type { JourneyFilter } from './journey-filter';
import type { JourneyPlaces, Periods } from './journey-places';
import type { JourneyRecord } from './journey-record';
import { type JourneyStore, makeJourneyStoreBuilder } from './journey-store';
import { tableOf } from './table-of';

/** Five entry years each, and five foundation years each; cohorts outside them are in no period. */
export const PERIODS: Periods = {
  entry: [2006, 2011, 2016].map((from) => ({ label: `${from}-${from + 4}`, from, to: from + 4 })),
  foundation: [2012, 2017, 2022].map((from) => ({ label: `${from}-${from + 4}`, from, to: from + 4 })),
};

/** A small country: two regions with a capital, an authority and a school without a region, one place without a position. */
export const SMALL: JourneyPlaces = {
  homes: ['H1', 'H2', 'H3'],
  schools: ['s1', 's2'],
  foundationAreas: ['FA1', 'FA2'],
  boards: ['B1', 'B2'],
  regions: ['R1', 'R2'],
  regionOf: new Map([
    ['H1', 'R1'],
    ['H2', 'R2'],
    ['s1', 'R1'],
    ['s2', 'R2'],
    ['FA1', 'R1'],
    ['FA2', 'R2'],
  ]),
  boardOf: new Map([
    ['H1', 'B1'],
    ['H2', 'B2'],
  ]),
  capitalRegion: 'R1',
  positions: new Map([
    ['H1', { latitude: 52, longitude: -1 }],
    ['H2', { latitude: 53, longitude: -1 }],
    ['H3', { latitude: 52.5, longitude: -1 }],
    ['s1', { latitude: 52.1, longitude: -1 }],
    ['FA1', { latitude: 52.2, longitude: -1 }],
    ['FA2', { latitude: 54.5, longitude: -1 }],
  ]),
};

/** One person of the small country who stayed in R1 throughout, but for what is given. */
export const person = (given: Partial<JourneyRecord> = {}): JourneyRecord => ({
  entryYear: 2010,
  homeLadCode: 'H1',
  schoolId: 's1',
  sex: 'F',
  ethnicity: 'white',
  imdQuintile: '3',
  entryRoute: 'standard',
  foundationAreaCode: 'FA1',
  foundationYear: 2015,
  specialtyAreaCode: 'R1',
  specialtyGroup: 'medicine',
  careerAreaCode: 'R1',
  careerType: 'consultant',
  count: 1,
  ...given,
});

export const storeOf = (
  records: readonly JourneyRecord[],
  places: JourneyPlaces = SMALL,
  periods: Periods = PERIODS,
): JourneyStore => {
  const builder = makeJourneyStoreBuilder({ places, periods });
  builder.addRecords(records);
  return builder.finish();
};

/** Cells of a table that hold somebody, by "row|column". */
export const nonZero = ({ rows, columns, counts }: Counts): Record<string, number> =>
  Object.fromEntries(
    rows.flatMap((row, r) =>
      columns.flatMap((column, c) => {
        const count = counts[r * columns.length + c] ?? 0;
        return count === 0 ? [] : [[`${row}|${column}`, count]];
      }),
    ),
  );

/** A table that has to be there. */
export const tableIn = (store: JourneyStore, shape: string, filter: JourneyFilter = {}): TrueCounts => {
  const outcome = tableOf(store, shape, filter);
  if (outcome.kind !== 'table') throw new Error(`No ${shape}: ${JSON.stringify(outcome)}`);
  return outcome.table;
};

/** Every filter that a shape permits. */
export const filtersOf = (store: JourneyStore, shape: string): JourneyFilter[] => {
  const cube = store.cubes.get(shape);
  return (cube?.planes ?? []).flatMap(({ clock, label }) =>
    (cube?.slots ?? []).map(({ by, value }) => ({
      ...(clock === null || label === null ? {} : { period: { clock, label } }),
      ...(by === null || value === null ? {} : { [by]: value }),
    })),
  );
};

/** People of the small country drawn at random, few of whom share a way: so many ways, each of 1 to 30 people. */
export const drawnPeople = (
  label: string,
  ways: number,
  { homes, schools }: Pick<JourneyPlaces, 'homes' | 'schools'> = SMALL,
): JourneyRecord[] => {
  const next = seededGenerator(label);
  const oneOf = <T>(values: readonly T[]): T => values[Math.floor(next() * values.length)] as T;
  return Array.from({ length: ways }, () => {
    const foundationAreaCode = oneOf(['FA1', 'FA2', null]);
    const specialtyAreaCode = foundationAreaCode === null ? null : oneOf(['R1', 'R2', null]);
    const careerAreaCode = specialtyAreaCode === null ? null : oneOf(['R1', 'R2', null]);
    return person({
      ...{ homeLadCode: oneOf(homes), schoolId: oneOf(schools), sex: oneOf(['F', 'F', 'M', 'M', 'X'] as const) },
      ...{ foundationAreaCode, specialtyAreaCode, careerAreaCode },
      foundationYear: foundationAreaCode === null ? null : 2015,
      specialtyGroup: specialtyAreaCode === null ? null : 'medicine',
      careerType: careerAreaCode === null ? oneOf(['left', 'unknown', null]) : oneOf(['gp', 'consultant']),
      count: 1 + Math.floor(next() ** 3 * 30),
    });
  });
};
