import { describe, expect, it } from 'vitest';
import { checkReleaseAge } from './check-release-age';
import { lastDayOf } from './last-day';

const age = {
  day: '2024-01-31',
  dating: 'rows',
  everyMonths: 3,
  reason: 'it is quarterly',
  today: '2024-07-31',
} as const;

describe('the age of a release', () => {
  it('is told once a second update is overdue, not before', () => {
    expect(checkReleaseAge(age)).toEqual([]);
    const [flag, ...others] = checkReleaseAge({ ...age, today: '2024-08-02' });
    expect(others).toEqual([]);
    expect(flag).toMatchObject({ check: 'stale_source', severity: 'notice', where: { period: '2024-01-31' } });
    expect(flag?.detail).toBe(
      'A newer one is expected every 3 months (it is quarterly), and the newest release here is of 2024-01-31.',
    );
  });

  it('says what tells the day', () => {
    const late = { ...age, everyMonths: 12, today: '2030-01-01' };
    expect(checkReleaseAge({ ...late, dating: 'codes' })[0]?.detail).toContain('has the codes of 2024');
    expect(checkReleaseAge({ ...late, dating: 'publication' })[0]).toMatchObject({
      where: { period: null },
      detail: expect.stringContaining('was published here on 2024-01-31'),
    });
  });

  it('is none of a time that hasn’t come: that is told instead, of rows', () => {
    const future = { ...age, day: '2031-12-31' };
    expect(checkReleaseAge(future)).toMatchObject([
      {
        check: 'range',
        severity: 'error',
        where: { period: '2031-12-31' },
        detail: expect.stringContaining('2031-12-31'),
      },
    ]);
    expect(checkReleaseAge({ ...future, dating: 'codes' })).toEqual([]);
    expect(checkReleaseAge({ ...age, day: '2026-12-31' })).toEqual([]);
  });

  it('expects nothing of what comes once', () => {
    expect(checkReleaseAge({ ...age, everyMonths: null, today: '2090-01-01' })).toEqual([]);
  });
});

describe('the last day of the time that rows are of', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2024', '2024-12-31'],
    ['2020-2024', '2024-12-31'],
    ['2020/24', '2024-12-31'],
    ['2024/25', '2025-03-31'],
    ['2024-25', '2025-03-31'],
    ['2024/2025', '2025-03-31'],
    ['1999-00', '2000-03-31'],
    ['2024 2', '2024-02-29'],
    ['2024 12', '2024-12-31'],
    ['2023 February', '2023-02-28'],
    ['2024 DEC', '2024-12-31'],
    ['2024 13', null],
    ['2024 0', null],
    ['2024 spring', null],
    ['2024-02-30', null],
    ['spring', null],
    ['', null],
  ])('of %j is %j', (time, day) => {
    expect(lastDayOf(time)).toBe(day);
  });
});
