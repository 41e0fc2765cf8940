import { sum, sumOfProducts } from '@/lib/domain/statistics/sum';
import { type Estimate, estimateOf } from './journey-model';

/** Of so few schools, the spread between them can't be told from chance: nothing is shrunk. */
export const LEAST_SHRUNK = 3;

const HALVINGS = 200;

/** What schools have in common in one slope: their average, and how far they really differ (a standard deviation). */
export interface SlopeSpread {
  readonly average: Estimate;
  readonly spread: number;
}

type Measured = Pick<Estimate, 'estimate' | 'se'>;

/** Standard deviations: 95 % of the time, what rounding hides of the spread is no more. */
const MOST_SPREAD = 1.645;
/** Of the variance of a slope, at least this is taken as not of rounding. */
const LEAST_KNOWN = 0.25;

const inverse = (variances: readonly number[], between: number) => variances.map((one) => 1 / (one + between));

const meanWith = (slopes: readonly Measured[], weights: readonly number[]) =>
  sumOfProducts(
    weights,
    slopes.map(({ estimate }) => estimate),
  ) / sum(weights);

const weighted = (slopes: readonly Measured[], between: number) => {
  const weights = inverse(
    slopes.map(({ se }) => se ** 2),
    between,
  );
  return { mean: meanWith(slopes, weights), se: 1 / Math.sqrt(sum(weights)) };
};

/** Weighted squares of the slopes about their mean; where rounding hides some of each, the most (95 %) that they would be without it. */
const squaresOf = (slopes: readonly Measured[], hidden: readonly number[], between: number): number => {
  const behind = slopes.map((_, j) => hidden[j] ?? 0);
  const known = slopes.map(({ se }, j) => Math.max(se ** 2 - (behind[j] ?? 0), LEAST_KNOWN * se ** 2));
  const weights = inverse(known, between);
  const mean = meanWith(slopes, weights);
  const squares = slopes.map(({ estimate }) => (estimate - mean) ** 2);
  const ofSquares = squares.map((square, j) => 4 * square * (behind[j] ?? 0) + 2 * (behind[j] ?? 0) ** 2);
  return (
    sumOfProducts(weights, squares) +
    sumOfProducts(weights, behind) +
    MOST_SPREAD *
      Math.sqrt(
        sumOfProducts(
          weights.map((weight) => weight ** 2),
          ofSquares,
        ),
      )
  );
};

/**
 * Average and spread of slopes that are each known with an error: the spread makes the weighted squares equal what is
 * expected of them, 0 where they are smaller without any. Standard errors above 0. `hidden`: variance of each slope that is of
 * rounding alone; the spread is then the largest that the slopes of unrounded counts may have had.
 * Source: Paule and Mandel 1982; the random-effects mean of DerSimonian and Laird 1986.
 */
export const slopeSpread = (slopes: readonly Measured[], hidden: readonly number[] = []): SlopeSpread => {
  const target = slopes.length - 1;
  let low = 0;
  let high = 0;
  if (squaresOf(slopes, hidden, 0) > target) {
    high = Math.max(...slopes.map(({ se }) => se ** 2));
    while (squaresOf(slopes, hidden, high) > target) high *= 2;
    for (let halving = 0; halving < HALVINGS && high - low > 1e-14 * high; halving += 1) {
      const middle = (low + high) / 2;
      if (squaresOf(slopes, hidden, middle) > target) low = middle;
      else high = middle;
    }
  }
  const { mean, se } = weighted(slopes, high);
  return { average: estimateOf(mean, se), spread: Math.sqrt(high) };
};

/**
 * A slope drawn towards the average of the schools, the more so the less is known of it (empirical Bayes, normal on both
 * levels); its error counts that of the average. Null: nothing is known of it, and what is given is that of a further school.
 * Source: Efron and Morris 1975.
 */
export const shrunk = (slope: Measured | null, { average, spread }: SlopeSpread): Estimate => {
  if (slope === null) return estimateOf(average.estimate, Math.hypot(spread, average.se));
  const drawn = slope.se ** 2 / (slope.se ** 2 + spread ** 2);
  return estimateOf(
    slope.estimate + drawn * (average.estimate - slope.estimate),
    Math.hypot(spread * Math.sqrt(drawn), drawn * average.se),
  );
};
