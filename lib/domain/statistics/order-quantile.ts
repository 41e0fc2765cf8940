/** The same of values that are sorted already. */
export const sortedQuantile = (sorted: ArrayLike<number>, probability: number): number => {
  const position = (sorted.length - 1) * probability;
  const below = Math.floor(position);
  const low = sorted[below] ?? 0;
  const high = sorted[below + 1] ?? low;
  return low + (position - below) * (high - low);
};

/**
 * Quantile between order statistics, linear: Hyndman and Fan's type 7, R's default. `probability` 0 to 1; 0 of no values
 * (callers check).
 */
export const orderQuantile = (values: readonly number[], probability: number): number =>
  sortedQuantile(
    [...values].sort((a, b) => a - b),
    probability,
  );
