import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type TrendPoint, trendTest } from './trend-test';

const point = (period: number, value: number, halfWidth = 1): TrendPoint => ({
  period,
  value,
  lower95: value - halfWidth,
  upper95: value + halfWidth,
});

const series = fc
  .array(fc.tuple(fc.double({ min: -100, max: 100, noNaN: true }), fc.double({ min: 0.1, max: 20, noNaN: true })), {
    minLength: 5,
    maxLength: 12,
  })
  .map((points) => points.map(([value, halfWidth], i) => point(2015 + i, value, halfWidth)));

describe('trendTest', () => {
  // Slope, its error and chi-squared computed independently.
  it('finds a steady rise', () => {
    const rise = [point(1, 10), point(2, 11), point(3, 13), point(4, 14, 1.5), point(5, 16)];
    const result = trendTest(rise);
    expect(result).toMatchObject({ kind: 'computed', direction: 'increasing' });
    expect(result).toMatchObject({
      slope: expect.closeTo(1.52, 10),
      slopeStandardError: expect.closeTo(0.16663195529137265, 10),
    });
    expect(result).toMatchObject({ chiSquared: expect.closeTo(83.20905599999995, 8) });
  });

  it('counts the periods between points', () => {
    const gap = [point(1, 10, 2), point(2, 11, 2), point(3, 10.5, 1.5), point(4, 11.5, 2.5), point(6, 11, 2)];
    expect(trendTest(gap)).toMatchObject({
      direction: 'no_significant_change',
      slope: expect.closeTo(0.17201757350456415, 10),
      chiSquared: expect.closeTo(0.4138951102308612, 10),
    });
  });

  it('needs the slope to keep its sign whichever point is left out', () => {
    const oneOff = [point(1, 10), point(2, 10), point(3, 10), point(4, 9.9), point(5, 20)];
    expect(trendTest(oneOff)).toMatchObject({ direction: 'no_significant_change', chiSquared: expect.any(Number) });
    expect(trendTest([point(1, 10), point(2, 10), point(3, 10), point(4, 10.1), point(5, 20)])).toMatchObject({
      direction: 'increasing',
    });
  });

  it('looks at the last five points with a figure', () => {
    fc.assert(
      fc.property(series, (points) => {
        const spaced = points.flatMap((one) => [null, one]);
        expect(trendTest(spaced)).toEqual(trendTest(points.slice(-5)));
      }),
    );
  });

  it('falls where the same series upside down rises, and keeps its verdict in another unit', () => {
    const opposite = {
      increasing: 'decreasing',
      decreasing: 'increasing',
      no_significant_change: 'no_significant_change',
    };
    const scaled = (points: readonly TrendPoint[], by: number) =>
      points.map((one) => ({
        period: one.period,
        value: one.value * by,
        lower95: Math.min(one.lower95 * by, one.upper95 * by),
        upper95: Math.max(one.lower95 * by, one.upper95 * by),
      }));
    fc.assert(
      fc.property(series, (points) => {
        const result = trendTest(points);
        const turned = trendTest(scaled(points, -1));
        const doubled = trendTest(scaled(points, 2));
        if (result.kind === 'refused' || turned.kind === 'refused' || doubled.kind === 'refused') return false;
        expect(doubled.chiSquared).toBeCloseTo(result.chiSquared, 6);
        return turned.direction === opposite[result.direction] && doubled.direction === result.direction;
      }),
    );
  });

  it('cannot be calculated from fewer than five points, nor without width or order', () => {
    const five = [1, 2, 3, 4, 5].map((period) => point(period, period));
    expect(trendTest(five.slice(1))).toEqual({ kind: 'refused', reason: 'too_few_values' });
    expect(trendTest([...five.slice(1), null])).toEqual({ kind: 'refused', reason: 'too_few_values' });
    expect(trendTest([...five.slice(1), point(6, 1, 0)])).toEqual({ kind: 'refused', reason: 'no_denominator' });
    expect(trendTest([...five.slice(1), point(5, 1)])).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(trendTest([...five, point(6, Number.NaN)])).toEqual({ kind: 'refused', reason: 'not_finite' });
  });
});
