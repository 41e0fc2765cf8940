import { describe, expect, it } from 'vitest';
import { modelWith } from '@/lib/domain/demonstration/cohort-fixture';
import { toNearestFive } from '@/lib/domain/disclosure/rounding';
import type { RoundedCounts } from './counts';
import { cohortRecords, placesOf } from './demonstration-fixture';
import type { JourneyFilter } from './journey-filter';
import { SMALL, storeOf, tableIn } from './journey-fixture';
import { JOURNEY_SHAPES } from './journey-shapes';
import { demonstrationRoundedStore } from './rounded-fixture';
import type { HomeSchoolRow, SchoolFoundationRow } from './rounded-rows';
import { makeRoundedStore, type RoundedStore } from './rounded-store';
import { tableOf } from './table-of';

const HIDDEN = { absent: 'suppressed' } as const;

const entrants = (given: Partial<HomeSchoolRow> = {}): HomeSchoolRow => ({
  period: '2011-2015',
  homeLadCode: 'H1',
  schoolId: 's1',
  entrants: 45,
  female: 25,
  male: 20,
  white: 30,
  nonWhite: 15,
  ...given,
});

const graduates = (given: Partial<SchoolFoundationRow> = {}): SchoolFoundationRow => ({
  period: '2017-2021',
  schoolId: 's1',
  foundationAreaCode: 'FA1',
  graduates: 80,
  female: 40,
  male: 40,
  white: 50,
  nonWhite: HIDDEN,
  ...given,
});

const built = (homeSchool: readonly HomeSchoolRow[] | null, schoolFoundation: readonly SchoolFoundationRow[] | null) =>
  makeRoundedStore({ places: SMALL, homeSchool, schoolFoundation, roundingBase: 5 });

const roundedIn = (store: RoundedStore, shape: string, filter: JourneyFilter = {}): RoundedCounts => {
  const outcome = tableOf(store, shape, filter);
  if (outcome.kind !== 'table') throw new Error(`No ${shape}: ${JSON.stringify(outcome)}`);
  return outcome.table;
};

const cellIn = ({ rows, columns, counts }: Pick<RoundedCounts, 'rows' | 'columns' | 'counts'>, key: string) => {
  const [row = '', column = ''] = key.split('|');
  return counts[rows.indexOf(row) * columns.length + columns.indexOf(column)];
};

