/** A count of people that is known to lie in a range. `mean` and `variance` are given that. */
export interface Truncated {
  readonly mean: number;
  readonly variance: number;
  /** Of the range, less what doesn't depend on the mean. */
  readonly logProbability: number;
}

/** Nothing is known of the count: it is what is expected, as uncertain as it was. */
const unknown = (mean: number): Truncated => ({ mean, variance: mean, logProbability: 0 });

/**
 * A Poisson number from `low` to `high`, both included, for a mean above 0. `high` is infinite where nothing is known, and `low` is
 * then 0. A range of one count gives that count, with no variance.
 */
export const truncatedPoisson = (mean: number, low: number, high: number): Truncated => {
  if (high === Number.POSITIVE_INFINITY) return unknown(mean);
  const logMean = Math.log(mean);
  if (low === high) return { mean: low, variance: 0, logProbability: (low > 0 ? low * logMean : 0) - mean };
  // Against the first count of the range; the largest is taken out, so that nothing overflows.
  let most = 0;
  for (let n = low + 1, log = 0; n <= high; n += 1) {
    log += logMean - Math.log(n);
    most = Math.max(most, log);
  }
  let [total, first, second] = [0, 0, 0];
  for (let n = low, log = 0; n <= high; n += 1) {
    if (n > low) log += logMean - Math.log(n);
    const weight = Math.exp(log - most);
    const above = n - low;
    total += weight;
    first += weight * above;
    second += weight * above * above;
  }
  const above = first / total;
  return {
    mean: low + above,
    variance: Math.max(0, second / total - above * above),
    logProbability: (low > 0 ? low * logMean : 0) - mean + most + Math.log(total),
  };
};
