import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelWith, readCohort } from '@/lib/domain/demonstration/cohort-fixture';
import { cohortRecords, placesOf } from './demonstration-fixture';
import { filtersOf, nonZero, PERIODS, person, SMALL, storeOf, tableIn } from './journey-fixture';
import {
  CAREER_TYPES,
  ETHNIC_GROUPS,
  type JourneyRecord,
  NON_WHITE_GROUPS,
  QUINTILES,
  ROUTES,
  SEXES,
} from './journey-record';
import { JOURNEY_SHAPES } from './journey-shapes';
import { makeJourneyStoreBuilder } from './journey-store';
import { naiveTables } from './naive-fixture';

const oneOf = <T>(...values: readonly T[]): fc.Arbitrary<T> => fc.constantFrom(...values);

/** People of the small country with everything that a record can lack, codes that no look-up knows among them. */
const anyPerson: fc.Arbitrary<JourneyRecord> = fc.record({
  entryYear: fc.integer({ min: 2004, max: 2022 }),
  homeLadCode: oneOf('H1', 'H2', 'H3', 'H9'),
  schoolId: oneOf('s1', 's2', 's9'),
  sex: oneOf(...SEXES),
  ethnicity: oneOf(...ETHNIC_GROUPS, ...NON_WHITE_GROUPS),
  imdQuintile: oneOf(...QUINTILES, null),
  entryRoute: oneOf(...ROUTES),
  foundationAreaCode: oneOf('FA1', 'FA2', 'FA9', null),
  foundationYear: oneOf(2011, 2012, 2018, 2026, null),
  specialtyAreaCode: oneOf('R1', 'R2', 'R9', null),
  specialtyGroup: oneOf('medicine', 'surgery', null),
  careerAreaCode: oneOf('R1', 'R2', 'R9', null),
  careerType: oneOf(...CAREER_TYPES, null),
  count: fc.integer({ min: 1, max: 400 }),
});

const model = modelWith();
const places = placesOf(model);
const everybody = [...cohortRecords(model)];
const sample = everybody.filter((_, i) => i % 12 === 0);
const sampleStore = storeOf(sample, places);
const fullStore = storeOf(everybody, places);

const allTables = (records: readonly JourneyRecord[], batches: readonly number[] = []) => {
  const builder = makeJourneyStoreBuilder({ places: SMALL, periods: PERIODS });
  let from = 0;
  for (const to of [...batches, records.length]) {
    builder.addRecords(records.slice(from, to));
    from = Math.max(from, to);
  }
  const store = builder.finish();
  return JOURNEY_SHAPES.map(({ id }) => filtersOf(store, id).map((filter) => nonZero(tableIn(store, id, filter))));
};

describe('against counting person by person', () => {
  it.each(JOURNEY_SHAPES)('gives the same $id of the demonstration cohort under every filter', (shape) => {
    const filters = filtersOf(sampleStore, shape.id);
    const naive = naiveTables({ records: sample, places, periods: PERIODS, shape }, filters);
    expect(filters.map((filter) => nonZero(tableIn(sampleStore, shape.id, filter)))).toEqual(naive);
    const [whole] = naiveTables({ records: everybody, places, periods: PERIODS, shape }, [{}]);
    expect(nonZero(tableIn(fullStore, shape.id))).toEqual(whole);
  });

  it.each(JOURNEY_SHAPES)('gives the same $id of records that lack anything', (shape) => {
    fc.assert(
      fc.property(fc.array(anyPerson, { maxLength: 40 }), (records) => {
        const store = storeOf(records);
        const filters = filtersOf(store, shape.id);
        const naive = naiveTables({ records, places: SMALL, periods: PERIODS, shape }, filters);
        expect(filters.map((filter) => nonZero(tableIn(store, shape.id, filter)))).toEqual(naive);
      }),
      { numRuns: 15 },
    );
  });
});

