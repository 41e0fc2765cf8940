import { describe, expect, it } from 'vitest';
import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { midRanks, partialRankCorrelation } from './partial-rank-correlation';

const next = seededGenerator('prcc');
const column = (): number[] => Array.from({ length: 200 }, () => next());
const [strong, weak, idle] = [column(), column(), column()];
const outcome = strong.map((value, i) => Math.exp(5 * value) - 0.3 * (weak[i] ?? 0) * Math.exp(5 * value));

describe('partialRankCorrelation', () => {
  it('ranks parameters by how much of the outcome they go with, whatever its shape', () => {
    const got = partialRankCorrelation(
      [
        { name: 'strong', values: strong },
        { name: 'weak', values: weak },
        { name: 'idle', values: idle },
      ],
      outcome,
    );
    if (got.kind === 'refused') throw new Error(got.reason);
    const [first, second, third] = got.parameters.map(({ coefficient }) => coefficient ?? 0);
    expect(first).toBeGreaterThan(0.95);
    expect(second).toBeLessThan(-0.5);
    expect(Math.abs(third ?? 1)).toBeLessThan(0.2);
  });

  it('agrees with the partial correlation of two variables by hand', () => {
    // Ranks 1 2 3 4 5 against 2 1 4 3 5, one parameter: the plain rank correlation, 0.8.
    const got = partialRankCorrelation([{ name: 'x', values: [1, 2, 3, 4, 5] }], [20, 10, 40, 30, 50]);
    expect(got).toMatchObject({ kind: 'computed', parameters: [{ name: 'x', coefficient: expect.closeTo(0.8, 12) }] });
  });

  it('gives a parameter that doesn’t vary no coefficient', () => {
    const got = partialRankCorrelation(
      [
        { name: 'fixed', values: strong.map(() => 1) },
        { name: 'strong', values: strong },
      ],
      outcome,
    );
    expect(got).toMatchObject({ parameters: [{ coefficient: null }, { name: 'strong' }] });
  });

  it('refuses too few draws and outcomes that don’t vary', () => {
    expect(partialRankCorrelation([{ name: 'x', values: [1, 2, 3] }], [1, 2, 3])).toEqual({
      kind: 'refused',
      reason: 'too_few_values',
    });
    expect(
      partialRankCorrelation(
        [{ name: 'x', values: strong }],
        strong.map(() => 0),
      ),
    ).toEqual({
      kind: 'refused',
      reason: 'no_variation',
    });
  });

  it('shares ranks between equals', () => {
    expect(midRanks([3, 1, 3, 2])).toEqual([3.5, 1, 3.5, 2]);
  });
});
