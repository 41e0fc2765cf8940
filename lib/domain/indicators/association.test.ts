import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { association } from './association';

/** Anscombe's first set: slope 0.5001, standard error 0.1179 (Anscombe 1973). */
const ANSCOMBE = [
  [10, 8.04],
  [8, 6.95],
  [13, 7.58],
  [9, 8.81],
  [11, 8.33],
  [14, 9.96],
  [6, 7.24],
  [4, 4.26],
  [12, 10.84],
  [7, 4.82],
  [5, 5.68],
].map(([x = 0, y = 0]) => ({ x, y }));

describe('association', () => {
  test('has the slope, intercept and standard error published for Anscombe’s first set', () => {
    const result = association(ANSCOMBE);
    if (result.kind === 'refused') throw new Error(result.reason);
    expect(result.n).toBe(11);
    expect(result.slope).toBeCloseTo(0.5001, 4);
    expect(result.intercept).toBeCloseTo(3.0001, 4);
    expect((result.slopeInterval.upper - result.slope) / 2.262157).toBeCloseTo(0.1179, 4);
  });

  test('refuses few areas, one x for all, and what is no number', () => {
    expect(association(ANSCOMBE.slice(0, 4))).toEqual({ kind: 'refused', reason: 'too_few_values' });
    expect(association(ANSCOMBE.map(({ y }) => ({ x: 3, y })))).toEqual({ kind: 'refused', reason: 'no_variation' });
    expect(association([...ANSCOMBE, { x: Number.NaN, y: 1 }])).toEqual({ kind: 'refused', reason: 'not_finite' });
  });

  test('scales with its units, whatever the order of the areas', () => {
    const value = fc.double({ min: -1e3, max: 1e3, noNaN: true });
    const points = fc.array(fc.record({ x: fc.integer({ min: -500, max: 500 }), y: value }), { minLength: 5 });
    fc.assert(
      fc.property(points, fc.double({ min: 0.1, max: 50, noNaN: true }), (list, factor) => {
        const one = association(list);
        const other = association(list.toReversed().map(({ x, y }) => ({ x, y: y * factor })));
        expect(other.kind).toBe(one.kind);
        if (one.kind === 'refused' || other.kind === 'refused') return;
        expect(other.slope).toBeCloseTo(one.slope * factor, 6);
        expect(one.slopeInterval.lower).toBeLessThanOrEqual(one.slope);
        expect(one.slopeInterval.upper).toBeGreaterThanOrEqual(one.slope);
      }),
    );
  });
});
