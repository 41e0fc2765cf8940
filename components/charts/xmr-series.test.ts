import { describe, expect, it } from 'vitest';
import { toXmrSeries, type XmrSeriesPoint, xmrAbsence } from './xmr-series';

const HEIGHT = [20, 220] as const;
const points = (values: readonly (number | null)[]): XmrSeriesPoint[] =>
  values.map((value, at) => ({ label: `Q${at + 1}`, value }));
const STEADY = [10, 11, 10, 12, 11, 10, 11, 12, 10, 11, 12, 11, 10];

describe('a control chart', () => {
  it('is not drawn from 12 points, and says how many there are', () => {
    const series = toXmrSeries(points(STEADY.slice(0, 12)), 'low_good', HEIGHT);
    expect(series).toEqual({ kind: 'none', points: 12, reason: 'too_few_points' });
    expect(xmrAbsence(series)).toBe('A control chart needs at least 13 points; this series has 12.');
  });

  it('is drawn from 13 points, each between the limits where nothing stands out', () => {
    const series = toXmrSeries(points(STEADY), 'low_good', HEIGHT);
    expect(xmrAbsence(series)).toBeNull();
    if (series.kind !== 'chart') throw new Error('No chart.');
    expect(series.marks.map(({ signal }) => signal)).toEqual(STEADY.map(() => ''));
    expect(series.marks.every(({ comparison }) => comparison.judgement === 'similar')).toBe(true);
    expect(series.lower).toBeLessThan(10);
    expect(series.upper).toBeGreaterThan(12);
  });

  it('is not drawn over a gap', () => {
    const series = toXmrSeries(points([...STEADY, null]), 'low_good', HEIGHT);
    expect(xmrAbsence(series)).toBe(
      'A control chart needs a series without gaps; this series has 13 points and a gap.',
    );
  });

  it('judges a point outside the limits by what is good, and never where nothing is judged', () => {
    const high = points([...STEADY, 30]);
    const last = (polarity: Parameters<typeof toXmrSeries>[1]) => {
      const series = toXmrSeries(high, polarity, HEIGHT);
      return series.kind === 'chart' ? series.marks.at(-1) : undefined;
    };
    expect(last('low_good')).toMatchObject({
      signal: 'above the upper limit',
      comparison: { direction: 'higher', judgement: 'worse' },
    });
    expect(last('high_good')?.comparison).toEqual({ direction: 'higher', judgement: 'better' });
    expect(last('no_judgement')?.comparison).toEqual({ direction: 'higher', judgement: 'none' });
  });

  it('has no limits for a series that never moves', () => {
    const series = toXmrSeries(points(STEADY.map(() => 5)), 'high_good', HEIGHT);
    expect(series).toMatchObject({ kind: 'chart', mean: 5 });
  });
});
