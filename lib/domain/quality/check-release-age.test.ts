import { describe, expect, it } from 'vitest';
import { checkReleaseAge } from './check-release-age';

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

  it('expects nothing of what comes once', () => {
    expect(checkReleaseAge({ ...age, everyMonths: null, today: '2090-01-01' })).toEqual([]);
  });
});
