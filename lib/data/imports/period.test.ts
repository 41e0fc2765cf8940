import { describe, expect, test } from 'vitest';
import { NO_VINTAGE } from '@/lib/import/vintage';
import { financialYearIn, ledgerWords, withGiven } from './period';

describe('the time of a file that does not say it', () => {
  test.each([
    ['2025_2026.csv', '2025/26'],
    ['allocations 2025-26 practices.csv', '2025/26'],
    ['2025_2027.csv', null],
    ['20251031.csv', null],
    ['practices.csv', null],
  ])('%s is of %s', (name, year) => {
    expect(financialYearIn(name)).toBe(year);
  });

  test('is the one given, before the one in its name, and never instead of its own', () => {
    const about = { dataset: 'nhse_allocations_practice', fileName: '2025_2026.csv' };
    expect(withGiven(NO_VINTAGE, { ...about, given: {} })).toMatchObject({ from: '2025/26', to: '2025/26' });
    expect(withGiven(NO_VINTAGE, { ...about, given: { period: '2026/27' } })).toMatchObject({ to: '2026/27' });
    const own = { ...NO_VINTAGE, from: '2024', to: '2025' };
    expect(withGiven(own, { ...about, given: { period: '2026/27' } })).toMatchObject({ from: '2024', to: '2025' });
    expect(withGiven(NO_VINTAGE, { dataset: 'gp_supply_lad', fileName: '2025_2026.csv', given: {} }).from).toBeNull();
  });

  test('is shown with the area that was given', () => {
    const none = { ...NO_VINTAGE, areaCode: null, areas: [] };
    expect(ledgerWords({ ...none, from: '2025', to: '2025', areaCode: 'TR-wessex' })).toBe('2025, TR-wessex');
    expect(ledgerWords(none)).toBeNull();
  });

  test('is shown with the list of areas that its codes tell, where no header names the year', () => {
    const boards = { type: 'icb', from: '2026-04-01', to: null, missing: 3, isMixed: false } as const;
    const none = { ...NO_VINTAGE, areaCode: null, areas: [boards] };
    expect(ledgerWords(none)).toBe('integrated care board list from 2026-04-01');
    expect(ledgerWords({ ...none, geography: { icb: 2026 } })).toBe('ICB 2026');
    expect(ledgerWords({ ...none, areas: [{ ...boards, from: null, isMixed: true }] })).toBe(
      'integrated care board codes of several lists',
    );
  });
});
