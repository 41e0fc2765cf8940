import { countCheck, finiteCheck, firstReason, lengthCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { sum } from './sum';

/** How unevenly two groups are spread over units; each 0 to 1. */
export interface Segregation {
  /** Share of either group that would have to move for an even spread. Biased upward where counts are small. */
  readonly dissimilarity: number;
  /** Share of the first group in the unit of the average member of the first group. */
  readonly isolation: number;
  /** Share of the second group in the unit of the average member of the first group. */
  readonly exposure: number;
  /** Theil's information index H, binary, natural logarithms. */
  readonly informationIndex: number;
}

const entropy = (share: number): number =>
  [share, 1 - share].reduce((total, part) => total - (part > 0 ? part * Math.log(part) : 0), 0);

/**
 * Duncan's dissimilarity, isolation, exposure and Theil's H of two groups over units, from counts of people. Units
 * without people contribute nothing.
 *
 * Domain: counts 0 or more, somebody in each group. Refuses `not_finite`, `lengths_differ`, `negative_events`,
 * `no_events`, `out_of_range`.
 * Source: Duncan and Duncan 1955; Massey and Denton 1988; Theil and Finizza 1971.
 */
export const segregation = (first: readonly number[], second: readonly number[]): Outcome<Segregation> => {
  const totalFirst = sum(first);
  const totalSecond = sum(second);
  const reason = firstReason(
    finiteCheck(first, second),
    lengthCheck(first, second),
    countCheck(first, second),
    totalFirst > 0 && totalSecond > 0 ? null : 'no_events',
  );
  if (reason) return refused(reason);
  const units = first.map((a, i) => ({ a, b: second[i] ?? 0 })).filter(({ a, b }) => a + b > 0);
  const total = totalFirst + totalSecond;
  const overall = entropy(totalFirst / total);
  return computed({
    dissimilarity: sum(units.map(({ a, b }) => Math.abs(a / totalFirst - b / totalSecond))) / 2,
    isolation: sum(units.map(({ a, b }) => (a / totalFirst) * (a / (a + b)))),
    exposure: sum(units.map(({ a, b }) => (a / totalFirst) * (b / (a + b)))),
    informationIndex: sum(units.map(({ a, b }) => ((a + b) / total) * ((overall - entropy(a / (a + b))) / overall))),
  });
};
