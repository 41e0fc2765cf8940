import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segregation } from './segregation';

const units = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 0, max: 1_000 })), {
    minLength: 1,
    maxLength: 40,
  })
  .filter((all) => all.some(([a]) => a > 0) && all.some(([, b]) => b > 0));

const indexOf = (first: readonly number[], second: readonly number[]) => {
  const result = segregation(first, second);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result;
};

describe('segregation', () => {
  it('gives indices from 0 to 1; isolation and exposure add to 1', () => {
    fc.assert(
      fc.property(units, (all) => {
        const result = indexOf(
          all.map(([a]) => a),
          all.map(([, b]) => b),
        );
        expect(result.isolation + result.exposure).toBeCloseTo(1, 10);
        return [result.dissimilarity, result.isolation, result.exposure, result.informationIndex].every(
          (index) => index >= -1e-12 && index <= 1 + 1e-12,
        );
      }),
    );
  });

  it('is the same with the groups exchanged, in any order and any unit, and with empty units added', () => {
    fc.assert(
      fc.property(units, (all) => {
        const one = indexOf(
          all.map(([a]) => a),
          all.map(([, b]) => b),
        );
        const other = indexOf([0, ...all.map(([, b]) => 4 * b).reverse()], [0, ...all.map(([a]) => 4 * a).reverse()]);
        expect(other.dissimilarity).toBeCloseTo(one.dissimilarity, 10);
        expect(other.informationIndex).toBeCloseTo(one.informationIndex, 10);
      }),
    );
  });

  it('is 0 for an even spread and 1 for complete separation', () => {
    expect(indexOf([1, 2], [10, 20])).toMatchObject({
      dissimilarity: expect.closeTo(0, 12),
      informationIndex: expect.closeTo(0, 12),
    });
    expect(indexOf([5, 0], [0, 7])).toMatchObject({ dissimilarity: 1, isolation: 1, exposure: 0, informationIndex: 1 });
  });

  it('refuses what is out of its domain', () => {
    expect(segregation([0, 0], [1, 2])).toEqual({ kind: 'refused', reason: 'no_events' });
    expect(segregation([1, 2], [0, 0])).toEqual({ kind: 'refused', reason: 'no_events' });
    expect(segregation([1], [1, 2])).toEqual({ kind: 'refused', reason: 'lengths_differ' });
    expect(segregation([-1, 3], [1, 2])).toEqual({ kind: 'refused', reason: 'negative_events' });
    expect(segregation([Number.NaN], [1])).toEqual({ kind: 'refused', reason: 'not_finite' });
  });
});
