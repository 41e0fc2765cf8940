import { expect, test } from 'vitest';
import { doOverlap, roundedPeriods, yearsOf } from './rounded-rows';

test.each([
  ['2024', [2024, 2024]],
  ['2024/25', [2024, 2024]],
  ['2024-25', [2024, 2024]],
  ['2024/2025', [2024, 2024]],
  ['1999/00', [1999, 1999]],
  ['2024-2025', [2024, 2025]],
  ['2020-24', [2020, 2024]],
  ['2024/23', null],
  ['2024-20', null],
  ['2020-2019', null],
  ['soon', null],
])('the years of %s', (period, years) => {
  expect(yearsOf(period)).toEqual(years);
});

test('a period that runs backwards is no band of years, and can’t be told from others', () => {
  expect(roundedPeriods([{ period: '2024/23' }, { period: '2024/25' }])).toEqual([
    { label: '2024/25', from: 2024, to: 2024 },
  ]);
  expect(doOverlap(['2020-2019', '2024'])).toBe(true);
});
