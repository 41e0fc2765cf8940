import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recruitmentReach } from './recruitment-reach';

const areas = fc
  .array(
    fc.record({
      entrants: fc.integer({ min: 0, max: 500 }),
      population: fc.integer({ min: 100, max: 100_000 }),
      distanceKm: fc.integer({ min: 0, max: 600 }),
    }),
    { minLength: 2, maxLength: 42 },
  )
  .filter((all) => all.some(({ entrants }) => entrants > 0));
type Areas = readonly { readonly entrants: number; readonly population: number; readonly distanceKm: number }[];

const reachOf = (all: Areas) => {
  const result = recruitmentReach({
    entrants: all.map(({ entrants }) => entrants),
    populations: all.map(({ population }) => population),
    distancesKm: all.map(({ distanceKm }) => distanceKm),
  });
  if (result.kind === 'refused') throw new Error(result.reason);
  return result;
};

describe('recruitmentReach', () => {
  it('gives representation ratios that average 1 by population', () => {
    fc.assert(
      fc.property(areas, (all) => {
        const { representationRatios } = reachOf(all);
        const total = all.reduce((sum, { population }) => sum + population, 0);
        const average = all.reduce(
          (sum, { population }, i) => sum + ((representationRatios[i] ?? 0) * population) / total,
          0,
        );
        expect(average).toBeCloseTo(1, 10);
      }),
    );
  });

  it('keeps mean and median within the distances, and concentration and evenness within their bounds', () => {
    fc.assert(
      fc.property(areas, (all) => {
        const reach = reachOf(all);
        const distances = all.filter(({ entrants }) => entrants > 0).map(({ distanceKm }) => distanceKm);
        const [nearest, farthest] = [Math.min(...distances), Math.max(...distances)];
        expect(reach.meanDistanceKm).toBeGreaterThanOrEqual(nearest - 1e-9);
        expect(reach.meanDistanceKm).toBeLessThanOrEqual(farthest + 1e-9);
        expect(distances).toContain(reach.medianDistanceKm);
        expect(reach.concentration).toBeGreaterThanOrEqual(1 / all.length - 1e-12);
        expect(reach.concentration).toBeLessThanOrEqual(1 + 1e-12);
        return reach.evenness >= -1e-12 && reach.evenness <= 1 + 1e-12;
      }),
    );
  });

  it('does not depend on the order of the areas nor, but for the rate, on the number of entrants', () => {
    fc.assert(
      fc.property(areas, (all) => {
        const once = reachOf(all);
        const scaled = reachOf([...all].reverse().map((area) => ({ ...area, entrants: 2 * area.entrants })));
        expect(scaled.medianDistanceKm).toBe(once.medianDistanceKm);
        expect(scaled.meanDistanceKm).toBeCloseTo(once.meanDistanceKm, 8);
        expect(scaled.evenness).toBeCloseTo(once.evenness, 10);
        expect(scaled.entrantsPer10000[0]).toBeCloseTo(2 * (once.entrantsPer10000.at(-1) ?? 0), 10);
      }),
    );
  });

  it('refuses what is out of its domain', () => {
    const base = { entrants: [1, 2], populations: [10, 10], distancesKm: [5, 6] };
    expect(recruitmentReach({ ...base, entrants: [0, 0] })).toEqual({ kind: 'refused', reason: 'no_events' });
    expect(recruitmentReach({ ...base, entrants: [-1, 2] })).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(recruitmentReach({ ...base, distancesKm: [-1, 2] })).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(recruitmentReach({ ...base, populations: [0, 2] })).toEqual({ kind: 'refused', reason: 'no_denominator' });
    expect(recruitmentReach({ ...base, populations: [2] })).toEqual({ kind: 'refused', reason: 'lengths_differ' });
    expect(recruitmentReach({ ...base, populations: [2, Number.NaN] })).toEqual({
      kind: 'refused',
      reason: 'not_finite',
    });
    expect(recruitmentReach({ entrants: [1], populations: [1], distancesKm: [1] })).toEqual({
      kind: 'refused',
      reason: 'too_few_values',
    });
  });
});
