import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCE_LEVELS } from './confidence-level';
import { byarLimits, poissonLimits } from './poisson-limits';

const counts = fc.integer({ min: 0, max: 1_000_000 });

const interval = (events: number, level: (typeof CONFIDENCE_LEVELS)[number] = 0.95) => {
  const result = poissonLimits(events, level);
  return result.kind === 'computed' ? result.interval : { lower: Number.NaN, upper: Number.NaN, method: '' };
};

describe('poissonLimits', () => {
  it('hold the count, and widen with the confidence', () => {
    fc.assert(
      fc.property(counts, (events) => {
        const intervals = CONFIDENCE_LEVELS.map((level) => interval(events, level));
        const uppers = intervals.map(({ upper }) => upper);
        const lowers = intervals.map(({ lower }) => lower);
        expect(uppers).toEqual([...uppers].sort((a, b) => a - b));
        expect(lowers).toEqual([...lowers].sort((a, b) => b - a));
        expect(lowers.every((lower) => lower >= 0 && lower <= events)).toBe(true);
        expect(uppers.every((upper) => upper > events)).toBe(true);
      }),
    );
  });

  it('are exact below 10 events and Byar’s from 10', () => {
    expect(interval(0)).toMatchObject({ lower: 0, method: 'Exact' });
    // −ln 0.025: the chance of no event is e^(−mean).
    expect(interval(0).upper).toBeCloseTo(-Math.log(0.025), 10);
    expect(interval(9.5).method).toBe('Exact');
    expect(interval(10).method).toBe('Byar');
  });

  it('refuse negative and missing counts', () => {
    expect(poissonLimits(-1)).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(poissonLimits(Number.NaN)).toEqual({ kind: 'refused', reason: 'not_finite' });
  });
});

describe('byarLimits', () => {
  it('have no lower limit at no events and where the formula falls below 0', () => {
    expect(byarLimits(0)).toMatchObject({ kind: 'computed', lower: null });
    expect(byarLimits(1, 0.998)).toMatchObject({ kind: 'computed', lower: null });
    expect(byarLimits(2, 0.95)).toMatchObject({ kind: 'computed', lower: expect.any(Number) });
  });

  it('refuse negative and missing counts', () => {
    expect(byarLimits(-1)).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(byarLimits(Number.POSITIVE_INFINITY)).toEqual({ kind: 'refused', reason: 'not_finite' });
  });
});
