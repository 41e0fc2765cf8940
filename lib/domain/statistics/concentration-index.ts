import { denominatorCheck, finiteCheck, firstReason, lengthCheck, rangeCheck, sizeCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { sum, sumOfProducts } from './sum';

export interface ConcentrationIndex {
  /** −1 to 1; above 0 where the outcome is more common among the less deprived. */
  readonly concentrationIndex: number;
  /** Times the mean outcome. */
  readonly generalised: number;
  /** Wagstaff's and Erreygers' corrections for an outcome that lies between 0 and 1. */
  readonly wagstaff: number;
  readonly erreygers: number;
  /** Cumulative mid-rank of each unit, 0 (most deprived) to 1. */
  readonly fractionalRanks: readonly number[];
}

interface ConcentrationIndexInput {
  /** Share with the outcome in each unit, 0 to 1. */
  readonly outcomes: readonly number[];
  /** Ascending from most deprived. */
  readonly ranking: readonly number[];
  /** Population of each unit. */
  readonly weights: readonly number[];
}

/** Equal ranks share the middle of their combined weight. */
const fractionalRanksOf = (ranking: readonly number[], weights: readonly number[]): number[] => {
  const weightOf = new Map<number, number>();
  ranking.forEach((rank, i) => {
    weightOf.set(rank, (weightOf.get(rank) ?? 0) + (weights[i] ?? 0));
  });
  const total = sum(weights);
  const midRankOf = new Map<number, number>();
  let below = 0;
  for (const [rank, weight] of [...weightOf].sort(([a], [b]) => a - b)) {
    midRankOf.set(rank, (below + weight / 2) / total);
    below += weight;
  }
  return ranking.map((rank) => midRankOf.get(rank) ?? 0);
};

/**
 * Concentration index of an outcome across areas ranked by deprivation, weighted by population.
 *
 * Domain: two units or more, outcomes 0 to 1 whose mean is neither 0 nor 1, weights above 0.
 * Refuses `not_finite`, `lengths_differ`, `too_few_values`, `no_denominator`, `out_of_range`, `no_variation`.
 * Source: Kakwani, Wagstaff and van Doorslaer 1997; Wagstaff 2005; Erreygers 2009. Covariance divides by the weights'
 * sum, not n − 1.
 */
export const concentrationIndex = ({
  outcomes,
  ranking,
  weights,
}: ConcentrationIndexInput): Outcome<ConcentrationIndex> => {
  const reason = firstReason(
    finiteCheck(outcomes, ranking, weights),
    lengthCheck(outcomes, ranking, weights),
    sizeCheck(outcomes, 2),
    denominatorCheck(weights),
    rangeCheck(outcomes, 0, 1),
  );
  if (reason) return refused(reason);
  const total = sum(weights);
  const mean = sumOfProducts(weights, outcomes) / total;
  if (mean <= 0 || mean >= 1) return refused('no_variation');
  const fractionalRanks = fractionalRanksOf(ranking, weights);
  const meanRank = sumOfProducts(weights, fractionalRanks) / total;
  const products = outcomes.map((outcome, i) => (outcome - mean) * ((fractionalRanks[i] ?? 0) - meanRank));
  const index = ((2 / mean) * sumOfProducts(weights, products)) / total;
  return computed({
    concentrationIndex: index,
    generalised: index * mean,
    wagstaff: index / (1 - mean),
    erreygers: 4 * mean * index,
    fractionalRanks,
  });
};