describe('whatever the records', () => {
  const records = fc.array(anyPerson, { maxLength: 40 });
  const peopleIn = (cells: Readonly<Record<string, number>>): number =>
    Object.values(cells).reduce((total, count) => total + count, 0);
  const everyone = JOURNEY_SHAPES.filter(({ fromStage }) => fromStage === 0);

  it('has everybody once in every table that counts everybody', () => {
    fc.assert(
      fc.property(records, (given) => {
        const people = given.reduce((total, { count }) => total + count, 0);
        const store = storeOf(given);
        expect(store.people).toBe(people);
        expect(everyone.map(({ id }) => peopleIn(nonZero(tableIn(store, id))))).toEqual(everyone.map(() => people));
      }),
      { numRuns: 30 },
    );
  });

  it('splits every table into the values of each characteristic', () => {
    fc.assert(
      fc.property(records, fc.constantFrom(...JOURNEY_SHAPES), (given, { id, characteristics }) => {
        const store = storeOf(given);
        const slots = store.cubes.get(id)?.slots ?? [];
        const whole = nonZero(tableIn(store, id));
        for (const by of characteristics) {
          const values = slots.filter((slot) => slot.by === by);
          const parts = values.map(({ value }) => nonZero(tableIn(store, id, { [by]: value ?? '' })));
          const sum: Record<string, number> = {};
          for (const [key, count] of parts.flatMap(Object.entries)) sum[key] = (sum[key] ?? 0) + count;
          expect(sum).toEqual(whole);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('does not depend on the order of records or on the batches they came in', () => {
    const cuts = fc.array(fc.nat({ max: 40 }), { maxLength: 4 });
    fc.assert(
      fc.property(records, cuts, (given, batches) => {
        const sorted = batches.sort((a, b) => a - b);
        expect(allTables([...given].reverse(), sorted)).toEqual(allTables(given));
      }),
      { numRuns: 15 },
    );
  });

  it('is the same when it is finished in steps, with periods that are asked for at the end', () => {
    const builder = makeJourneyStoreBuilder({ places: SMALL, periods: () => PERIODS });
    const given = [person(), person({ homeLadCode: 'H2', count: 3 })];
    builder.addRecords(given);
    const steps = builder.finishing();
    let step = steps.next();
    let pauses = 0;
    for (; !step.done; step = steps.next()) pauses += 1;
    expect(pauses).toBeGreaterThan(JOURNEY_SHAPES.length);
    expect(step.value).toEqual(storeOf(given));
  });
});

describe('cells', () => {
  it('holds the cells and the people of the demonstration cohort’s own file', () => {
    const lines = readCohort(model);
    expect(fullStore.cells.cells).toBe(lines.length);
    expect(fullStore.people).toBe(lines.reduce((total, { count }) => total + count, 0));
  });

  it('merges equal cells, those of the five census groups among them, and keeps the rest apart', () => {
    const store = storeOf([
      person({ ethnicity: 'asian', count: 3 }),
      person({ ethnicity: 'other', count: 4 }),
      person({ ethnicity: 'unknown', count: 5 }),
    ]);
    expect([store.people, store.cells.cells]).toEqual([12, 2]);
    expect(nonZero(tableIn(store, 'school_by_ethnicity'))).toEqual({ 's1|non_white': 7, 's1|unknown': 5 });
  });

  it('holds each attribute in the smallest array that fits', () => {
    const { cells } = sampleStore;
    expect(cells.columns.home).toBeInstanceOf(Uint8Array);
    expect(cells.counts).toBeInstanceOf(Uint8Array);
    const many = Array.from({ length: 300 }, (_, i) => person({ homeLadCode: `H${1000 + i}`, count: 70_000 }));
    const wide = storeOf(many);
    expect(wide.cells.columns.home).toBeInstanceOf(Uint16Array);
    expect(wide.cells.counts).toBeInstanceOf(Uint32Array);
    expect(wide.people).toBe(21_000_000);
  });

  it('finds its cells again once the table of hashes and the blocks have grown', () => {
    const twice = [...everybody, ...everybody];
    const store = storeOf(twice, places);
    expect([store.cells.cells, store.people]).toEqual([fullStore.cells.cells, 2 * everybody.length]);
  });

  it('refuses counts that are no people, columns of different lengths, and periods that overlap', () => {
    expect(() => storeOf([person({ count: 0 })])).toThrow(RangeError);
    expect(() => storeOf([person({ count: 1.5 })])).toThrow(RangeError);
    expect(() => storeOf([person({ count: 0xffff_ffff }), person()])).toThrow(RangeError);
    const entry = [
      { label: 'a', from: 2001, to: 2005 },
      { label: 'b', from: 2005, to: 2009 },
    ];
    expect(() => makeJourneyStoreBuilder({ places: SMALL, periods: { entry, foundation: [] } })).toThrow(RangeError);
  });
});
