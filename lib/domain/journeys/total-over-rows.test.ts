import { describe, expect, it } from 'vitest';
import { ROUNDED_TO_5 } from '@/lib/domain/reach/published-count';
import { sourceRules } from './source-rules';
import { shownTotal, totalOverRows } from './total-over-rows';

const value = (count: number) => ({ kind: 'value', count }) as const;
const held = { kind: 'suppressed' } as const;
const low = { kind: 'low' } as const;
const grid = {
  rows: ['s1', 's2', 's3'],
  columns: ['near', 'far'],
  cells: [value(50), held, value(20), value(10), value(0), low],
};

describe('sums of published cells', () => {
  it('leave withheld cells out and count them; rounding widens what a sum may be', () => {
    const total = totalOverRows(grid, ROUNDED_TO_5);
    expect(total.get('near')).toMatchObject({ counted: { count: 70 }, withheld: 0 });
    expect(total.get('far')).toMatchObject({ counted: { count: 11 }, withheld: 1 });
    const { counted } = shownTotal([value(50), value(20)], ROUNDED_TO_5);
    expect(counted).toMatchObject({ kind: 'count', count: 70, highest: expect.closeTo(74, 0) });
  });

  it('are over the rows that are wanted', () => {
    const total = totalOverRows(grid, ROUNDED_TO_5, (row) => row === 's2');
    expect(total.get('far')).toMatchObject({ counted: { count: 10 } });
  });
});

describe('how a source was rounded', () => {
  it('follows its rule, and what a publisher says; 5 where it says nothing', () => {
    const of = (kind: 'cohort' | 'rounded', roundingBase: number | null) =>
      sourceRules({ kind, ruleSet: 'none', roundingBase }).roundedTo;
    expect([of('cohort', null), of('rounded', 10), of('rounded', null)]).toEqual([1, 10, 5]);
    expect(sourceRules({ kind: 'cohort', ruleSet: 'hesa_rounding_5', roundingBase: null }).smallestBase).toBe(22.5);
  });
});
