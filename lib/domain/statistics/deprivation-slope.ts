import { sum, sumOfProducts } from './sum';

/** Weights that turn the groups' values into the fitted line: each fit is a weighted sum of the values. */
export interface DeprivationSlope {
  /** Weights of the slope. */
  readonly slope: readonly number[];
  /** Weights of the fit at 0, the most deprived end. */
  readonly atMostDeprived: readonly number[];
  /** Weights of the fit at 1, the least deprived end. */
  readonly atLeastDeprived: readonly number[];
}

/**
 * Population-weighted regression on the cumulative mid-rank of groups ordered from most to least deprived.
 * The mean mid-rank is always one half. Populations above 0, two groups or more (callers check).
 */
export const deprivationSlope = (populations: readonly number[]): DeprivationSlope => {
  const total = sum(populations);
  let below = 0;
  const midRanks = populations.map((population) => {
    below += population;
    return (below - population / 2) / total;
  });
  const shares = populations.map((population) => population / total);
  const centred = midRanks.map((midRank) => midRank - 0.5);
  const spread = sumOfProducts(
    shares,
    centred.map((distance) => distance ** 2),
  );
  const slope = shares.map((share, i) => (share * (centred[i] ?? 0)) / spread);
  return {
    slope,
    atMostDeprived: shares.map((share, i) => share - (slope[i] ?? 0) / 2),
    atLeastDeprived: shares.map((share, i) => share + (slope[i] ?? 0) / 2),
  };
};
