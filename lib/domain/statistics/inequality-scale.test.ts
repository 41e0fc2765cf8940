import { describe, expect, it } from 'vitest';
import { inequalityScale } from './inequality-scale';

/** Mean and variance of `from` over a normal distribution, by the trapezium rule over ±8 standard errors. */
const integrated = (from: (at: number) => number, middle: number, standardError: number) => {
  const nodes = Array.from({ length: 4001 }, (_, i) => -8 + i * 0.004);
  const weights = nodes.map((z) => Math.exp((-z * z) / 2));
  const total = weights.reduce((all, weight) => all + weight, 0);
  const average = (of: (value: number) => number) =>
    nodes.reduce((all, z, i) => all + (weights[i] ?? 0) * of(from(middle + z * standardError)), 0) / total;
  const mean = average((value) => value);
  return { mean, variance: average((value) => (value - mean) ** 2) };
};

describe('inequalityScale', () => {
  it.each([
    ['rate', 12, 0.3, 1e-9],
    ['proportion', 0.1, 0.05, 2e-3],
    ['proportion', 0.85, 0.05, 2e-3],
    ['other', 4, 2, 1e-9],
  ] as const)('of a %s of %d has the moments of a value that is normal on it', (type, value, standardError, within) => {
    const scale = inequalityScale(type);
    const exact = integrated(scale.from, scale.to(value), standardError);
    const { mean, variance } = scale.moments(value, standardError);
    expect(Math.abs(mean / exact.mean - 1)).toBeLessThan(within / 100);
    expect(Math.abs(variance / exact.variance - 1)).toBeLessThan(within);
  });

  it('is turned back by its inverse', () => {
    for (const type of ['other', 'rate', 'proportion'] as const) {
      const { to, from } = inequalityScale(type);
      expect(from(to(0.3))).toBeCloseTo(0.3, 12);
    }
  });
});
