import { describe, expect, it } from 'vitest';
import { truncatedPoisson } from './truncated-poisson';

describe('a Poisson number within a range', () => {
  it('has the mean and variance of the numbers in it', () => {
    // Mean 1, from 0 to 2: weights 1, 1, 1/2.
    const { mean, variance, logProbability } = truncatedPoisson(1, 0, 2);
    expect(mean).toBeCloseTo(2 / 2.5, 12);
    expect(variance).toBeCloseTo(3 / 2.5 - 0.8 ** 2, 12);
    expect(logProbability).toBeCloseTo(Math.log(2.5) - 1, 12);
  });

  it('is the number itself where the range is one', () => {
    expect(truncatedPoisson(4, 7, 7)).toEqual({ mean: 7, variance: 0, logProbability: 7 * Math.log(4) - 4 });
    expect(truncatedPoisson(4, 0, 0)).toEqual({ mean: 0, variance: 0, logProbability: -4 });
  });

  it('is as uncertain as it was where nothing is known', () => {
    expect(truncatedPoisson(4, 0, Number.POSITIVE_INFINITY)).toEqual({ mean: 4, variance: 4, logProbability: 0 });
  });

  it.each([1e-12, 1e-3, 30, 1e6])('stays in the range, and within its own variance, at a mean of %s', (mean) => {
    const within = truncatedPoisson(mean, 3, 7);
    expect(within.mean).toBeGreaterThanOrEqual(3);
    expect(within.mean).toBeLessThanOrEqual(7);
    expect(within.variance).toBeGreaterThanOrEqual(0);
    expect(within.variance).toBeLessThanOrEqual(2);
    expect(Number.isFinite(within.logProbability)).toBe(true);
  });
});
