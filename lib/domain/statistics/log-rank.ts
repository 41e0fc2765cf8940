import { countCheck, finiteCheck, firstReason } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { sum } from './sum';

export interface LogRankPerson {
  readonly time: number;
  readonly left: boolean;
  readonly isInFirstGroup: boolean;
}

const atTime = (people: readonly LogRankPerson[], time: number) => {
  const atRisk = people.filter((person) => person.time >= time);
  const leavers = atRisk.filter((person) => person.left && person.time === time);
  const n = atRisk.length;
  const n1 = atRisk.filter((person) => person.isInFirstGroup).length;
  const d = leavers.length;
  return {
    difference: leavers.filter((person) => person.isInFirstGroup).length - (d * n1) / n,
    variance: n > 1 ? (d * n1 * (n - n1) * (n - d)) / (n ** 2 * (n - 1)) : 0,
  };
};

/**
 * Log-rank test that two groups leave at the same rate: chi-squared with 1 degree of freedom.
 *
 * Domain: times 0 or more, people of both groups, somebody who left while both were followed.
 * Refuses `not_finite`, `negative_events` (a time below 0), `no_variation` (nothing to compare).
 * Source: Mantel 1966; Peto and Peto 1972, hypergeometric variance.
 */
export const logRank = (people: readonly LogRankPerson[]): Outcome<{ chiSquared: number }> => {
  const times = people.map((person) => person.time);
  const reason = firstReason(finiteCheck(times), countCheck(times));
  if (reason) return refused(reason);
  const leavingTimes = [...new Set(people.filter((person) => person.left).map((person) => person.time))];
  const parts = leavingTimes.map((time) => atTime(people, time));
  const variance = sum(parts.map((part) => part.variance));
  if (variance <= 0) return refused('no_variation');
  return computed({ chiSquared: sum(parts.map((part) => part.difference)) ** 2 / variance });
};
