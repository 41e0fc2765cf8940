import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proportion } from './proportion';

const parts = fc
  .integer({ min: 1, max: 1_000_000 })
  .chain((total) => fc.tuple(fc.integer({ min: 0, max: total }), fc.constant(total)));
const multipliers = fc.constantFrom(1, 100, 1_000, 100_000);

describe('proportion', () => {
  it('lies within its 95 % limits, and those within its 99.8 % limits', () => {
    fc.assert(
      fc.property(parts, multipliers, ([events, total], multiplier) => {
        const result = proportion(events, total, multiplier);
        if (result.kind === 'refused') return false;
        const { limits95, limits998, value } = result;
        const rising = [0, limits998.lower, limits95.lower, value, limits95.upper, limits998.upper, multiplier];
        return rising.every((limit, i) => i === 0 || limit >= (rising[i - 1] ?? 0) - 1e-12 * multiplier);
      }),
    );
  });

  it('gives the same share in every unit', () => {
    fc.assert(
      fc.property(parts, multipliers, ([events, total], multiplier) => {
        const share = proportion(events, total);
        const scaled = proportion(events, total, multiplier);
        if (share.kind === 'refused' || scaled.kind === 'refused') return false;
        expect(scaled.value).toBeCloseTo(share.value * multiplier, 8);
        expect(scaled.limits95.upper).toBeCloseTo(share.limits95.upper * multiplier, 8);
        return true;
      }),
    );
  });

  it('mirrors events and non-events', () => {
    fc.assert(
      fc.property(parts, ([events, total]) => {
        const one = proportion(events, total);
        const other = proportion(total - events, total);
        if (one.kind === 'refused' || other.kind === 'refused') return false;
        return Math.abs(one.limits95.lower - (1 - other.limits95.upper)) < 1e-12;
      }),
    );
  });

  it('refuses what is not a proportion, with the reason', () => {
    expect(proportion(3, 2)).toEqual({ kind: 'refused', reason: 'events_exceed_total' });
    expect(proportion(1, 0)).toEqual({ kind: 'refused', reason: 'no_denominator' });
    expect(proportion(-1, 2)).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(proportion(1, 2, 0)).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(proportion(1, 2, Number.NaN)).toEqual({ kind: 'refused', reason: 'not_finite' });
    expect(proportion(Number.POSITIVE_INFINITY, 2)).toEqual({ kind: 'refused', reason: 'not_finite' });
  });
});
