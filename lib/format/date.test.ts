import { describe, expect, test } from 'vitest';
import { formatDate, formatDateShort, formatDateTime, formatMonth } from './date';

describe('dates in British English', () => {
  test('writes a day, a short day and a month', () => {
    expect(formatDate('2026-11-21')).toBe('21 November 2026');
    expect(formatDateShort('2026-11-21T23:59:00Z')).toBe('21 Nov 2026');
    expect(formatMonth('2018-06-30')).toBe('June 2018');
  });

  test('shows a moment in England’s time, summer and winter', () => {
    expect(formatDateTime('2026-07-01T13:05:00Z')).toBe('1 July 2026, 14:05');
    expect(formatDateTime(new Date('2026-11-21T14:05:00Z'))).toBe('21 November 2026, 14:05');
  });

  test('refuses what is not a date', () => {
    expect(() => formatDate('2018')).toThrow(RangeError);
    expect(() => formatDate('2026-13-40')).toThrow(RangeError);
  });
});
