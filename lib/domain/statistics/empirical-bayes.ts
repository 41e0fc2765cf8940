import { countCheck, denominatorCheck, finiteCheck, firstReason, lengthCheck, sizeCheck } from './input-checks';
import { type Neighbours, neighbourCheck } from './neighbours';
import { computed, type Outcome, refused } from './outcome';
import { sum, sumOfProducts } from './sum';

/** `poisson`: rare events (Marshall 1991); `binomial`: shares of people, counts at most the population. */
export type EmpiricalBayesKind = 'poisson' | 'binomial';

export interface EmpiricalBayes {
  /** Count ÷ population. */
  readonly raw: readonly number[];
  /** Drawn towards the average, the more so the smaller the population. */
  readonly smoothed: readonly number[];
}

export interface GlobalEmpiricalBayes extends EmpiricalBayes {
  /** Variance between areas; floored at 0 for `poisson`. */
  readonly between: number;
  /** Σ counts ÷ Σ populations. */
  readonly average: number;
}

interface Rates {
  readonly counts: readonly number[];
  readonly populations: readonly number[];
}

const reasonAgainst = ({ counts, populations }: Rates) =>
  firstReason(
    finiteCheck(counts, populations),
    lengthCheck(counts, populations),
    sizeCheck(counts, 2),
    countCheck(counts),
    denominatorCheck(populations),
    sum(counts) > 0 ? null : 'no_events',
  );

/** Weighted variance of the rates about an average, and the mean population. */
const spreadOf = ({ counts, populations }: Rates, average: number) => {
  const people = sum(populations);
  const squares = counts.map((count, i) => (count / (populations[i] ?? 1) - average) ** 2);
  return { meanPeople: people / counts.length, variance: sumOfProducts(populations, squares) / people };
};

/** How much of an area's own rate is kept. */
const binomialWeight = (
  people: number,
  { average, meanPeople, variance }: { average: number; meanPeople: number; variance: number },
): number => {
  const byChance = average * (1 - average);
  return (
    (people * variance - (people / meanPeople) * byChance) /
    ((people - 1) * variance + ((meanPeople - people) / meanPeople) * byChance)
  );
};

/**
 * Rates of areas shrunk towards the average of all, by as much as chance explains of their spread.
 *
 * Domain: two areas or more, counts 0 or more with some above 0, populations above 0.
 * Refuses `not_finite`, `lengths_differ`, `too_few_values`, `negative_events`, `no_denominator`, `no_events`, `out_of_range`.
 * Source: Marshall 1991 (`poisson`); Martuzzi and Elliott 1996 (`binomial`, not floored).
 */
export const globalEmpiricalBayes = (rates: Rates, kind: EmpiricalBayesKind): Outcome<GlobalEmpiricalBayes> => {
  const reason = reasonAgainst(rates);
  if (reason) return refused(reason);
  const { counts, populations } = rates;
  const average = sum(counts) / sum(populations);
  const raw = counts.map((count, i) => count / (populations[i] ?? 1));
  const { meanPeople, variance } = spreadOf(rates, average);
  if (kind === 'binomial') {
    const smoothed = raw.map((rate, i) => {
      const weight = binomialWeight(populations[i] ?? 1, { average, meanPeople, variance });
      return weight * rate + (1 - weight) * average;
    });
    return computed({ raw, smoothed, between: variance, average });
  }
  const between = Math.max(0, variance - average / meanPeople);
  const smoothed = raw.map(
    (rate, i) => average + (between * (rate - average)) / (between + average / (populations[i] ?? 1)),
  );
  return computed({ raw, smoothed, between, average });
};

/**
 * Rates of areas shrunk towards the average of the area and its neighbours, the variance of which is floored at 0. The
 * spread in a neighbourhood is taken about each neighbour's own local average, as the reference does.
 *
 * Domain: as `globalEmpiricalBayes`; neighbours by position, none its own. An area without neighbours, or among areas
 * without events, keeps its own rate. Refuses also `out_of_range`.
 * Source: Marshall 1991.
 */
export const localEmpiricalBayes = (rates: Rates, neighbours: Neighbours): Outcome<EmpiricalBayes> => {
  const { counts, populations } = rates;
  const reason = reasonAgainst(rates) ?? neighbourCheck(neighbours, counts.length);
  if (reason) return refused(reason);
  const raw = counts.map((count, i) => count / (populations[i] ?? 1));
  const around = neighbours.map((own, i) => [i, ...own]);
  const sumAt = (values: readonly number[], at: readonly number[]): number => sum(at.map((j) => values[j] ?? 0));
  const people = around.map((at) => sumAt(populations, at));
  const averages = around.map((at, i) => sumAt(counts, at) / (people[i] ?? 1));
  const parts = raw.map((rate, j) => (populations[j] ?? 0) * (rate - (averages[j] ?? 0)) ** 2);
  const smoothed = raw.map((rate, i) => {
    const [at, all, average] = [around[i] ?? [], people[i] ?? 1, averages[i] ?? 0];
    const between = Math.max(0, sumAt(parts, at) / all - (average * at.length) / all);
    const total = between + average / (populations[i] ?? 1);
    return total > 0 ? average + ((rate - average) * between) / total : rate;
  });
  return computed({ raw, smoothed });
};
