import { describe, expect, it } from 'vitest';
import { type PublishedCell, WITHHELD } from '@/lib/domain/disclosure/protected-table';
import { RULE_SETS, type RuleSet } from '@/lib/domain/disclosure/rule-set';
import { PERIODS, person, SMALL, storeOf } from '@/lib/domain/journeys/journey-fixture';
import type { JourneyRecord } from '@/lib/domain/journeys/journey-record';
import { makeJourneyStoreBuilder } from '@/lib/domain/journeys/journey-store';
import { protectJourneys } from './protect-journeys';
import { type ProtectedJourneys, protectedTable } from './protected-journeys';
import { cellOf, publish, WITHHELD_CODE } from './published-code';

const { hesa_rounding_5: hesa, nhs_subnational_1_to_7: nhs, none } = RULE_SETS;

const records = [
  person({ homeLadCode: 'H1', count: 102 }),
  person({ homeLadCode: 'H2', count: 7 }),
  person({ homeLadCode: 'H1', schoolId: 's2', count: 2 }),
  person({ homeLadCode: 'H3', schoolId: 's2', count: 143 }),
];
const store = storeOf(records);
const allYears = (given: readonly JourneyRecord[]) => storeOf(given, SMALL, { entry: [], foundation: [] });

const cellsIn = (journeys: ProtectedJourneys, shape: string, filter = {}): readonly PublishedCell[] => {
  const outcome = protectedTable(journeys, shape, filter);
  if (outcome.kind !== 'table') throw new Error(JSON.stringify(outcome));
  return outcome.table.cells;
};

const value = (count: number): PublishedCell => ({ kind: 'value', count });
const low: PublishedCell = { kind: 'low' };

describe('one cell by its rule', () => {
  const published = (ruleSet: RuleSet) =>
    [0, 1, 2, 3, 7, 8, 12, 13, 102].map((count) => cellOf(publish(count, ruleSet)));

  it('rounds to 5 under the rule of HESA, and tells 0 from 1 and 2 in no cell', () => {
    expect(published(hesa)).toEqual([low, low, low, ...[5, 5, 10, 10, 15, 100].map(value)]);
  });

  it('shows 0 and withholds 1 to 7 under the rule of NHS England', () => {
    const small = [1, 2, 3, 7].map(() => WITHHELD);
    expect(published(nhs)).toEqual([value(0), ...small, ...[10, 10, 15, 100].map(value)]);
  });

  it('leaves what a publisher has protected as it is', () => {
    expect(cellsIn(protectJourneys(store, none), 'home_by_school')).toEqual([102, 2, 7, 0, 0, 143].map(value));
  });
});

describe('all tables together', () => {
  const tablesOf = (journeys: ProtectedJourneys) =>
    [...journeys.cubes].map(([id, { published }]) => [id, [...published]] as const);

  it.each([hesa, nhs])(
    'shows each cell as its rule has it, or withholds it, and shows every 0 as one: $id',
    (ruleSet) => {
      const journeys = protectJourneys(allYears(records), ruleSet);
      for (const [id, { counts }] of allYears(records).cubes) {
        const codes = journeys.cubes.get(id)?.published ?? new Int32Array();
        counts.forEach((count, i) => {
          const byTheRule = publish(count, ruleSet);
          expect(count === 0 ? [byTheRule] : [byTheRule, WITHHELD_CODE]).toContain(codes[i]);
        });
      }
    },
  );

  it.each([hesa, nhs])('is the same whatever the order of the records: $id', (ruleSet) => {
    const turned = allYears([...records].reverse());
    expect(tablesOf(protectJourneys(turned, ruleSet))).toEqual(tablesOf(protectJourneys(allYears(records), ruleSet)));
  });

  it('keeps withheld what an earlier release withheld, though the count has grown', () => {
    const grown = allYears([...records, person({ homeLadCode: 'H1', schoolId: 's2', count: 600 })]);
    const cellAfter = (earlier?: ProtectedJourneys) =>
      cellsIn(protectJourneys(grown, nhs, earlier ? { earlier } : {}), 'home_by_school')[1];
    expect(cellAfter()).toEqual(value(600));
    expect(cellAfter(protectJourneys(allYears(records), nhs))).toEqual(WITHHELD);
  });

  it('holds published values and labels, and no true count', () => {
    const [cube] = protectJourneys(allYears(records), hesa).cubes.values();
    expect(Object.keys(cube ?? {}).sort()).toEqual(['columns', 'planes', 'published', 'rows', 'shape', 'slots']);
    expect([...(cube?.published ?? [])].every((code) => code < 0 || code % 5 === 0)).toBe(true);
  });
});

describe('a protected table', () => {
  const journeys = protectJourneys(store, hesa);
  const kindOf = (shape: string, filter = {}) => {
    const outcome = protectedTable(journeys, shape, filter);
    return outcome.kind === 'refused' ? outcome.reason : outcome.kind;
  };

  it('refuses what the cohort’s own tables refuse', () => {
    expect(kindOf('home_by_specialty_group')).toBe('unknown_shape');
    expect(kindOf('home_by_school', { sex: 'F' })).toBe('characteristic_not_permitted');
    expect(kindOf('school_by_foundation_area', { sex: 'F', quintile: '1' })).toBe('two_characteristics');
    expect(kindOf('school_by_foundation_area', { sex: 'Z' })).toBe('unknown_value');
    expect(kindOf('school_by_foundation_area', { period: { clock: 'entry', label: '1990' } })).toBe('unknown_period');
  });

  it('says where a table is too large, or its places are not loaded', () => {
    const homes = Array.from({ length: 30_000 }, (_, i) => `H-${i}`);
    const schools = Array.from({ length: 300 }, (_, i) => `s-${i}`);
    const large = { places: { ...SMALL, homes, schools }, periods: PERIODS };
    const huge = makeJourneyStoreBuilder(large).finish();
    expect(protectedTable(protectJourneys(huge, none), 'home_by_school', {})).toEqual({
      kind: 'refused',
      reason: 'too_large',
    });
    const nowhere = storeOf([person()], { ...SMALL, capitalRegion: null });
    const outcome = protectedTable(protectJourneys(nowhere, hesa), 'school_by_capital_relation', {});
    expect(outcome).toEqual({ kind: 'not_loaded' });
  });

  it('names its labels, its filter and its rule', () => {
    const filter = { period: { clock: 'entry', label: '2006-2010' }, sex: 'F' } as const;
    const outcome = protectedTable(journeys, 'school_by_foundation_area', filter);
    if (outcome.kind !== 'table') throw new Error(outcome.kind);
    const { cells, ...said } = outcome.table;
    expect(said).toEqual({
      kind: 'protected_counts',
      shape: 'school_by_foundation_area',
      filter,
      rows: ['s1', 's2'],
      columns: ['FA1', 'FA2', 'unknown', 'not_reached', 'left'],
      ruleSet: 'hesa_rounding_5',
    });
    expect(cells).toHaveLength(10);
  });
});
