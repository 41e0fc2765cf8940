import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toNearestFive } from '@/lib/domain/disclosure/rounding';
import type { Measure } from '@/lib/domain/measure/measure';
import { differenceOf, rateOf, shareOf, weightedSum } from './count-figures';
import { footprint } from './footprint';
import { countOf, EXACT_COUNTS, ROUNDED_TO_5, roundingAllowance, totalOf } from './published-count';
import { count, rounded } from './reach-fixture';

const intervalOf = (measure: Measure) => {
  if (measure.kind !== 'value' || measure.interval === null) throw new Error(`No interval: ${measure.kind}`);
  return { value: measure.value, ...measure.interval };
};

describe('a sum of published counts', () => {
  it('holds the true sum of rounded counts, of one count always and of many nearly always', () => {
    fc.assert(
      fc.property(fc.nat({ max: 400 }), (people) => {
        const one = countOf(rounded(people), ROUNDED_TO_5);
        return one.kind === 'count' && one.lowest <= people && people <= one.highest;
      }),
    );
    const misses = Array.from({ length: 400 }, (_, seed) => {
      const people = Array.from({ length: 40 }, (_, i) => 3 + ((seed * 7919 + i * (104729 + seed)) % 97));
      const total = totalOf(people.map(rounded), ROUNDED_TO_5);
      const truth = people.reduce((sum, one) => sum + one, 0);
      return total.kind === 'count' && total.lowest <= truth && truth <= total.highest ? 0 : 1;
    }).reduce<number>((sum, one) => sum + one, 0);
    expect(misses / 400).toBeLessThanOrEqual(0.06);
  });

  it('allows half a step for one count, and less than all at once for several', () => {
    expect(roundingAllowance(1, 5)).toBe(2.5);
    expect(roundingAllowance(100, 5)).toBeCloseTo(28.29, 1);
    expect(roundingAllowance(100, 1)).toBe(0);
  });

  it('is a gap where a part is one, what is not loaded first', () => {
    expect(totalOf([count(5), { kind: 'suppressed' }], EXACT_COUNTS)).toEqual({
      kind: 'gap',
      gap: { kind: 'suppressed' },
    });
    expect(totalOf([{ kind: 'suppressed' }, { kind: 'not_loaded' }], EXACT_COUNTS)).toEqual({
      kind: 'gap',
      gap: { kind: 'not_loaded' },
    });
    expect(totalOf([count(5), { kind: 'not_applicable' }], EXACT_COUNTS)).toMatchObject({ count: 5 });
    expect(totalOf([], EXACT_COUNTS)).toMatchObject({ kind: 'count', count: 0 });
  });
});

describe('figures of published counts', () => {
  it('a share of rounded counts has an interval that holds the interval of every pair of counts behind it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 25, max: 300 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (base, share) => {
          const part = Math.round(base * share);
          fc.pre(part >= 3);
          const exact = intervalOf(
            shareOf(countOf(count(part), EXACT_COUNTS), countOf(count(base), EXACT_COUNTS), EXACT_COUNTS),
          );
          const wide = shareOf(
            countOf(rounded(part), ROUNDED_TO_5),
            countOf(rounded(base), ROUNDED_TO_5),
            ROUNDED_TO_5,
          );
          fc.pre(wide.kind === 'value');
          const { lower, upper } = intervalOf(wide);
          expect(lower).toBeLessThanOrEqual(exact.lower + 1e-12);
          expect(upper).toBeGreaterThanOrEqual(exact.upper - 1e-12);
          expect(upper - lower).toBeGreaterThan(exact.upper - exact.lower);
        },
      ),
    );
  });

  it('a share of a sum that is mostly counts which round to 0 is withheld: twelve people are not 160', () => {
    const places = [count(5), count(5), ...Array.from({ length: 150 }, () => ({ kind: 'low' as const }))];
    const whole = totalOf(places, ROUNDED_TO_5);
    expect(whole).toMatchObject({ kind: 'count', isThin: true });
    expect(shareOf(countOf(count(5), ROUNDED_TO_5), whole, ROUNDED_TO_5)).toEqual({ kind: 'suppressed' });
    expect(
      footprint(
        places.map((people, i) => ({ area: `A${i}`, people })),
        ROUNDED_TO_5,
      ),
    ).toMatchObject({
      areas: [],
      held: null,
    });
    const fair = totalOf([count(100), ...places.slice(2, 50)], ROUNDED_TO_5);
    expect(fair).toMatchObject({ isThin: false });
  });

  it('a rate of a rounded count is wider than that of the same count, exact', () => {
    const exact = intervalOf(rateOf(countOf(count(toNearestFive(20)), EXACT_COUNTS), 4000, 10_000));
    const wide = intervalOf(rateOf(countOf(rounded(20), ROUNDED_TO_5), 4000, 10_000));
    expect(exact).toMatchObject({ value: 50, method: 'Byar' });
    expect(wide).toMatchObject({ value: 50, method: 'Byar, widened for rounding' });
    expect(wide.lower).toBeLessThan(exact.lower);
    expect(wide.upper).toBeGreaterThan(exact.upper);
  });

  it('gaps stay gaps, small bases are withheld, nobody is no share', () => {
    const hundred = countOf(count(100), ROUNDED_TO_5);
    expect(shareOf(countOf({ kind: 'suppressed' }, ROUNDED_TO_5), hundred, ROUNDED_TO_5)).toEqual({
      kind: 'suppressed',
    });
    expect(shareOf(countOf({ kind: 'low' }, ROUNDED_TO_5), hundred, ROUNDED_TO_5)).toEqual({ kind: 'low' });
    expect(shareOf(countOf(count(10), ROUNDED_TO_5), countOf(count(20), ROUNDED_TO_5), ROUNDED_TO_5)).toEqual({
      kind: 'suppressed',
    });
    expect(shareOf(totalOf([], EXACT_COUNTS), totalOf([], EXACT_COUNTS), EXACT_COUNTS).kind).toBe('not_applicable');
    expect(rateOf(hundred, null, 10_000)).toEqual({ kind: 'not_loaded' });
    expect(rateOf(hundred, 0, 10_000).kind).toBe('not_applicable');
  });

  it('a difference is a gap where one side is, and leaves out what has no weight', () => {
    const share = shareOf(countOf(count(30), EXACT_COUNTS), countOf(count(100), EXACT_COUNTS), EXACT_COUNTS);
    expect(differenceOf(share, { kind: 'suppressed' })).toEqual({ kind: 'suppressed' });
    expect(
      weightedSum([
        { weight: 1, measure: share },
        { weight: 0, measure: { kind: 'suppressed' } },
      ]),
    ).toMatchObject({ kind: 'value', value: 0.3 });
  });
});
