import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rate } from './rate';

const inputs = fc.record({
  events: fc.integer({ min: 0, max: 100_000 }),
  exposure: fc.double({ min: 0.5, max: 1e7, noNaN: true }),
  multiplier: fc.constantFrom(1, 1_000, 100_000),
});

describe('rate', () => {
  it('lies within its 95 % limits, and those within its 99.8 % limits', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const result = rate(input);
        if (result.kind === 'refused') return false;
        const { limits95, limits998, value } = result;
        const rising = [0, limits998.lower, limits95.lower, value, limits95.upper, limits998.upper];
        return rising.every((limit, i) => i === 0 || limit >= (rising[i - 1] ?? 0));
      }),
    );
  });

  it('halves where the exposure doubles', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const once = rate(input);
        const twice = rate({ ...input, exposure: 2 * input.exposure });
        if (once.kind === 'refused' || twice.kind === 'refused') return false;
        expect(twice.value).toBeCloseTo(once.value / 2, 6);
        expect(twice.limits998.upper / once.limits998.upper).toBeCloseTo(0.5, 12);
        return true;
      }),
    );
  });

  it('refuses what is not a rate, with the reason', () => {
    expect(rate({ events: 1, exposure: 0, multiplier: 1 })).toEqual({ kind: 'refused', reason: 'no_denominator' });
    expect(rate({ events: -1, exposure: 1, multiplier: 1 })).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(rate({ events: 1, exposure: 1, multiplier: 0 })).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(rate({ events: 1, exposure: Number.NaN, multiplier: 1 })).toEqual({ kind: 'refused', reason: 'not_finite' });
    expect(rate({ events: 1e308, exposure: 1e-300, multiplier: 1 })).toEqual({
      kind: 'refused',
      reason: 'out_of_range',
    });
  });
});
