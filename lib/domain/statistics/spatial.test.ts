import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globalEmpiricalBayes, localEmpiricalBayes } from './empirical-bayes';
import type { Neighbours } from './neighbours';
import type { Outcome } from './outcome';
import { spatialAssociation } from './spatial-association';
import { falseDiscoveryRate, spatialPermutation } from './spatial-permutation';

const SIDE = 6;
/** A square of areas, each beside those that share an edge. */
const grid: Neighbours = Array.from({ length: SIDE * SIDE }, (_, i) => {
  const [row, column] = [Math.floor(i / SIDE), i % SIDE];
  return [
    ...(row > 0 ? [i - SIDE] : []),
    ...(row < SIDE - 1 ? [i + SIDE] : []),
    ...(column > 0 ? [i - 1] : []),
    ...(column < SIDE - 1 ? [i + 1] : []),
  ];
});
const slope = grid.map((_, i) => Math.floor(i / SIDE));
const board = grid.map((_, i) => (Math.floor(i / SIDE) + (i % SIDE)) % 2);
const scattered = grid.map((_, i) => (i * 17) % 37);

const computedOf = <T>(result: Outcome<T>): T => {
  if (result.kind === 'refused') throw new Error(result.reason);
  return result;
};

describe('spatial association', () => {
  it('is high on a slope and low on a chessboard', () => {
    const [high, low] = [slope, board].map((values) => computedOf(spatialAssociation(values, grid)));
    expect(high?.moranI).toBeGreaterThan(0.7);
    expect(high?.gearyC).toBeLessThan(0.4);
    expect(low?.moranI).toBeCloseTo(-1, 10);
    expect(low?.gearyC).toBeGreaterThan(1.5);
  });

  it('does not change with the unit, nor with the order of the areas', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.1, max: 50, noNaN: true }), fc.integer({ min: -100, max: 100 }), (times, plus) => {
        const one = computedOf(spatialAssociation(scattered, grid));
        const other = computedOf(
          spatialAssociation(
            scattered.map((value) => times * value + plus),
            grid,
          ),
        );
        expect(other.moranI).toBeCloseTo(one.moranI, 8);
        expect(other.z).toBeCloseTo(one.z, 6);
      }),
    );
    const last = grid.length - 1;
    const turned = grid.toReversed().map((own) => own.map((j) => last - j));
    expect(computedOf(spatialAssociation(scattered.toReversed(), turned)).localI.toReversed()).toEqual(
      computedOf(spatialAssociation(scattered, grid)).localI.map((one) => expect.closeTo(one, 12)),
    );
  });

  it('has local parts whose mean is the whole', () => {
    const { localI, moranI } = computedOf(spatialAssociation(scattered, grid));
    expect(localI.reduce((sum, one) => sum + one, 0) / localI.length).toBeCloseTo(moranI, 12);
  });

  it('refuses islands, itself as a neighbour, and values that do not differ', () => {
    expect(spatialAssociation([1, 2, 3, 4], [[1], [0], [3], []])).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(spatialAssociation([1, 2, 3, 4], [[0], [0], [3], [2]])).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(spatialAssociation([1, 1, 1, 1], [[1], [0], [3], [2]])).toEqual({ kind: 'refused', reason: 'no_variation' });
  });
});

describe('permutation', () => {
  const run = (values: readonly number[], seed = 'a') =>
    computedOf(spatialPermutation({ values, neighbours: grid, permutations: 999, seed }));

  it('lies near the normal approximation, and is the same for the same seed', () => {
    const { p } = computedOf(spatialAssociation(scattered, grid));
    const permuted = run(scattered);
    expect(Math.abs(permuted.p - p)).toBeLessThan(0.06);
    expect(run(scattered)).toEqual(permuted);
    expect(run(scattered, 'b').localP).not.toEqual(permuted.localP);
  });

  it('is smallest where neighbours are alike, largest where they differ, and never 0', () => {
    expect(run(slope).p).toBe(0.001);
    expect(run(board).p).toBeGreaterThan(0.99);
    expect(Math.min(...run(slope).localP)).toBeGreaterThanOrEqual(0.002);
  });

  it('finds a corner of high values locally, and little in scattered ones after adjusting', () => {
    const corner = grid.map((_, i) => (i % SIDE < 2 && i < 2 * SIDE ? 10 : (i * 7) % 5));
    // Three of the 35 others are high: both neighbours are in 3/35 × 2/34 of the draws, twice that on two sides.
    const { localP } = computedOf(
      spatialPermutation({ values: corner, neighbours: grid, permutations: 9999, seed: 'corner' }),
    );
    expect(Math.abs((localP[0] ?? 1) - 2 * (3 / 35) * (2 / 34))).toBeLessThan(0.004);
    expect(run(scattered).adjustedLocalP.filter((p) => p < 0.05)).toEqual([]);
  });

  it('adjusts p values upwards, in their order', () => {
    expect(falseDiscoveryRate([0.01, 0.04, 0.03, 0.2])).toEqual(
      [0.04, 0.16 / 3, 0.16 / 3, 0.2].map((p) => expect.closeTo(p, 12)),
    );
    expect(falseDiscoveryRate([])).toEqual([]);
  });
});

describe('empirical Bayes', () => {
  const counts = [3, 40, 0, 12, 95, 7];
  const populations = [50, 900, 20, 300, 1500, 90];

  it('lies between the own rate and the average, nearer to the average for small areas', () => {
    const { raw, smoothed, average } = computedOf(globalEmpiricalBayes({ counts, populations }, 'poisson'));
    const moved = raw.map((rate, i) => ((smoothed[i] ?? 0) - rate) / (average - rate));
    for (const share of moved) expect(share).toBeGreaterThanOrEqual(0);
    for (const share of moved) expect(share).toBeLessThanOrEqual(1);
    const bySize = moved
      .map((share, i) => ({ share, people: populations[i] ?? 0 }))
      .sort((a, b) => a.people - b.people);
    expect(bySize.map(({ share }) => share)).toEqual(moved.toSorted((a, b) => b - a));
  });

  it('draws all to the average where chance explains the spread', () => {
    const { smoothed, average, between } = computedOf(
      globalEmpiricalBayes({ counts: [10, 11, 9, 10], populations: [100, 100, 100, 100] }, 'poisson'),
    );
    expect(between).toBe(0);
    expect(smoothed).toEqual([1, 1, 1, 1].map(() => expect.closeTo(average, 12)));
  });

  it('keeps the rate of an area without neighbours, locally', () => {
    const { raw, smoothed } = computedOf(
      localEmpiricalBayes({ counts: [3, 40, 2], populations: [50, 900, 20] }, [[1], [0], []]),
    );
    expect(smoothed[2]).toBeCloseTo(raw[2] ?? 0, 12);
  });
});
