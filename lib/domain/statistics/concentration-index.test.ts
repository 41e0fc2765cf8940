import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { concentrationIndex } from './concentration-index';

const units = fc.array(
  fc.record({
    outcome: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
    rank: fc.integer({ min: 1, max: 10 }),
    weight: fc.integer({ min: 1, max: 5_000 }),
  }),
  { minLength: 2, maxLength: 40 },
);
type Units = readonly { readonly outcome: number; readonly rank: number; readonly weight: number }[];

const indexOf = (all: Units) => {
  const result = concentrationIndex({
    outcomes: all.map(({ outcome }) => outcome),
    ranking: all.map(({ rank }) => rank),
    weights: all.map(({ weight }) => weight),
  });
  if (result.kind === 'refused') throw new Error(result.reason);
  return result;
};

describe('concentrationIndex', () => {
  it('lies between −1 and 1, and ranks between 0 and 1', () => {
    fc.assert(
      fc.property(units, (all) => {
        const { concentrationIndex: index, erreygers, fractionalRanks } = indexOf(all);
        expect(Math.abs(erreygers)).toBeLessThanOrEqual(1 + 1e-12);
        return Math.abs(index) <= 1 && fractionalRanks.every((rank) => rank > 0 && rank < 1);
      }),
    );
  });

  it('turns its sign with the ranking, and does not depend on the unit of weight or on order', () => {
    fc.assert(
      fc.property(units, (all) => {
        const index = indexOf(all).concentrationIndex;
        const turned = indexOf(
          [...all].reverse().map((unit) => ({ ...unit, rank: -unit.rank, weight: unit.weight * 4 })),
        );
        expect(turned.concentrationIndex).toBeCloseTo(-index, 10);
      }),
    );
  });

  it('is the same, corrected for bounds, for an outcome and its absence, with the sign turned', () => {
    fc.assert(
      fc.property(units, (all) => {
        const one = indexOf(all);
        const other = indexOf(all.map((unit) => ({ ...unit, outcome: 1 - unit.outcome })));
        expect(other.wagstaff).toBeCloseTo(-one.wagstaff, 8);
        expect(other.erreygers).toBeCloseTo(-one.erreygers, 8);
      }),
    );
  });

  it('refuses what is out of its domain', () => {
    const base = { outcomes: [0.2, 0.4], ranking: [1, 2], weights: [1, 1] };
    expect(concentrationIndex({ ...base, outcomes: [0, 0] })).toEqual({ kind: 'refused', reason: 'no_variation' });
    expect(concentrationIndex({ ...base, outcomes: [1, 1] })).toEqual({ kind: 'refused', reason: 'no_variation' });
    expect(concentrationIndex({ ...base, outcomes: [1.1, 1] })).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(concentrationIndex({ ...base, weights: [0, 1] })).toEqual({ kind: 'refused', reason: 'no_denominator' });
    expect(concentrationIndex({ ...base, weights: [1] })).toEqual({ kind: 'refused', reason: 'lengths_differ' });
    expect(concentrationIndex({ ...base, ranking: [1, Number.NaN] })).toEqual({
      kind: 'refused',
      reason: 'not_finite',
    });
    expect(concentrationIndex({ outcomes: [0.5], ranking: [1], weights: [1] })).toEqual({
      kind: 'refused',
      reason: 'too_few_values',
    });
  });
});
