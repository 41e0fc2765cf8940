import { describe, expect, it } from 'vitest';
import { filtersOf, nonZero, PERIODS, person, SMALL, storeOf, tableIn } from './journey-fixture';
import { JOURNEY_SHAPES } from './journey-shapes';
import { makeJourneyStoreBuilder } from './journey-store';
import { tableOf } from './table-of';

const reasonOf = (shape: string, filter: Parameters<typeof tableOf>[2]) => {
  const outcome = tableOf(storeOf([person()]), shape, filter);
  return outcome.kind === 'refused' ? outcome.reason : outcome.kind;
};

describe('what is refused', () => {
  it('refuses a shape that is not declared, and narrowing beyond what it permits', () => {
    expect(reasonOf('home_by_specialty_group', {})).toBe('unknown_shape');
    expect(reasonOf('school_by_foundation_area', { sex: 'F', ethnicity: 'white' })).toBe('two_characteristics');
    expect(reasonOf('school_by_sex', { ethnicity: 'white' })).toBe('characteristic_not_permitted');
    for (const shape of ['home_by_school', 'home_board_by_school', 'home_by_foundation_area']) {
      expect(reasonOf(shape, { sex: 'F' })).toBe('characteristic_not_permitted');
    }
    expect(reasonOf('school_by_foundation_area', { sex: 'Z' })).toBe('unknown_value');
    expect(reasonOf('home_by_school', { period: { clock: 'entry', label: '1990' } })).toBe('unknown_period');
    expect(reasonOf('home_by_school', { period: { clock: 'foundation', label: '2012-2016' } })).toBe('unknown_period');
    expect(reasonOf('home_by_school', { period: { clock: 'entry', label: '2006-2010' } })).toBe('table');
    const women = { period: { clock: 'entry', label: '2006-2010' }, sex: 'F' } as const;
    expect(reasonOf('school_by_foundation_area', women)).toBe('table');
  });

  it('makes no table of the capital or of distances where neither is known', () => {
    const store = storeOf([person()], { ...SMALL, capitalRegion: null, positions: new Map() });
    expect(tableOf(store, 'school_by_capital_relation', {})).toEqual({ kind: 'not_loaded' });
    expect(tableOf(store, 'school_by_home_to_foundation_band', {})).toEqual({ kind: 'not_loaded' });
    expect(nonZero(tableIn(store, 'home_by_school'))).toEqual({ 'H1|s1': 1 });
  });

  it('holds no shape that would take more memory than is allowed', () => {
    const homes = Array.from({ length: 30_000 }, (_, i) => `H-${i}`);
    const schools = Array.from({ length: 300 }, (_, i) => `s-${i}`);
    const store = storeOf([person()], { ...SMALL, homes, schools });
    expect(tableOf(store, 'home_by_school', {})).toEqual({ kind: 'refused', reason: 'too_large' });
    expect(nonZero(tableIn(store, 'school_by_sex'))).toEqual({ 's1|F': 1 });
  });

  it('hands out copies: a reader can change nothing in the store', () => {
    const store = storeOf([person()]);
    tableIn(store, 'home_by_school').counts.fill(99);
    expect(nonZero(tableIn(store, 'home_by_school'))).toEqual({ 'H1|s1': 1 });
  });
});

describe('an empty cohort, twelve people, a single school', () => {
  it('gives every table with all its places and nobody in it', () => {
    const store = storeOf([]);
    expect(store.people).toBe(0);
    const cells = JOURNEY_SHAPES.flatMap(({ id }) => filtersOf(store, id).map((by) => nonZero(tableIn(store, id, by))));
    expect(cells.every((one) => Object.keys(one).length === 0)).toBe(true);
    expect(tableIn(store, 'home_by_school').rows).toEqual(['H1', 'H2', 'H3']);
  });

  it('counts twelve people', () => {
    const still = { foundationAreaCode: null, foundationYear: null, specialtyAreaCode: null, specialtyGroup: null };
    const onTheWay = person({ ...still, careerAreaCode: null, careerType: null, count: 5 });
    const gone = person({ ...still, careerAreaCode: null, careerType: 'left', count: 3 });
    const untraced = person({ careerAreaCode: null, careerType: 'unknown', homeLadCode: 'H2', count: 4 });
    const store = storeOf([onTheWay, gone, untraced]);
    expect(nonZero(tableIn(store, 'school_by_foundation_area'))).toEqual({
      's1|FA1': 4,
      's1|not_reached': 5,
      's1|left': 3,
    });
    expect(nonZero(tableIn(store, 'home_region_by_career_region'))).toEqual({
      'R1|not_reached': 5,
      'R1|left': 3,
      'R2|unknown': 4,
    });
    expect(nonZero(tableIn(store, 'stage_by_sex'))).toEqual({ 'school|F': 5, 'left|F': 3, 'unknown|F': 4 });
    expect(nonZero(tableIn(store, 'specialty_group_by_sex'))).toEqual({ 'medicine|F': 4 });
  });

  it('takes a single school', () => {
    const store = storeOf([person({ count: 7 }), person({ homeLadCode: 'H2', count: 5 })], {
      ...SMALL,
      schools: ['s1'],
    });
    expect(tableIn(store, 'home_by_school').columns).toEqual(['s1']);
    expect(nonZero(tableIn(store, 'school_by_settlement_at_career'))).toEqual({
      's1|stayer': 7,
      's1|newcomer_studied': 5,
    });
  });
});

describe('authorities that merged', () => {
  const goes = (fromCode: string, toCode: string, weight: number | null, onDate = '2023-04-01') => ({
    fromCode,
    toCode,
    onDate,
    weight,
    basis: null,
  });
  const successors = [
    goes('O1', 'M', 1),
    goes('O2', 'M', 1),
    goes('M', 'H1', 1, '2025-04-01'),
    goes('S', 'H1', 0.4),
    goes('S', 'H2', 0.6),
    goes('N', 'H2', null),
  ];
  const records = ['O1', 'O2', 'M', 'H1', 'S', 'N'].map((homeLadCode) => person({ homeLadCode }));
  const built = (on: string) => {
    const builder = makeJourneyStoreBuilder({ places: SMALL, periods: PERIODS, successors, on });
    builder.addRecords(records);
    return builder.finish();
  };

  it('puts people on the areas of the day, through several changes, and merges their cells', () => {
    const store = built('2026-01-01');
    expect(nonZero(tableIn(store, 'home_by_school'))).toEqual({ 'H1|s1': 4, 'S|s1': 1, 'N|s1': 1 });
    expect(nonZero(tableIn(store, 'home_region_by_school_region'))).toEqual({ 'R1|R1': 4, 'unknown|R1': 2 });
    expect(store.cells.cells).toBe(3);
    expect(nonZero(tableIn(built('2024-01-01'), 'home_by_school'))['M|s1']).toBe(3);
  });

  it('leaves people of a split area where they are, and says so', () => {
    expect(built('2026-01-01').notRebased).toEqual([
      { code: 'S', reason: 'split' },
      { code: 'N', reason: 'no_weight' },
    ]);
  });

  it('ends where successors lead back', () => {
    const builder = makeJourneyStoreBuilder({
      places: SMALL,
      periods: PERIODS,
      successors: [goes('A', 'B', 1), goes('B', 'A', 1, '2024-04-01')],
    });
    builder.addRecords([person({ homeLadCode: 'A' })]);
    const store = builder.finish();
    expect(nonZero(tableIn(store, 'home_by_school'))).toEqual({ 'A|s1': 1 });
    expect(store.notRebased).toEqual([{ code: 'A', reason: 'circular' }]);
  });
});
