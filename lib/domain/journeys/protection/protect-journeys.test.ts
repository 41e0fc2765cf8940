import { describe, expect, it } from 'vitest';
import type { PublishedCell } from '@/lib/domain/disclosure/protected-table';
import { RULE_SETS } from '@/lib/domain/disclosure/rule-set';
import { PERIODS, person, SMALL, storeOf } from '@/lib/domain/journeys/journey-fixture';
import { makeJourneyStoreBuilder } from '@/lib/domain/journeys/journey-store';
import { protectJourneys } from './protect-journeys';
import { type ProtectedJourneys, protectedTable } from './protected-journeys';

const { hesa_rounding_5: hesa, nhs_subnational_1_to_7: nhs, none } = RULE_SETS;

const store = storeOf([
  person({ homeLadCode: 'H1', count: 102 }),
  person({ homeLadCode: 'H2', count: 7 }),
  person({ homeLadCode: 'H1', schoolId: 's2', count: 2 }),
  person({ homeLadCode: 'H3', schoolId: 's2', count: 143 }),
]);

const cellsIn = (journeys: ProtectedJourneys, shape: string, filter = {}): readonly PublishedCell[] => {
  const outcome = protectedTable(journeys, shape, filter);
  if (outcome.kind !== 'table') throw new Error(JSON.stringify(outcome));
  return outcome.table.cells;
};

const value = (count: number): PublishedCell => ({ kind: 'value', count });
const low: PublishedCell = { kind: 'low' };

describe('one cell by its rule', () => {
  it('rounds to 5 under the rule of HESA, and tells 0 from 1 and 2 in no cell', () => {
    const cells = cellsIn(protectJourneys(store, hesa), 'home_by_school');
    expect(cells).toEqual([value(100), low, value(5), low, low, value(145)]);
  });

  it('shows 0 and withholds 1 to 7 under the rule of NHS England', () => {
    const cells = cellsIn(protectJourneys(store, nhs), 'home_by_school');
    expect(cells[3]).toEqual(value(0));
    expect([cells[1], cells[2]]).toEqual([{ kind: 'suppressed' }, { kind: 'suppressed' }]);
  });

  it('leaves what a publisher has protected as it is', () => {
    expect(cellsIn(protectJourneys(store, none), 'home_by_school')).toEqual([102, 2, 7, 0, 0, 143].map(value));
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
