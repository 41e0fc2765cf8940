import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileGroups } from './quantile-groups';

const values = fc.array(fc.option(fc.integer({ min: -20, max: 20 })), { minLength: 10, maxLength: 80 });

const groupsOf = (given: readonly (number | null)[], groups: number, highestFirst = false) => {
  const result = quantileGroups(given, groups, highestFirst);
  return result.kind === 'computed' ? result.groups : null;
};

describe('quantileGroups', () => {
  it('puts equal values together, higher values no lower, and areas without a figure nowhere', () => {
    fc.assert(
      fc.property(values, (given) => {
        const groups = groupsOf(given, 5);
        if (groups === null) return given.filter((value) => value !== null).length < 5;
        const placed = given.map((value, i) => ({ value, group: groups[i] ?? null }));
        expect(placed.every(({ value, group }) => (value === null) === (group === null))).toBe(true);
        const ranked = placed
          .flatMap(({ value, group }) => (value === null || group === null ? [] : [{ value, group }]))
          .sort((a, b) => a.value - b.value || a.group - b.group);
        return ranked.every(({ value, group }, i) => {
          const before = ranked[i - 1];
          if (!before) return group === 1;
          return before.value === value ? before.group === group : before.group <= group && group <= 5;
        });
      }),
    );
  });

  it('does not depend on the order of the areas', () => {
    fc.assert(
      fc.property(values, (given) => {
        expect(groupsOf([...given].reverse(), 5)?.toReversed() ?? null).toEqual(groupsOf(given, 5));
      }),
    );
  });

  it('may leave groups empty where values are equal', () => {
    expect(groupsOf([1, 1, 1, 1, 2, 3, 4, 5, 6, 7], 5)).toEqual([1, 1, 1, 1, 3, 3, 4, 4, 5, 5]);
  });

  it('starts with the highest where asked', () => {
    expect(groupsOf([10, 20, 30, 40], 2, true)).toEqual([2, 2, 1, 1]);
    expect(groupsOf([10, 20, 30, 40], 2)).toEqual([1, 1, 2, 2]);
  });

  it('refuses too few figures, a fractional number of groups and missing values', () => {
    expect(quantileGroups([1, null, 2], 3)).toEqual({ kind: 'refused', reason: 'too_few_values' });
    expect(quantileGroups([1, 2, 3], 1.5)).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(quantileGroups([1, 2, 3], 0)).toEqual({ kind: 'refused', reason: 'out_of_range' });
    expect(quantileGroups([1, Number.NaN, 3], 2)).toEqual({ kind: 'refused', reason: 'not_finite' });
  });
});
