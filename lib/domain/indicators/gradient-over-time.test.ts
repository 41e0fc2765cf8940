import { describe, expect, test } from 'vitest';
import { measured } from '@/lib/domain/measure/measure';
import { ENGLAND_AREA, figureOf } from './figure-fixture';
import { gradientOverTime as overTime } from './gradient-over-time';

const gradientOverTime = (figures: Parameters<typeof overTime>[0]) =>
  overTime(figures, { id: 'gp-fte-per-10k', unit: 'per_10k' });

const year = (label: number, values: readonly number[], margin: number | null = null) =>
  values.map((value, i) =>
    figureOf(ENGLAND_AREA, 'gp-fte-per-10k', null, {
      breakdown: `fifth-${i + 1}`,
      period: { label: String(label), end: `${label}-12-31` },
      measure: measured(
        value,
        margin === null ? null : { lower: value - margin, upper: value + margin, level: 0.95, method: 'test' },
      ),
    }),
  );

describe('gradientOverTime', () => {
  test('gives the slope and the ratio of its ends, oldest period first', () => {
    const [first, second] = gradientOverTime([...year(2024, [4, 4.5, 5, 5.5, 6]), ...year(2023, [5, 5, 5, 5, 5])]);
    expect(first).toMatchObject({ period: { label: '2023' }, slopeInterval: null });
    expect(first?.slopeIndex).toBeCloseTo(0, 12);
    // A straight line through mid-ranks 0.1 … 0.9: 2 over 0.8 of the range.
    expect(second?.slopeIndex).toBeCloseTo(2.5, 12);
    expect(second?.relativeIndex).toBeCloseTo(6.25 / 3.75, 12);
    expect(second?.relativeInterval).toBeNull();
  });

  test('keeps a percentage in percent', () => {
    const shares = year(2024, [60, 65, 70, 75, 80], 2).map((figure) => ({ ...figure, indicatorId: 'share' }));
    const [point] = overTime(shares, { id: 'share', unit: 'percent' });
    expect(point?.slopeIndex).toBeCloseTo(25, 9);
    expect(point?.slopeInterval?.lower).toBeGreaterThan(20);
    expect(point?.relativeIndex).toBeCloseTo(82.5 / 57.5, 9);
  });

  test('gives an interval only where every fifth has one', () => {
    const [point] = gradientOverTime(year(2024, [4, 4.5, 5, 5.5, 6], 0.2));
    expect(point?.slopeInterval?.lower).toBeLessThan(2.5);
    expect(point?.slopeInterval?.upper).toBeGreaterThan(2.5);
  });

  test('leaves out a period with a fifth that is missing, suppressed or implausible', () => {
    expect(gradientOverTime(year(2024, [4, 4.5, 5, 5.5]))).toEqual([]);
    expect(gradientOverTime(year(2024, [4, 4.5, 5, 5.5, 40]))).toEqual([]);
    const hidden = year(2024, [4, 4.5, 5, 5.5, 6]).map((figure, i) =>
      i === 2 ? { ...figure, measure: { kind: 'suppressed' as const } } : figure,
    );
    expect(gradientOverTime(hidden)).toEqual([]);
  });
});
