import { finiteCheck, firstReason } from './input-checks';
import { computed, type Outcome, refused } from './outcome';

const groupCheck = (groups: number) => (Number.isInteger(groups) && groups >= 1 ? null : 'out_of_range');

/**
 * Puts areas into `groups` groups of about equal size by value; group 1 holds the lowest values, or the highest with
 * `highestFirst`. Equal values share the lowest of their ranks and so a group; a group may stay empty.
 *
 * Domain: `groups` is a whole number from 1; a null value is an area without a figure: it is not ranked and gets null.
 * Refuses `not_finite`, `out_of_range` and, with fewer figures than groups, `too_few_values`.
 * Source: OHID's quantile method for Fingertips: ⌊k + 1 − ⌈(N + 1 − rank) ÷ (N ÷ k)⌉⌋.
 */
export const quantileGroups = (
  values: readonly (number | null)[],
  groups: number,
  highestFirst = false,
): Outcome<{ groups: readonly (number | null)[] }> => {
  const present = values.filter((value) => value !== null);
  const n = present.length;
  const reason = firstReason(finiteCheck(present), groupCheck(groups), n < groups ? 'too_few_values' : null);
  if (reason) return refused(reason);
  const ordered = present.map((value) => (highestFirst ? -value : value)).sort((a, b) => a - b);
  const groupOfValue = new Map<number, number>();
  // Multiplied before it is divided, so that a whole number stays whole.
  const groupOfRank = (rank: number): number => groups + 1 - Math.ceil(((n + 1 - rank) * groups) / n);
  ordered.forEach((value, i) => {
    if (!groupOfValue.has(value)) groupOfValue.set(value, Math.max(1, groupOfRank(i + 1)));
  });
  const groupOf = (value: number): number | null => groupOfValue.get(highestFirst ? -value : value) ?? null;
  return computed({ groups: values.map((value) => (value === null ? null : groupOf(value))) });
};
