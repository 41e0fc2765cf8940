import { describe, expect, it } from 'vitest';
import { computed, refused } from './outcome';

describe('computed', () => {
  it('passes results on, with nulls, text and lists', () => {
    const results = { value: 1, missing: null, method: 'Exact', rows: [{ x: 0 }, { x: -2.5 }] };
    expect(computed(results)).toEqual({ kind: 'computed', ...results });
  });

  it.each([
    { value: Number.NaN },
    { value: Number.POSITIVE_INFINITY },
    { rows: [{ x: 1 }, { x: Number.NEGATIVE_INFINITY }] },
    { interval: { lower: 0, upper: Number.NaN } },
  ])('refuses results that overflowed: $value', (results) => {
    expect(computed(results)).toEqual(refused('out_of_range'));
  });
});
