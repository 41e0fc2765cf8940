import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ConfidenceLevel, wilsonInterval } from './wilson';

const limits = (events: number, total: number, level?: ConfidenceLevel): readonly number[] => {
  const result = wilsonInterval(events, total, level);
  return result.kind === 'interval' ? [result.interval.lower, result.interval.upper] : [];
};

const counts = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));

describe('wilsonInterval', () => {
  test('gives 77.8 % to 90.2 % for 108 of 127 posts filled', () => {
    const [lower, upper] = limits(108, 127);
    expect(lower).toBeCloseTo(0.778, 3);
    expect(upper).toBeCloseTo(0.902, 3);
  });

  // Upstream values of OHID's PHEindicatormethods 2.1.0 and values made by running that package.
  test.each([
    [1045, 5000, 0.95, 0.197955498800133, 0.22049130373189],
    [1045, 5000, 0.998, 0.191793817990152, 0.227315629025258],
    [16, 50, 0.99, 0.180037779782589, 0.502136973235757],
    [71, 137, 0.95, 0.435228158181989, 0.600272752145598],
    [9, 137, 0.9, 0.0386163914444924, 0.109592068593451],
    [1, 100, 0.95, 0.00176743206414065, 0.0544861961787053],
    [9856, 12345, 0.998, 0.786992410841906, 0.809306141258963],
  ] as const)('matches the published method for %d of %d at %d', (events, total, level, lower, upper) => {
    const [ourLower = Number.NaN, ourUpper = Number.NaN] = limits(events, total, level);
    expect(Math.abs(ourLower / lower - 1)).toBeLessThan(1e-9);
    expect(Math.abs(ourUpper / upper - 1)).toBeLessThan(1e-9);
  });

  test('is exactly 0 below no events and exactly 1 above all events', () => {
    expect(limits(0, 25_000)[0]).toBe(0);
    expect(limits(25_000, 25_000)[1]).toBe(1);
  });

  test('always holds the observed proportion and stays between 0 and 1', () => {
    fc.assert(
      fc.property(counts, ([events, total]) => {
        const [lower = Number.NaN, upper = Number.NaN] = limits(events, total);
        const share = events / total;
        return lower >= 0 && upper <= 1 && lower <= share && share <= upper;
      }),
    );
  });

  test('refuses what is not a proportion, with the reason', () => {
    expect(wilsonInterval(1, 0)).toEqual({ kind: 'refused', reason: 'no_denominator' });
    expect(wilsonInterval(3, 2)).toEqual({ kind: 'refused', reason: 'events_exceed_total' });
    expect(wilsonInterval(-1, 2)).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(wilsonInterval(Number.NaN, 2)).toEqual({ kind: 'refused', reason: 'not_finite' });
  });

  test('says its level and method', () => {
    expect(wilsonInterval(1, 2)).toMatchObject({ interval: { level: 0.95, method: 'Wilson' } });
  });
});
