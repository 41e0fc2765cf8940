import { describe, expect, it } from 'vitest';
import { rankCorrelation } from './rank-correlation';
import { shrunk, slopeSpread } from './shrink';

describe('drawing slopes towards their average', () => {
  // Equal errors: the estimate is the sample variance less the squared error.
  it('estimates the spread between schools beyond chance', () => {
    const slopes = [-1, 0, 1, 2].map((estimate) => ({ estimate, se: 0.5 }));
    const { average, spread } = slopeSpread(slopes);
    expect(average.estimate).toBeCloseTo(0.5, 12);
    expect(spread ** 2).toBeCloseTo(5 / 3 - 0.25, 10);
    expect(average.se).toBeCloseTo(Math.sqrt(5 / 3 / 4), 10);
  });

  it('finds none where slopes differ less than by chance, and then shows the average', () => {
    const slopes = [0.1, 0.12, 0.08].map((estimate) => ({ estimate, se: 0.5 }));
    const common = slopeSpread(slopes);
    expect(common.spread).toBe(0);
    expect(shrunk({ estimate: 0.12, se: 0.5 }, common)).toMatchObject({
      estimate: expect.closeTo(0.1, 12),
      se: expect.closeTo(common.average.se, 12),
    });
  });

  it('draws a sparse school far and a well-known one hardly', () => {
    const common = slopeSpread([-1, 0, 1, 2].map((estimate) => ({ estimate, se: 0.5 })));
    expect(shrunk({ estimate: 2, se: 0.01 }, common).estimate).toBeCloseTo(2, 3);
    expect(shrunk({ estimate: 2, se: 10 }, common).estimate).toBeCloseTo(0.5, 1);
    expect(shrunk({ estimate: 2, se: 10 }, common).se).toBeLessThan(1.4);
    expect(shrunk(null, common).se).toBeCloseTo(Math.hypot(common.spread, common.average.se), 12);
  });
});

describe('rank correlation', () => {
  it('follows order alone, ties at their mean rank', () => {
    // R 4.2.2: cor(c(1, 2, 3, 4, 5, 6), c(2, 2, 9, 8, 20, 5), method = "spearman")
    expect(rankCorrelation([1, 2, 3, 4, 5, 6], [2, 2, 9, 8, 20, 5])).toMatchObject({
      n: 6,
      correlation: expect.closeTo(0.579771035652448, 12),
    });
  });

  it('has an interval short of one for a perfect order', () => {
    const perfect = rankCorrelation([1, 2, 3, 4, 5, 6, 7, 8], [1, 4, 9, 16, 25, 36, 49, 64]);
    expect(perfect).toMatchObject({ correlation: expect.closeTo(1, 12), upper: expect.closeTo(1, 2) });
    expect(perfect.kind === 'computed' && perfect.lower).toBeLessThan(0.95);
    const reversed = rankCorrelation([1, 2, 3, 4, 5, 6, 7, 8], [8, 7, 6, 5, 4, 3, 2, 1]);
    expect(reversed.kind === 'computed' && [reversed.lower, reversed.correlation]).toEqual([-1, -1]);
  });

  it('refuses few pairs, no variation and what is missing', () => {
    const reasonOf = (xs: number[], ys: number[]) => rankCorrelation(xs, ys);
    expect(reasonOf([1, 2, 3, 4], [1, 2, 3, 4])).toEqual({ kind: 'refused', reason: 'too_few_values' });
    expect(reasonOf([1, 1, 1, 1, 1], [1, 2, 3, 4, 5])).toEqual({ kind: 'refused', reason: 'no_variation' });
    expect(reasonOf([1, 2, 3, 4, Number.NaN], [1, 2, 3, 4, 5])).toEqual({ kind: 'refused', reason: 'not_finite' });
  });
});
