import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONFIDENCE_LEVELS } from './confidence-level';
import { proportionDifference } from './proportion-difference';

const part = fc
  .integer({ min: 1, max: 10_000 })
  .chain((total) => fc.record({ events: fc.integer({ min: 0, max: total }), total: fc.constant(total) }));

describe('proportionDifference', () => {
  it('holds the difference, stays between −1 and 1 and widens with the confidence', () => {
    fc.assert(
      fc.property(part, part, (first, second) => {
        const results = CONFIDENCE_LEVELS.map((level) => proportionDifference(first, second, level));
        const widths = results.map((result) =>
          result.kind === 'computed' ? result.interval.upper - result.interval.lower : Number.NaN,
        );
        expect(widths).toEqual([...widths].sort((a, b) => a - b));
        return results.every(
          (result) =>
            result.kind === 'computed' &&
            result.interval.lower >= -1 - 1e-12 &&
            result.interval.lower <= result.difference &&
            result.difference <= result.interval.upper &&
            result.interval.upper <= 1 + 1e-12,
        );
      }),
    );
  });

  it('turns round where the two are exchanged', () => {
    fc.assert(
      fc.property(part, part, (first, second) => {
        const one = proportionDifference(first, second);
        const other = proportionDifference(second, first);
        if (one.kind === 'refused' || other.kind === 'refused') return false;
        return Math.abs(one.interval.lower + other.interval.upper) < 1e-12;
      }),
    );
  });

  it('refuses where either part is not a proportion', () => {
    const half = { events: 1, total: 2 };
    expect(proportionDifference(half, { events: 3, total: 2 })).toEqual({
      kind: 'refused',
      reason: 'events_exceed_total',
    });
    expect(proportionDifference({ events: 1, total: 0 }, half)).toEqual({ kind: 'refused', reason: 'no_denominator' });
  });
});
