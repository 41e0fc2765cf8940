import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gini } from './gini';
import { hoover } from './hoover';
import { theil } from './theil';

const values = fc
  .array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 60 })
  .filter((all) => all.some((value) => value > 0));

const indices = (all: readonly number[]): readonly [number, number, number] => {
  const [g, t, h] = [gini(all), theil(all), hoover(all)] as const;
  if (g.kind === 'refused' || t.kind === 'refused' || h.kind === 'refused') throw new Error('refused');
  return [g.gini, t.theil, h.hoover];
};

describe('Gini, Theil and Hoover', () => {
  it('lie between equality and one unit having everything, and Hoover is never above Gini', () => {
    fc.assert(
      fc.property(values, (all) => {
        const [g, t, h] = indices(all);
        const n = all.length;
        expect(g).toBeGreaterThanOrEqual(0);
        expect(g).toBeLessThanOrEqual((n - 1) / n + 1e-12);
        expect(t).toBeGreaterThanOrEqual(-1e-12);
        expect(t).toBeLessThanOrEqual(Math.log(n) + 1e-9);
        return h >= 0 && h <= g + 1e-12;
      }),
    );
  });

  it('do not depend on the unit or the order, nor change where the units are doubled', () => {
    fc.assert(
      fc.property(values, (all) => {
        const once = indices(all);
        const scaled = indices([...all].reverse().map((value) => value * 8));
        const doubled = indices([...all, ...all]);
        once.forEach((index, i) => {
          expect(scaled[i]).toBeCloseTo(index, 10);
          expect(doubled[i]).toBeCloseTo(index, 10);
        });
      }),
    );
  });

  it('are 0 where all are alike and largest where one has everything', () => {
    expect(indices([3.3, 3.3, 3.3])).toEqual([0, expect.closeTo(0, 12), expect.closeTo(0, 12)]);
    expect(indices([0, 0, 0, 8])).toEqual([0.75, expect.closeTo(Math.log(4), 12), 0.75]);
    expect(gini([0, 0, 0, 8])).toMatchObject({ smallSample: 1 });
    expect(theil([5])).toMatchObject({ theil: 0 });
    expect(hoover([5])).toMatchObject({ hoover: 0 });
  });

  it.each([gini, theil, hoover])('%o refuses what is out of its domain', (index) => {
    expect(index([])).toEqual({ kind: 'refused', reason: 'too_few_values' });
    expect(index([0, 0])).toEqual({ kind: 'refused', reason: 'no_events' });
    expect(index([1, -1, 3])).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(index([1, Number.NaN])).toEqual({ kind: 'refused', reason: 'not_finite' });
  });

  it('leave Gini without an answer for one unit', () => {
    expect(gini([5])).toEqual({ kind: 'refused', reason: 'too_few_values' });
  });
});
