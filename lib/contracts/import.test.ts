import { expect, test } from 'vitest';
import { GivenAbout } from './import';

test.each(['2025', '2025/26', '1999/00', ' 2026-03-31 '])('%o is a period', (period) => {
  expect(GivenAbout.parse({ period })).toEqual({ period: period.trim() });
});

test.each(['', '25', '2025/27', '2025-26', '2026-02-30', 'March 2026'])(
  '%o is none, and it is said how to write one',
  (period) => {
    const [issue] = GivenAbout.safeParse({ period }).error?.issues ?? [];
    expect(issue?.message).toContain('2025/26');
  },
);

test('nothing need be given, and an area is a code', () => {
  expect(GivenAbout.parse({})).toEqual({});
  expect(GivenAbout.parse({ areaCode: 'TR-wessex' })).toEqual({ areaCode: 'TR-wessex' });
  expect(GivenAbout.safeParse({ areaCode: '' }).success).toBe(false);
});
