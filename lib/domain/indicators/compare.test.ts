import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measured, NOT_LOADED, SUPPRESSED } from '@/lib/domain/measure/measure';
import { compareWithValue } from './compare';
import { Polarity } from './indicator';

const between = (value: number, lower: number, upper: number) =>
  measured(value, { lower, upper, level: 0.95, method: 'Wilson' });

describe('compareWithValue', () => {
  test('calls 85.0 (77.8 to 90.2) similar to 90.1, since the interval holds it', () => {
    expect(compareWithValue(between(85.0, 77.8, 90.2), 90.1, 'high_good')).toEqual({
      comparison: 'similar',
      word: 'similar',
      side: -1,
    });
  });

  test('judges by polarity once the comparator is outside the interval', () => {
    expect(compareWithValue(between(80, 75, 84), 90, 'high_good').comparison).toBe('worse');
    expect(compareWithValue(between(80, 75, 84), 90, 'low_good').comparison).toBe('better');
    expect(compareWithValue(between(80, 75, 84), 70, 'high_good').comparison).toBe('better');
    expect(compareWithValue(between(80, 75, 84), 70, 'low_good').comparison).toBe('worse');
  });

  test('passes no judgement where none belongs', () => {
    expect(compareWithValue(between(80, 75, 84), 90, 'no_judgement').comparison).toBe('lower');
    expect(compareWithValue(between(80, 75, 84), 70, 'no_judgement').comparison).toBe('higher');
  });

  test('compares nothing without an interval, a value or a comparator', () => {
    expect(compareWithValue(measured(80), 90, 'high_good')).toMatchObject({ comparison: 'not_compared', side: -1 });
    expect(compareWithValue(between(80, 75, 84), null, 'high_good').comparison).toBe('not_compared');
    expect(compareWithValue(NOT_LOADED, 90, 'high_good')).toMatchObject({ comparison: 'not_compared', side: null });
    expect(compareWithValue(SUPPRESSED, 90, 'high_good').comparison).toBe('not_compared');
  });

  test('never judges a figure whose interval holds the comparator', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.integer(), fc.nat(1000), fc.nat(1000)),
        fc.constantFrom(...Polarity.options),
        ([lower, step, more], polarity) =>
          compareWithValue(between(lower + step, lower, lower + step + more), lower + step, polarity).comparison ===
          'similar',
      ),
    );
  });
});
