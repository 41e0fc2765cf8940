import { expect, test } from 'vitest';
import { fetchSizes } from './figures-beside';

test('areas are fetched together up to 5,000 rows; one with more comes alone', () => {
  expect(fetchSizes([])).toEqual([]);
  expect(fetchSizes([1, 1, 1])).toEqual([3]);
  expect(fetchSizes([2_000, 2_000, 2_000, 1])).toEqual([2, 2]);
  expect(fetchSizes([1, 24_000, 24_000, 1, 1])).toEqual([1, 1, 1, 2]);
  expect(fetchSizes([5_000, 5_000])).toEqual([1, 1]);
});

test('each area is fetched once', () => {
  const rows = Array.from({ length: 1_000 }, (_, at) => (at * 7919) % 9_000);
  expect(fetchSizes(rows).reduce((sum, size) => sum + size, 0)).toBe(rows.length);
});
