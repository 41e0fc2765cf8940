import { describe, expect, it } from 'vitest';
import { quantileOf } from './distribution';

describe('quantileOf', () => {
  it.each([
    ['a fixed value', { dist: 'fixed', value: 0.24 } as const, 0.9, 0.24],
    ['the median of a normal', { dist: 'normal', mean: 38.3, sd: 7.5 } as const, 0.5, 38.3],
    ['the upper 95 % limit of a normal', { dist: 'normal', mean: 0, sd: 1 } as const, 0.975, 1.959963984540054],
    ['the median of a lognormal', { dist: 'lognormal', median: 0.0258, sdlog: 0.45 } as const, 0.5, 0.0258],
    [
      'the lower 95 % limit of b',
      { dist: 'lognormal', median: 0.0258, sdlog: 0.45 } as const,
      0.025,
      0.0258 * Math.exp(-1.959963984540054 * 0.45),
    ],
    [
      'the upper 95 % limit of b',
      { dist: 'lognormal', median: 0.0258, sdlog: 0.45 } as const,
      0.975,
      0.0258 * Math.exp(1.959963984540054 * 0.45),
    ],
    ['a uniform', { dist: 'uniform', lo: 0.5, hi: 1 } as const, 0.25, 0.625],
    ['a beta with a closed form', { dist: 'beta', a: 1, b: 3 } as const, 0.488, 0.2],
  ])('gives %s', (_, distribution, probability, want) => {
    expect(quantileOf(distribution, probability)).toBeCloseTo(want, 8);
  });

  it('refuses probabilities of 0 and 1', () => {
    expect(() => quantileOf({ dist: 'fixed', value: 1 }, 0)).toThrow(RangeError);
    expect(() => quantileOf({ dist: 'fixed', value: 1 }, 1)).toThrow(RangeError);
  });
});
