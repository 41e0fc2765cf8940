import { ModelInputError } from '@/lib/domain/pathway/model-input-error';

export interface StayChain {
  /** Row = from, column = to; rows add to 1. */
  readonly transition: number[][];
  readonly stationary: number[];
}

/**
 * Choice of a region with a stay constant, repeated: `P_ij = A_j e^(κ [i=j]) ÷ D_i` with `D_i = Σ_j A_j e^(κ [i=j])`; in the
 * long run `π_i ∝ A_i D_i`. Source: scenario model §5.3.
 */
export const stayChain = (attractiveness: readonly number[], kappa: number): StayChain => {
  if (!attractiveness.every((weight) => weight > 0)) throw new ModelInputError('attractiveness must be above 0');
  const total = attractiveness.reduce((sum, weight) => sum + weight, 0);
  const sums = attractiveness.map((weight) => total + weight * (Math.exp(kappa) - 1));
  const long = attractiveness.map((weight, i) => weight * (sums[i] ?? 0));
  const longTotal = long.reduce((sum, weight) => sum + weight, 0);
  return {
    transition: sums.map((sum, i) =>
      attractiveness.map((weight, j) => (i === j ? weight * Math.exp(kappa) : weight) / sum),
    ),
    stationary: long.map((weight) => weight / longTotal),
  };
};

/**
 * Stay constant that gives a share of stayers among `regions` equally attractive regions: `κ = ln[(K − 1) p ÷ (1 − p)]`.
 * @throws ModelInputError for fewer than two regions or a share that isn't strictly between 0 and 1.
 */
export const kappaFromStayShare = (regions: number, stayShare: number): number => {
  if (!(regions >= 2)) throw new ModelInputError('a stay share needs two regions');
  if (!(stayShare > 0 && stayShare < 1)) throw new ModelInputError('a share strictly between 0 and 1');
  return Math.log(((regions - 1) * stayShare) / (1 - stayShare));
};
