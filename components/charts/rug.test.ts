import { describe, expect, test } from 'vitest';
import { type Measure, measured, SUPPRESSED } from '@/lib/domain/measure/measure';
import { type RugEntry, type RugFigure, toRug } from './rug';

const figure = (measure: Measure): RugFigure => ({
  measure,
  comparison: { direction: 'lower', judgement: 'worse' },
  periodLabel: '2024',
  stale: false,
});
const interval = { lower: 77.8, upper: 90.2, level: 0.95, method: 'Wilson' };
const entry: RugEntry = {
  id: 'fill',
  group: 'Vacancy',
  label: 'Posts filled, ST3',
  href: '/data/fill',
  unit: 'percent',
  decimals: 1,
  periodLabel: '2024',
  figures: new Map([
    ['a', figure(measured(85.04, interval))],
    ['b', figure(SUPPRESSED)],
    ['c', figure({ kind: 'not_applicable', reason: 'none' })],
    ['d', figure(measured(0.01))],
    ['f', figure(measured(0))],
  ]),
};
const columns = ['a', 'b', 'c', 'd', 'e', 'f'].map((code) => ({ code, name: `Area ${code}` }));

describe('toRug', () => {
  const cells = toRug([entry], columns)[0]?.rows[0]?.cells ?? [];

  test('prints the value, and four different marks where there is none', () => {
    expect(cells.map(({ text }) => text)).toEqual(['85.0', 'c', 'z', 'low', 'x', '0.0']);
  });

  test('says value, interval, comparison and period in words', () => {
    expect(cells[0]?.detail).toBe('Posts filled, ST3, Area a: 85.0%; 95% interval 77.8 to 90.2; lower, worse; 2024');
    expect(cells[4]?.detail).toBe('Posts filled, ST3, Area e: not loaded');
    expect(cells[1]?.reading).toBe('suppressed to protect small numbers');
  });

  test('keeps groups in the order in which they first come', () => {
    const rows = [entry, { ...entry, id: 'need', group: 'Need' }, { ...entry, id: 'gp', group: 'Vacancy' }];
    expect(toRug(rows, columns).map(({ group, rows: own }) => [group, own.map(({ id }) => id)])).toEqual([
      ['Vacancy', ['fill', 'gp']],
      ['Need', ['need']],
    ]);
  });
});
