import type { Band } from './round';

/** Draws from which a 95 % interval is quoted: below, its ends are too unsettled. */
export const DRAWS_FOR_95 = 256;

/** Quantile with linear interpolation between order statistics (Hyndman and Fan type 7). */
const quantileOfSorted = (sorted: readonly number[], probability: number): number => {
  const position = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
};

/**
 * Median, mean and uncertainty intervals of the draws, in their unit. `draws`: size of the whole run,
 * which decides whether a 95 % interval is given (a band may be over some of the draws only).
 * @throws RangeError without values.
 */
export const bandOf = (values: readonly number[], draws: number = values.length): Band => {
  if (values.length === 0) throw new RangeError('a band needs values');
  const sorted = [...values].sort((a, b) => a - b);
  const settled = draws >= DRAWS_FOR_95;
  return {
    median: quantileOfSorted(sorted, 0.5),
    mean: values.reduce((sum, value) => sum + value, 0) / values.length,
    lower80: quantileOfSorted(sorted, 0.1),
    upper80: quantileOfSorted(sorted, 0.9),
    lower95: settled ? quantileOfSorted(sorted, 0.025) : null,
    upper95: settled ? quantileOfSorted(sorted, 0.975) : null,
  };
};
