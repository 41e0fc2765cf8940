import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DRAW_BLOCKS, latinHypercube } from './latin-hypercube';
import { seededGenerator } from './seeded-generator';

const column = (seed: number, dimension: string, from: number, to: number): number[] => {
  const sampler = latinHypercube(seed);
  return Array.from({ length: to - from }, (_, i) => sampler.at(dimension, from + i));
};

const cells = (values: readonly number[]): number[] =>
  values.map((value) => Math.floor(value * values.length)).sort((a, b) => a - b);

describe('latinHypercube', () => {
  it('hits every slice once, in each block', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.string(), (seed, dimension) => {
        expect(cells(column(seed, dimension, 0, 64))).toEqual(Array.from({ length: 64 }, (_, i) => i));
        expect(cells(column(seed, dimension, 64, 256))).toEqual(Array.from({ length: 192 }, (_, i) => i));
      }),
    );
  });

  it('gives the same draws for the same seed and others for another', () => {
    expect(column(7, 'b', 0, 256)).toEqual(column(7, 'b', 0, 256));
    expect(column(7, 'b', 0, 256)).not.toEqual(column(8, 'b', 0, 256));
    expect(column(7, 'b', 0, 256)).not.toEqual(column(7, 'rho', 0, 256));
  });

  it('draws a dimension alike whatever else was drawn before', () => {
    const sampler = latinHypercube(7);
    sampler.at('another', 0);
    expect(sampler.at('b', 3)).toBe(column(7, 'b', 0, 4).at(-1));
  });

  it('leaves two dimensions uncorrelated', () => {
    const one = column(7, 'b', 0, 256);
    const other = column(7, 'rho', 0, 256);
    const covariance = one.reduce((sum, value, i) => sum + (value - 0.5) * ((other[i] ?? 0) - 0.5), 0) / 256;
    expect(Math.abs(covariance * 12)).toBeLessThan(0.2);
  });

  it('has 256 draws in two blocks and no more', () => {
    const sampler = latinHypercube(7);
    expect([sampler.draws, ...DRAW_BLOCKS]).toEqual([256, 64, 192]);
    expect(() => sampler.at('b', 256)).toThrow(RangeError);
  });
});

describe('seededGenerator', () => {
  it('stays the same from version to version, so that stored runs replay', () => {
    const next = seededGenerator('stead');
    expect([next(), next(), next()]).toMatchInlineSnapshot(`
      [
        0.02837925951462239,
        0.8392013480188325,
        0.6757799453334883,
      ]
    `);
  });

  it('is evenly spread between 0 and 1', () => {
    const next = seededGenerator('even');
    const values = Array.from({ length: 20_000 }, next);
    expect(values.reduce((sum, value) => sum + value, 0) / values.length).toBeCloseTo(0.5, 2);
    expect(values.every((value) => value > 0 && value < 1)).toBe(true);
  });
});
