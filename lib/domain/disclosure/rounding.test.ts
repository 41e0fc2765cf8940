import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hesaAverage, hesaCount, hesaPercentage, nhsCount, nhsPercentage } from './rounding';

const BAD = [-1, Number.NaN, Number.POSITIVE_INFINITY];

describe('rounding', () => {
  test('moves a count by 2 at most, keeps order and does nothing twice', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(100_000), (a, b) => {
        const rounded = (count: number) => {
          const result = hesaCount(count);
          return result.kind === 'shown' ? result.value : Number.NaN;
        };
        expect(Math.abs(rounded(a) - a)).toBeLessThanOrEqual(2);
        expect(Math.sign(rounded(Math.max(a, b)) - rounded(Math.min(a, b)))).toBeGreaterThanOrEqual(0);
        expect(rounded(rounded(a))).toBe(rounded(a));
      }),
    );
  });

  test('NHS: 1 to 7 are withheld below national level, 0 and 8 are shown', () => {
    expect([0, 1, 7, 8].map((count) => nhsCount(count, 'sub_national'))).toEqual([
      { kind: 'shown', value: 0 },
      { kind: 'withheld', reason: 'suppressed' },
      { kind: 'withheld', reason: 'suppressed' },
      { kind: 'shown', value: 10 },
    ]);
    expect(nhsCount(7, 'national')).toEqual({ kind: 'shown', value: 7 });
    expect(nhsPercentage(7, 40, 'sub_national')).toEqual({ kind: 'withheld', reason: 'suppressed' });
    expect(nhsPercentage(40, 3, 'sub_national')).toEqual({ kind: 'withheld', reason: 'suppressed' });
    expect(nhsPercentage(0, 0, 'sub_national')).toEqual({ kind: 'withheld', reason: 'not_a_count' });
  });

  test('HESA: percentages on fewer than 22.5 people and averages on 7 or fewer are withheld', () => {
    expect(hesaPercentage(5, 22.4)).toEqual({ kind: 'withheld', reason: 'small_base' });
    expect(hesaPercentage(9, 22.5)).toEqual({ kind: 'shown', value: 40 });
    expect(hesaAverage(21, 7)).toEqual({ kind: 'withheld', reason: 'small_base' });
    expect(hesaAverage(24, 8)).toEqual({ kind: 'shown', value: 3 });
  });

  test.each(BAD)('%d is withheld with its reason, never rounded', (bad) => {
    const refused = { kind: 'withheld', reason: 'not_a_count' };
    expect(hesaCount(bad)).toEqual(refused);
    expect(nhsCount(bad, 'sub_national')).toEqual(refused);
    expect(hesaPercentage(bad, 40)).toEqual(refused);
    expect(hesaPercentage(1, bad)).toEqual(refused);
    expect(nhsPercentage(bad, 40, 'national')).toEqual(refused);
    expect(hesaAverage(3, bad)).toEqual(refused);
  });

  test('a part above its base is no percentage', () => {
    expect(hesaPercentage(41, 40)).toEqual({ kind: 'withheld', reason: 'not_a_count' });
    expect(nhsPercentage(60, 40, 'sub_national')).toEqual({ kind: 'withheld', reason: 'not_a_count' });
  });
});
