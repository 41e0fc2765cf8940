import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isWithin, meanOf, middleOf, rankedProbabilityScore, sortedDraws } from './forecast-scores';

const scoreOf = (draws: readonly number[], observed: number): number =>
  rankedProbabilityScore(sortedDraws(draws), observed);

describe('the ranked probability score', () => {
  it('is that of the definition, by hand', () => {
    // mean |x − 1| = 1; half of the mean |x − x′| = (2 + 2) / 4 / 2 = 0.5
    expect(scoreOf([0, 2], 1)).toBeCloseTo(0.5, 12);
    // mean |x − 10| = 6.25; pairs 1, 2, 4, 1, 3, 2: 2 × 13 ÷ 16 ÷ 2 = 0.8125
    expect(scoreOf([6, 2, 4, 3], 10)).toBeCloseTo(6.25 - 0.8125, 12);
  });

  it('is the absolute error of a single draw, never negative, and moves with its draws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 20 }),
        fc.double({ min: -1e3, max: 1e3, noNaN: true }),
        (draws, observed) => {
          const score = scoreOf(draws, observed);
          expect(scoreOf(draws.slice(0, 1), observed)).toBeCloseTo(Math.abs((draws[0] ?? 0) - observed), 9);
          expect(score).toBeGreaterThan(-1e-9);
          const moved = draws.map((draw) => draw + 7);
          expect(scoreOf(moved, observed + 7)).toBeCloseTo(score, 8);
        },
      ),
    );
  });
});

describe('intervals', () => {
  it('are the middle of the draws, with their ends', () => {
    const draws = sortedDraws(Array.from({ length: 11 }, (_, at) => 10 - at));
    const { lower, upper } = middleOf(draws, 0.8);
    expect(lower).toBeCloseTo(1, 12);
    expect(upper).toBeCloseTo(9, 12);
    expect([1, 9, 0.9, 9.1].map((value) => isWithin({ lower: 1, upper: 9 }, value))).toEqual([
      true,
      true,
      false,
      false,
    ]);
    expect(meanOf([])).toBeNull();
  });
});
