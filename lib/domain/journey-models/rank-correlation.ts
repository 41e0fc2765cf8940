import { standardNormalQuantile } from '@/lib/domain/statistics/confidence-level';
import { finiteCheck, firstReason, lengthCheck, sizeCheck } from '@/lib/domain/statistics/input-checks';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { sum, sumOfProducts } from '@/lib/domain/statistics/sum';

export interface RankCorrelation {
  readonly n: number;
  /** −1 to 1. */
  readonly correlation: number;
  readonly lower: number;
  readonly upper: number;
}

/** Fewer pairs say nothing. */
const LEAST_PAIRS = 5;

/** Rank of each value from 1; values alike share the mean of their ranks. */
const ranksOf = (values: readonly number[]): readonly number[] =>
  values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const alike = values.filter((other) => other === value).length;
    return below + (alike + 1) / 2;
  });

const centred = (values: readonly number[]): readonly number[] => {
  const mean = sum(values) / values.length;
  return values.map((value) => value - mean);
};

/**
 * Spearman's rank correlation with 95 % limits on Fisher's scale. A perfect order has the limits of the nearest order
 * short of it, one pair of neighbours exchanged: on Fisher's scale it lies at infinity.
 *
 * Domain: five pairs or more, both sides differ. Refuses `not_finite`, `lengths_differ`, `too_few_values`, `no_variation`.
 * Source: Spearman 1904; variance (1 + r² ÷ 2) ÷ (n − 3), Bonett and Wright 2000.
 */
export const rankCorrelation = (xs: readonly number[], ys: readonly number[]): Outcome<RankCorrelation> => {
  const n = xs.length;
  const reason = firstReason(
    finiteCheck(xs, ys),
    lengthCheck(xs, ys),
    sizeCheck(xs, LEAST_PAIRS),
    new Set(xs).size > 1 && new Set(ys).size > 1 ? null : 'no_variation',
  );
  if (reason) return refused(reason);
  const [dx, dy] = [centred(ranksOf(xs)), centred(ranksOf(ys))];
  const size = Math.sqrt(sumOfProducts(dx, dx) * sumOfProducts(dy, dy));
  const correlation = Math.min(1, Math.max(-1, sumOfProducts(dx, dy) / size));
  const most = 1 - 12 / (n ** 3 - n);
  const inside = Math.min(most, Math.max(-most, correlation));
  const margin = standardNormalQuantile(0.95) * Math.sqrt((1 + inside ** 2 / 2) / (n - 3));
  return computed({
    n,
    correlation,
    lower: Math.min(correlation, Math.tanh(Math.atanh(inside) - margin)),
    upper: Math.max(correlation, Math.tanh(Math.atanh(inside) + margin)),
  });
};
