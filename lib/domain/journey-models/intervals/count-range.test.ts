import { describe, expect, it } from 'vitest';
import { toNearestFive } from '@/lib/domain/disclosure/rounding';
import { publishingRule, rangeOf } from './count-range';

const one = (known: number) => ({ known, parts: 1, gaps: 0, zeros: known === 0 ? 1 : 0 });
const WITHHELD = { known: 0, parts: 1, gaps: 1, zeros: 0 };
const NOT_THERE = { known: 0, parts: 0, gaps: 0, zeros: 0 };

const TO_5 = publishingRule(5, ['hesa_rounding_5']);
const NHS = publishingRule(5, ['nhs_subnational_1_to_7']);

describe('the counts behind a published one', () => {
  it('are those that round to it, halves up', () => {
    for (const count of Array.from({ length: 60 }, (_, n) => n)) {
      const { low, high } = rangeOf(one(toNearestFive(count)), TO_5);
      expect([low, high].map(toNearestFive)).toEqual([toNearestFive(count), toNearestFive(count)]);
      expect([toNearestFive(high + 1) > toNearestFive(count), low === 0 || toNearestFive(low - 1) < low]).toEqual([
        true,
        true,
      ]);
    }
    expect(rangeOf(one(30), publishingRule(10, []))).toEqual({ low: 25, high: 34 });
    expect(rangeOf(one(6), publishingRule(3, []))).toEqual({ low: 5, high: 7 });
  });

  it('are the count itself where nothing is rounded', () => {
    const exact = publishingRule(1, ['none']);
    expect(rangeOf(one(17), exact)).toEqual({ low: 17, high: 17 });
    expect(rangeOf(NOT_THERE, exact)).toEqual({ low: 0, high: 0 });
  });

  it('of a line that isn’t there are those of a 0', () => {
    expect(rangeOf(NOT_THERE, TO_5)).toEqual({ low: 0, high: 2 });
    expect(rangeOf(one(0), TO_5)).toEqual({ low: 0, high: 2 });
  });

  it('of a blank are the withheld ones, or any where the rule doesn’t say', () => {
    expect(rangeOf(WITHHELD, NHS)).toEqual({ low: 1, high: 7 });
    expect(rangeOf(WITHHELD, TO_5)).toEqual({ low: 0, high: Number.POSITIVE_INFINITY });
    expect(rangeOf(WITHHELD, publishingRule(5, ['hesa_rounding_5', 'nhs_subnational_1_to_7'])).high).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  it('under a rule that withholds 1 to 7: a 0 is nobody, and 10 is 8 or more', () => {
    expect(rangeOf(one(0), NHS)).toEqual({ low: 0, high: 0 });
    expect(rangeOf(one(10), NHS)).toEqual({ low: 8, high: 12 });
  });

  it('of places that became one are those of all their lines', () => {
    expect(rangeOf({ known: 15, parts: 3, gaps: 0, zeros: 1 }, TO_5)).toEqual({ low: 11, high: 21 });
  });
});
