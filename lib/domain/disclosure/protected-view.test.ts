import { describe, expect, test } from 'vitest';
import type { ProtectedTable, PublishedCell } from './protected-table';
import { drawableFlows, rankedRows, sumOf } from './protected-view';

const value = (count: number): PublishedCell => ({ kind: 'value', count });
const suppressed: PublishedCell = { kind: 'suppressed' };

/** Region `north` of two boards and region `south` of one, by two schools. */
const table: ProtectedTable = {
  ruleSet: 'nhs_subnational_1_to_7',
  columns: ['x', 'y', 'total'],
  rows: [
    { code: 'north', parent: 'total', cells: [value(45), value(30), value(75)] },
    { code: 'a', parent: 'north', cells: [suppressed, value(10), suppressed] },
    { code: 'b', parent: 'north', cells: [suppressed, value(15), suppressed] },
    { code: 'south', parent: 'total', cells: [value(20), value(0), value(20)] },
    { code: 'c', parent: 'south', cells: [value(20), value(0), value(20)] },
    { code: 'total', parent: null, cells: [value(65), value(30), value(95)] },
  ],
};

const cellOf = (rows: readonly string[] | null, columns: readonly string[] | null = null) => {
  const sum = sumOf(table, { rows, columns });
  return sum.kind === 'published' ? sum.cell : sum.reason;
};

describe('sumOf', () => {
  test('gives the published total where the selection is all of a group or of the table', () => {
    expect(cellOf(null)).toEqual(value(95));
    expect(cellOf(['a', 'b'], ['x'])).toEqual(value(45));
    expect(cellOf(['a', 'b', 'c'])).toEqual(value(95));
    expect(cellOf(['c'], ['x', 'y'])).toEqual(value(20));
  });

  test('adds published cells, and is suppressed as soon as one of them is', () => {
    expect(cellOf(['a', 'b'], ['y'])).toEqual(value(30));
    expect(cellOf(['a', 'c'], ['y'])).toEqual(value(10));
    expect(cellOf(['a', 'c'], ['x'])).toEqual(suppressed);
    expect(cellOf(['a'])).toEqual(suppressed);
  });

  test('adds low counts to others, and withholds a sum of several low ones alone', () => {
    const low: PublishedCell = { kind: 'low' };
    const rounded: ProtectedTable = {
      ruleSet: 'hesa_rounding_5',
      columns: ['x'],
      rows: [
        { code: 'a', parent: 'total', cells: [low] },
        { code: 'b', parent: 'total', cells: [low] },
        { code: 'c', parent: 'total', cells: [value(10)] },
        { code: 'd', parent: 'total', cells: [{ kind: 'not_applicable' }] },
        { code: 'total', parent: null, cells: [value(15)] },
      ],
    };
    const sum = (...rows: string[]) => sumOf(rounded, { rows, columns: null });
    expect(sum('a')).toEqual({ kind: 'published', cell: low });
    expect(sum('a', 'b')).toEqual({ kind: 'published', cell: suppressed });
    expect(sum('a', 'c')).toEqual({ kind: 'published', cell: value(10) });
    expect(sum('d')).toEqual({ kind: 'published', cell: { kind: 'not_applicable' } });
  });

  test('refuses unknown codes, a group with its own part, and nothing', () => {
    expect(cellOf(['nowhere'])).toBe('unknown_code');
    expect(cellOf(['a'], ['total'])).toBe('unknown_code');
    expect(cellOf(['north', 'a'])).toBe('overlapping_codes');
    expect(cellOf(['a'], ['x', 'x'])).toBe('overlapping_codes');
    expect(cellOf([])).toBe('empty');
    expect(cellOf(['a'], [])).toBe('empty');
  });
});

describe('what hidden counts must not decide', () => {
  test('order: suppressed rows come last, by code', () => {
    expect(rankedRows(table, 'x')).toEqual(['total', 'north', 'c', 'south', 'a', 'b']);
  });

  test('lines on a map: only shown flows above 0 are drawn', () => {
    expect(drawableFlows(table)).toEqual([
      { from: 'a', to: 'y', count: 10 },
      { from: 'b', to: 'y', count: 15 },
      { from: 'c', to: 'x', count: 20 },
    ]);
  });
});
