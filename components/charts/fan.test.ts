import { describe, expect, it } from 'vitest';
import type { Band } from '@/lib/contracts/scenario';
import { toFan } from './fan';

const band = (median: number, wide = true): Band => ({
  median,
  mean: median,
  lower80: median - 1,
  upper80: median + 1,
  lower95: wide ? median - 2 : null,
  upper95: wide ? median + 2 : null,
});
const HEIGHT = [0, 200] as const;

describe('toFan', () => {
  it('keeps the median within its bands and nought on the axis', () => {
    const fan = toFan({ points: [2026, 2027, 2028].map((year, at) => ({ year, band: band(5 + at) })), height: HEIGHT });
    expect(fan.y.domain[0]).toBeLessThanOrEqual(0);
    expect(fan.y.domain[1]).toBeGreaterThanOrEqual(9);
    for (const { y, band: of } of fan.points) {
      expect(fan.y.at(of.upper80)).toBeLessThan(y);
      expect(fan.y.at(of.lower80)).toBeGreaterThan(y);
    }
    expect(fan.points.map(({ x }) => x)).toEqual([...fan.points.map(({ x }) => x)].sort((a, b) => a - b));
    expect(fan.band95).not.toBeNull();
  });

  it('has no 95 % band where a year has none', () => {
    const points = [
      { year: 2026, band: band(1) },
      { year: 2027, band: band(2, false) },
    ];
    expect(toFan({ points, height: HEIGHT }).band95).toBeNull();
  });

  it('draws a single year, and names at most six years of thirty', () => {
    expect(toFan({ points: [{ year: 2026, band: band(0) }], height: HEIGHT }).points).toHaveLength(1);
    const points = Array.from({ length: 30 }, (_, at) => ({ year: 2026 + at, band: band(at) }));
    const { years } = toFan({ points, height: HEIGHT });
    expect(years.length).toBeLessThanOrEqual(6);
    expect(years.at(-1)?.text).toBe('2055');
  });
});
