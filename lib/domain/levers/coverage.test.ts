import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coverageSegments, regionShift } from './coverage';

describe('coverageSegments', () => {
  it('nests the posts of a rarer offer in those of a commoner one', () => {
    expect(coverageSegments([0.5, 0.25])).toEqual([
      { width: 0.5, levers: [] },
      { width: 0.25, levers: [0] },
      { width: 0.25, levers: [0, 1] },
    ]);
  });

  it('is one part where every post or none is covered', () => {
    expect(coverageSegments([1])).toEqual([{ width: 1, levers: [0] }]);
    expect(coverageSegments([0])).toEqual([{ width: 1, levers: [] }]);
    expect(coverageSegments([])).toEqual([{ width: 1, levers: [] }]);
  });

  it('covers every post once and each lever on its share', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }), (coverages) => {
        const segments = coverageSegments(coverages);
        const widthOf = (lever: number) =>
          segments.filter((one) => one.levers.includes(lever)).reduce((sum, one) => sum + one.width, 0);
        expect(segments.reduce((sum, one) => sum + one.width, 0)).toBeCloseTo(1, 12);
        expect(coverages.every((coverage, i) => Math.abs(widthOf(i) - coverage) < 1e-12)).toBe(true);
      }),
    );
  });
});

describe('regionShift', () => {
  it('is ln(1 − c + c e^d) for one offer on a share c', () => {
    const parts = [
      { width: 0.7, deltaUtility: 0 },
      { width: 0.3, deltaUtility: 0.4 },
    ];
    expect(regionShift(parts)).toBeCloseTo(Math.log(0.7 + 0.3 * Math.exp(0.4)), 14);
  });

  it('is the shift itself where every post carries it, and exactly 0 where none shifts', () => {
    expect(regionShift([{ width: 1, deltaUtility: 0.4 }])).toBe(0.4);
    expect(
      regionShift([
        { width: 0.7, deltaUtility: 0 },
        { width: 0.3, deltaUtility: 0 },
      ]),
    ).toBe(0);
  });
});
