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

const weighted = (slopes: readonly Measured[], variance: number) => {
  const weights = slopes.map(({ se }) => 1 / (se ** 2 + variance));
  const total = weights.reduce((all, weight) => all + weight, 0);
  const mean = slopes.reduce((all, { estimate }, j) => all + estimate * (weights[j] ?? 0), 0) / total;
  const q = slopes.reduce((all, { estimate }, j) => all + (weights[j] ?? 0) * (estimate - mean) ** 2, 0);
  return { mean, q, se: 1 / Math.sqrt(total) };
};

/**
 * Average and spread of slopes that are each known with an error: the spread makes the weighted squares equal what is
 * expected of them, 0 where they are smaller without any. Standard errors above 0.
 * Source: Paule and Mandel 1982; the random-effects mean of DerSimonian and Laird 1986.
 */
export const slopeSpread = (slopes: readonly Measured[]): SlopeSpread => {
  const target = slopes.length - 1;
  let low = 0;
  let high = 0;
  if (weighted(slopes, 0).q > target) {
    high = Math.max(...slopes.map(({ se }) => se ** 2));
    while (weighted(slopes, high).q > target) high *= 2;
    for (let halving = 0; halving < HALVINGS && high - low > 1e-14 * high; halving += 1) {
      const middle = (low + high) / 2;
      if (weighted(slopes, middle).q > target) low = middle;
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
