import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toNearestFive } from '@/lib/domain/disclosure/rounding';
import type { Counts } from './counts';
import type { JourneyFilter } from './journey-filter';
import { nonZero, PERIODS, person, SMALL, storeOf, tableIn } from './journey-fixture';
import type { JourneyRecord } from './journey-record';
import { JOURNEY_SHAPES } from './journey-shapes';
import { roundedStoreOf } from './rounded-fixture';
import { tableOf } from './table-of';

/** People who all began foundation training, so that both tables hold everybody; H3 and s3 lie in no region. */
const people = fc.array(
  fc
    .record({
      entryYear: fc.constantFrom(2008, 2012, 2013, 2016),
      homeLadCode: fc.constantFrom('H1', 'H2', 'H3'),
      schoolId: fc.constantFrom('s1', 's2', 's3'),
      sex: fc.constantFrom('F' as const, 'M' as const, 'U' as const),
      ethnicity: fc.constantFrom('white' as const, 'asian' as const, 'unknown' as const),
      foundationAreaCode: fc.constantFrom('FA1', 'FA2'),
      foundationYear: fc.constantFrom(2012, 2017, 2018),
      count: fc.integer({ min: 1, max: 40 }),
    })
    .map((given): JourneyRecord => person(given)),
  { minLength: 1, maxLength: 60 },
);

const FILLED = [
  ...['home_by_school', 'home_board_by_school', 'home_region_by_school_region', 'school_by_sex', 'school_by_ethnicity'],
  ...['school_by_foundation_area', 'school_region_by_foundation_region', 'school_by_capital_relation'],
  'school_by_school_to_foundation_band',
];

/** Everything that a shape may be asked for and rounded tables know. */
const filtersOf = (id: string): JourneyFilter[] => {
  const shape = JOURNEY_SHAPES.find((one) => one.id === id);
  const clock = id.includes('foundation') || id.includes('capital') ? 'foundation' : 'entry';
  const periods = [{}, ...PERIODS[clock].slice(0, 2).map(({ label }) => ({ period: { clock, label } as const }))];
  const groups: JourneyFilter[] = [
    {},
    ...(shape?.characteristics.includes('sex') ? [{ sex: 'F' }] : []),
    ...(shape?.characteristics.includes('ethnicity') ? [{ ethnicity: 'non_white' }] : []),
  ];
  return periods.flatMap((period) => groups.map((group) => ({ ...period, ...group })));
};

/** Only the columns that the other table has: rounded tables know no unknown sex or ethnic group. */
const among = (table: Counts, columns: readonly string[]): Record<string, number> =>
  Object.fromEntries(
    Object.entries(nonZero(table)).filter(([key]) => columns.includes(key.slice(key.indexOf('|') + 1))),
  );

/** A period that a table has no row of is refused there, and empty in the cohort. */
const isAbsent = (records: readonly JourneyRecord[], { period }: JourneyFilter): boolean =>
  period !== undefined &&
  !records.some(({ entryYear, foundationYear }) => {
    const band = PERIODS[period.clock].find(({ label }) => label === period.label);
    const year = period.clock === 'entry' ? entryYear : (foundationYear ?? 0);
    return band !== undefined && year >= band.from && year <= band.to;
  });

describe('groupings of rounded tables', () => {
  it('of unrounded cells are the cohort’s own tables, whatever the shape, period and group', () => {
    fc.assert(
      fc.property(people, (records) => {
        const cohort = storeOf(records);
        const store = roundedStoreOf(records, { places: SMALL, round: (count) => count, roundingBase: 1 });
        for (const id of FILLED) {
          for (const filter of filtersOf(id)) {
            if (isAbsent(records, filter)) continue;
            const outcome = tableOf(store, id, filter);
            if (outcome.kind !== 'table') throw new Error(`No ${id}: ${JSON.stringify([outcome, filter])}`);
            const { table } = outcome;
            expect([id, filter, nonZero(table)]).toEqual([
              id,
              filter,
              among(tableIn(cohort, id, filter), table.columns),
            ]);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('add rounded cells, say how many, and lie within half a step of each of the people', () => {
    fc.assert(
      fc.property(people, (records) => {
        const cohort = storeOf(records);
        const store = roundedStoreOf(records, { places: SMALL, round: toNearestFive, roundingBase: 5 });
        for (const id of FILLED) {
          const outcome = tableOf(store, id, {});
          if (outcome.kind !== 'table') throw new Error(`No ${id}`);
          const { rows, columns, known, parts, counts, zeros } = outcome.table;
          const exact = among(tableIn(cohort, id), columns);
          for (const [at, sum] of known.entries()) {
            const key = `${rows[Math.floor(at / columns.length)]}|${columns[at % columns.length]}`;
            expect(sum % 5).toBe(0);
            expect(Math.abs(sum - (exact[key] ?? 0))).toBeLessThanOrEqual(2.5 * (parts[at] ?? 0));
            expect(zeros[at]).toBeLessThanOrEqual(parts[at] ?? 0);
            expect(counts[at]).toBe(parts[at] === 0 ? null : sum);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('of a withheld cell are gaps wherever it is a part, and keep what is known', () => {
    fc.assert(
      fc.property(people, (records) => {
        const hide = (count: number) => (count < 8 ? { absent: 'suppressed' as const } : toNearestFive(count));
        const store = roundedStoreOf(records, { places: SMALL, round: hide, roundingBase: 5 });
        const all = tableOf(store, 'home_by_school', {});
        const byRegion = tableOf(store, 'home_region_by_school_region', {});
        if (all.kind !== 'table' || byRegion.kind !== 'table') throw new Error('No table');
        const region = (code: string) => SMALL.regionOf.get(code) ?? 'unknown';
        const { rows, columns } = all.table;
        for (const [at, count] of byRegion.table.counts.entries()) {
          const [row, column] = [
            byRegion.table.rows[Math.floor(at / byRegion.table.columns.length)],
            byRegion.table.columns[at % byRegion.table.columns.length],
          ];
          const parts = rows.flatMap((home, r) =>
            columns.flatMap((school, c) =>
              region(home) === row && region(school) === column ? [r * columns.length + c] : [],
            ),
          );
          const inFile = parts.filter((cell) => (all.table.parts[cell] ?? 0) > 0);
          const isGap = inFile.length === 0 || inFile.some((cell) => all.table.counts[cell] === null);
          const known = parts.reduce((sum, cell) => sum + (all.table.known[cell] ?? 0), 0);
          expect([byRegion.table.known[at], count]).toEqual([known, isGap ? null : known]);
        }
      }),
      { numRuns: 60 },
    );
  });
});
