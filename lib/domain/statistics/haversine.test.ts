import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { haversine } from './haversine';

const position = fc.record({
  latitude: fc.double({ min: -90, max: 90, noNaN: true }),
  longitude: fc.double({ min: -180, max: 180, noNaN: true }),
});

const km = (...args: Parameters<typeof haversine>): number => {
  const result = haversine(...args);
  return result.kind === 'computed' ? result.km : Number.NaN;
};

describe('haversine', () => {
  it('is a distance: 0 to itself, the same both ways, at most half the circumference, no longer than by a third place', () => {
    fc.assert(
      fc.property(position, position, position, (a, b, c) => {
        expect(km(a, a)).toBe(0);
        expect(km(a, b)).toBeCloseTo(km(b, a), 6);
        expect(km(a, b)).toBeLessThanOrEqual(Math.PI * 6371.0088 + 1e-9);
        // Near the opposite place the formula is only good to some tens of metres.
        expect(km(a, b)).toBeLessThanOrEqual(km(a, c) + km(c, b) + 0.2);
      }),
    );
  });

  it('is half the circumference to the opposite place', () => {
    expect(km({ latitude: 90, longitude: 0 }, { latitude: -90, longitude: 0 })).toBeCloseTo(Math.PI * 6371.0088, 6);
    expect(km({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 90 }, 1)).toBeCloseTo(Math.PI / 2, 12);
  });

  it('refuses places that are not on the globe', () => {
    const here = { latitude: 52, longitude: -1 };
    expect(haversine(here, { latitude: 91, longitude: 0 })).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(haversine({ latitude: 0, longitude: 181 }, here)).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(haversine(here, here, 0)).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(haversine(here, { latitude: Number.NaN, longitude: 0 })).toEqual({ kind: 'refused', reason: 'not_finite' });
  });
});
