import { describe, expect, test } from 'vitest';
import { isStale } from './staleness';

describe('isStale', () => {
  test.each([
    ['2023-11-21', '2026-11-21', false],
    ['2023-11-20', '2026-11-21', true],
    ['2024-12-31', '2026-11-21', false],
    ['2022-06-30', '2026-11-21', true],
    ['2024-02-29', '2027-02-28', false],
    ['2024-02-29', '2027-03-01', true],
    ['2027-01-01', '2026-11-21', false],
  ])('a period that ended %s is, on %s, stale: %s', (end, today, expected) => {
    expect(isStale(end, today)).toBe(expected);
  });

  test('ignores a time after the date', () => {
    expect(isStale('2023-11-21T23:00:00Z', '2026-11-21T09:00:00Z')).toBe(false);
  });

  test('refuses what is not an ISO date', () => {
    expect(() => isStale('2018', '2026-11-21')).toThrow(RangeError);
    expect(() => isStale('2018-06-30', 'today')).toThrow(RangeError);
  });
});