describe('rounded tables', () => {
  it('keeps a withheld cell a gap, in every sum that it is part of, and a zero a zero', () => {
    const store = built(
      [
        entrants(),
        entrants({ homeLadCode: 'H2', entrants: HIDDEN, female: 0, male: HIDDEN }),
        entrants({ schoolId: 's2' }),
      ],
      null,
    );
    const table = roundedIn(store, 'home_by_school');
    expect(['H1|s1', 'H2|s1', 'H3|s1', 'H1|s2'].map((key) => cellIn(table, key))).toEqual([45, null, null, 45]);
    const bySex = roundedIn(store, 'school_by_sex');
    expect([bySex.columns, bySex.counts]).toEqual([
      ['F', 'M'],
      [25, null, 25, 20],
    ]);
    expect(bySex.known).toEqual([25, 20, 25, 20]);
    expect(bySex.parts).toEqual([2, 2, 1, 1]);
    const women = roundedIn(store, 'home_region_by_school_region', { sex: 'F' });
    expect([cellIn(women, 'R2|R1'), cellIn(women, 'R1|R1')]).toEqual([0, 25]);
    expect([women.rows, women.columns]).toEqual([
      ['R1', 'R2', 'unknown'],
      ['R1', 'R2'],
    ]);
    expect(table.roundingBase).toBe(5);
  });

  it('adds periods that share no year, and refuses all years where some do', () => {
    const two = built([entrants(), entrants({ period: '2016-2020', entrants: 10 })], null);
    expect(cellIn(roundedIn(two, 'home_by_school'), 'H1|s1')).toBe(55);
    const period = { clock: 'entry', label: '2016-2020' } as const;
    expect(cellIn(roundedIn(two, 'home_by_school', { period }), 'H1|s1')).toBe(10);
    const shared = built([entrants(), entrants({ period: '2015' })], null);
    expect(tableOf(shared, 'home_by_school', {})).toEqual({ kind: 'refused', reason: 'overlapping_periods' });
    const academic = built([entrants({ period: '2019/20' }), entrants({ period: '2020-21' })], null);
    expect(cellIn(roundedIn(academic, 'home_by_school'), 'H1|s1')).toBe(90);
    const spans = built([entrants({ period: '2015-20' }), entrants({ period: '2018/19' })], null);
    expect(tableOf(spans, 'home_by_school', {})).toEqual({ kind: 'refused', reason: 'overlapping_periods' });
  });

  it('puts merged authorities together', () => {
    const successors = [
      { fromCode: 'O1', toCode: 'H1', onDate: '2023-04-01', weight: 1, basis: null },
      { fromCode: 'O2', toCode: 'H1', onDate: '2023-04-01', weight: 1, basis: null },
    ];
    const store = makeRoundedStore({
      places: SMALL,
      homeSchool: [entrants({ homeLadCode: 'O1' }), entrants({ homeLadCode: 'O2' })],
      schoolFoundation: null,
      roundingBase: 5,
      successors,
    });
    const table = roundedIn(store, 'home_by_school');
    expect([cellIn(table, 'H1|s1'), table.rows]).toEqual([90, ['H1', 'H2', 'H3']]);
  });

  it('fills every shape that two places determine and says of the others that they are not loaded', () => {
    const store = built([entrants()], [graduates()]);
    const filled = JOURNEY_SHAPES.filter(({ id }) => tableOf(store, id, {}).kind === 'table').map(({ id }) => id);
    expect(filled).toEqual([
      ...['home_by_school', 'home_board_by_school', 'home_region_by_school_region'],
      ...['school_by_sex', 'school_by_ethnicity'],
      ...['school_by_foundation_area', 'school_region_by_foundation_region', 'school_by_capital_relation'],
      'school_by_school_to_foundation_band',
    ]);
    const others = JOURNEY_SHAPES.filter(({ id }) => !filled.includes(id));
    expect(new Set(others.map(({ id }) => tableOf(store, id, {}).kind))).toEqual(new Set(['not_loaded']));
    expect(tableOf(built(null, null), 'home_by_school', {})).toEqual({ kind: 'not_loaded' });
  });

  it('says what it lacks, and refuses what a cohort refuses', () => {
    const store = built([entrants()], [graduates()]);
    const areas = 'school_by_foundation_area';
    expect(tableOf(store, areas, { quintile: '1' })).toEqual({ kind: 'not_loaded' });
    expect(tableOf(store, areas, { sex: 'X' })).toEqual({ kind: 'not_loaded' });
    expect(tableOf(store, areas, { sex: 'Z' })).toEqual({ kind: 'refused', reason: 'unknown_value' });
    const narrowed = { kind: 'refused', reason: 'characteristic_not_permitted' };
    expect(tableOf(store, 'home_by_school', { sex: 'F' })).toEqual(narrowed);
    const entry = { period: { clock: 'entry', label: '2017-2021' } } as const;
    expect(tableOf(store, 'school_by_foundation_area', entry)).toEqual({ kind: 'not_loaded' });
    const foundation = { period: { clock: 'foundation', label: '2017-2021' } } as const;
    expect(cellIn(roundedIn(store, 'school_by_foundation_area', foundation), 's1|FA1')).toBe(80);
    expect(cellIn(roundedIn(store, 'school_by_foundation_area', { ethnicity: 'non_white' }), 's1|FA1')).toBeNull();
    const both = { sex: 'F', ethnicity: 'white' };
    expect(tableOf(store, areas, both)).toEqual({ kind: 'refused', reason: 'two_characteristics' });
    expect(tableOf(store, 'nobody_by_nothing', {})).toEqual({ kind: 'refused', reason: 'unknown_shape' });
  });

  it('gives the demonstration cohort’s own tables, each cell rounded', () => {
    const model = modelWith();
    const places = placesOf(model);
    const store = demonstrationRoundedStore(model);
    const cohort = storeOf([...cohortRecords(model)], places);
    const period = { clock: 'entry', label: '2011-2015' } as const;
    const exact = tableIn(cohort, 'home_by_school', { period });
    const rounded = roundedIn(store, 'home_by_school', { period });
    // A school that opened later has no row: a gap there, and nobody in the cohort.
    expect(rounded.counts.map((count) => count ?? 0)).toEqual([...exact.counts].map(toNearestFive));

    const byArea = tableIn(cohort, 'school_by_foundation_area', {
      period: { clock: 'foundation', label: '2017-2021' },
    });
    const roundedByArea = roundedIn(store, 'school_by_foundation_area', {
      period: { clock: 'foundation', label: '2017-2021' },
    });
    const keys = roundedByArea.rows.flatMap((row) => roundedByArea.columns.map((column) => `${row}|${column}`));
    const trueCells = keys.map((key) => cellIn({ ...byArea, counts: [...byArea.counts] }, key) ?? 0);
    expect(keys.map((key) => cellIn(roundedByArea, key) ?? 0)).toEqual(trueCells.map(toNearestFive));
  });
});
