import { describe, expect, it } from 'vitest';
import { betaOfMoments, quantileOf } from '@/lib/domain/levers/distribution';
import type { Distribution } from '@/lib/domain/levers/lever';
import { pathwayDraws } from './draw-plan';

const drawn = (distribution: Distribution) => {
  const sampler = pathwayDraws(2026);
  return Array.from({ length: sampler.draws }, (_, draw) => quantileOf(distribution, sampler.at('x', draw)));
};
const meanOf = (values: readonly number[]) => values.reduce((all, one) => all + one, 0) / values.length;
const sdOf = (values: readonly number[]) => Math.sqrt(meanOf(values.map((one) => (one - meanOf(values)) ** 2)));

/** Closed-form mean and standard deviation of each distribution. */
const lognormal = (median: number, sdlog: number) => ({
  mean: median * Math.exp(sdlog ** 2 / 2),
  sd: median * Math.exp(sdlog ** 2 / 2) * Math.sqrt(Math.exp(sdlog ** 2) - 1),
});

describe('1,000 draws have the moments of their distribution', () => {
  it.each<[string, Distribution, { mean: number; sd: number }]>([
    ['normal', { dist: 'normal', mean: 38.3, sd: 7.5 }, { mean: 38.3, sd: 7.5 }],
    ['lognormal b', { dist: 'lognormal', median: 0.0258, sdlog: 0.45 }, lognormal(0.0258, 0.45)],
    ['lognormal gamma', { dist: 'lognormal', median: 0.165, sdlog: 0.6 }, lognormal(0.165, 0.6)],
    ['beta', { dist: 'beta', a: 5, b: 15 }, { mean: 0.25, sd: Math.sqrt((0.25 * 0.75) / 21) }],
    ['beta of moments', betaOfMoments(0.031, 0.01), { mean: 0.031, sd: 0.01 }],
    ['uniform', { dist: 'uniform', lo: 0.5, hi: 1 }, { mean: 0.75, sd: 0.5 / Math.sqrt(12) }],
    ['fixed', { dist: 'fixed', value: 0.3 }, { mean: 0.3, sd: 0 }],
    // Moments and quantiles of the cut normal and of betas: scipy 1.17.
    [
      'truncated normal',
      { dist: 'truncnormal', mean: 0.29, sd: 0.13, lo: 0, hi: 0.6 },
      { mean: 0.291_315_526_062_224, sd: 0.121_098_645_675_564 },
    ],
  ])('%s', (_, distribution, want) => {
    const values = drawn(distribution);
    expect(Math.abs(meanOf(values) - want.mean)).toBeLessThanOrEqual(0.002 * want.mean);
    expect(Math.abs(sdOf(values) - want.sd)).toBeLessThanOrEqual(0.02 * want.sd + 1e-12);
  });
});

describe('quantileOf', () => {
  it.each<[string, Distribution, number, number]>([
    ['a cut normal at its lower end', { dist: 'truncnormal', mean: 0, sd: 1, lo: 0, hi: 9 }, 1e-12, 0],
    ['the median of a half normal', { dist: 'truncnormal', mean: 0, sd: 1, lo: 0, hi: 99 }, 0.5, 0.674_489_750_196_082],
    ['a normal cut above its mean', { dist: 'truncnormal', mean: 0, sd: 1, lo: 3, hi: 99 }, 0.5, 3.205154920599],
    ['a beta', { dist: 'beta', a: 5, b: 15 }, 0.975, 0.455_653_081_891_506],
    ['a beta far from symmetric', betaOfMoments(0.031, 0.01), 0.025, 0.014_524_049_187_348],
  ])('gives %s', (_, distribution, probability, want) => {
    expect(quantileOf(distribution, probability)).toBeCloseTo(want, 8);
  });

  it('stays within the cuts', () => {
    const values = drawn({ dist: 'truncnormal', mean: 0.29, sd: 0.13, lo: 0, hi: 0.6 });
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThanOrEqual(0.6);
  });

  it('refuses moments that no beta has', () => {
    expect(() => betaOfMoments(0.5, 0.6)).toThrow(RangeError);
    expect(() => betaOfMoments(1, 0.1)).toThrow(RangeError);
  });
});
