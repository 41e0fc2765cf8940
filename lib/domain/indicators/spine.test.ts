import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { orderQuantile } from '@/lib/domain/statistics/order-quantile';
import { type SpineInput, type SpineRow, toSpineRows } from './spine';

const TEN = [2, 4, 6, 8, 10, 12, 14, 16, 18, 26];
const rowOf = (input: Partial<SpineInput>): SpineRow => {
  const [row] = toSpineRows([{ polarity: 'high_good', benchmark: 10, value: 12, areas: TEN, ...input }]);
  if (!row) throw new Error('No row');
  return row;
};

describe('toSpineRows', () => {
  test('puts the benchmark in the middle and the widest difference at an end', () => {
    expect(rowOf({})).toMatchObject({
      kind: 'bar',
      left: 2,
      right: 26,
      position: 2 / 16,
      segments: { left: -0.5, lowerQuartile: -3.5 / 16, upperQuartile: 5.5 / 16, right: 1 },
    });
  });

  test('changes the ends where low is good, so that right is always better', () => {
    expect(rowOf({ polarity: 'low_good' })).toMatchObject({
      left: 26,
      right: 2,
      endWords: 'worst_best',
      position: -2 / 16,
      segments: { left: -1, right: 0.5 },
    });
  });

  test('has higher on the right, and no best or worst, where nothing is judged', () => {
    expect(rowOf({ polarity: 'no_judgement' })).toMatchObject({ left: 2, right: 26, endWords: 'lowest_highest' });
  });

  test('keeps signs: a benchmark outside the range of the areas stays outside', () => {
    const row = rowOf({ benchmark: -6, areas: TEN.map((value) => value - 2), value: 0 });
    expect(row).toMatchObject({ segments: { left: 0.2, right: 1 }, position: 0.2 });
  });

  test('draws fewer than eight areas as a strip of all of them', () => {
    const row = rowOf({ areas: TEN.slice(0, 7) });
    expect(row.kind).toBe('strip');
    expect(row).toMatchObject({ count: 7, dots: [-1, -0.75, -0.5, -0.25, 0, 0.25, 0.5] });
  });

  test('refuses a row without comparator, areas or finite numbers instead of drawing it', () => {
    expect(rowOf({ benchmark: null })).toEqual({ kind: 'none', reason: 'no_benchmark' });
    expect(rowOf({ areas: [] })).toEqual({ kind: 'none', reason: 'no_areas' });
    expect(rowOf({ areas: [1, Number.NaN] })).toEqual({ kind: 'none', reason: 'not_finite' });
    expect(rowOf({ value: Number.POSITIVE_INFINITY })).toEqual({ kind: 'none', reason: 'not_finite' });
  });

  test('has the quartiles of the library in every row, in order and within −1 to +1', () => {
    const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(fc.array(finite, { minLength: 8, maxLength: 60 }), finite, (areas, benchmark) => {
        const row = rowOf({ areas, benchmark, value: areas[0] ?? null, polarity: 'no_judgement' });
        if (row.kind !== 'bar') throw new Error('Not a bar');
        const { left, lowerQuartile, upperQuartile, right } = row.segments;
        expect([left, lowerQuartile, upperQuartile, right].every((at) => Math.abs(at) <= 1 + 1e-12)).toBe(true);
        expect(left <= lowerQuartile + 1e-12 && lowerQuartile <= upperQuartile && upperQuartile <= right + 1e-12).toBe(
          true,
        );
        const widest = row.scale.widest || 1;
        expect(lowerQuartile).toBeCloseTo((orderQuantile(areas, 0.25) - benchmark) / widest, 9);
      }),
    );
  });
});
