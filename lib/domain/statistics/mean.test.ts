import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from './mean';

const samples = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2, maxLength: 60 });

describe('mean', () => {
  it('lies within its 95 % limits, and those within its 99.8 % limits', () => {
    fc.assert(
      fc.property(samples, (values) => {
        const result = mean(values);
        if (result.kind === 'refused') return false;
        const { limits95, limits998, value } = result;
        const rising = [limits998.lower, limits95.lower, value, limits95.upper, limits998.upper];
        return rising.every((limit, i) => i === 0 || limit >= (rising[i - 1] ?? 0));
      }),
    );
  });

  it('shifts with its values and does not depend on their order', () => {
    fc.assert(
      fc.property(samples, fc.integer({ min: -1_000, max: 1_000 }), (values, shift) => {
        const result = mean(values);
        const shifted = mean(values.map((value) => value + shift).reverse());
        if (result.kind === 'refused' || shifted.kind === 'refused') return false;
        expect(shifted.value).toBeCloseTo(result.value + shift, 6);
        expect(shifted.standardDeviation).toBeCloseTo(result.standardDeviation, 6);
        return true;
      }),
    );
  });

  it('keeps its digits where the mean is large and the spread small', () => {
    expect(mean([1e9 - 0.5, 1e9, 1e9 + 0.5])).toMatchObject({ value: 1e9, standardDeviation: 0.5 });
  });

  it('has no spread at all where all values are alike, though their sum is rounded', () => {
    expect(mean([0.1, 0.1, 0.1])).toMatchObject({
      value: 0.1,
      standardDeviation: 0,
      limits95: { lower: 0.1, upper: 0.1 },
    });
  });

  it('refuses one value, which has no interval, and missing values', () => {
    expect(mean([1])).toEqual({ kind: 'refused', reason: 'too_few_values' });
    expect(mean([])).toEqual({ kind: 'refused', reason: 'too_few_values' });
    expect(mean([1, Number.NaN])).toEqual({ kind: 'refused', reason: 'not_finite' });
  });
});
