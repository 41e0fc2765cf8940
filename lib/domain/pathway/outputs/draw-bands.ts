import { DRAWS_FOR_95 } from '@/lib/domain/pathway/band';
import type { Band } from '@/lib/domain/pathway/round';
import { placeRanks } from './order-statistics';

const PROBABILITIES = [0.025, 0.1, 0.5, 0.9, 0.975];

const positionOf = (length: number, probability: number): number => (length - 1) * probability;

/** Quantile with linear interpolation (type 7); the values around it stand where sorting would put them. */
const quantile = (values: Float64Array, probability: number): number => {
  const position = positionOf(values.length, probability);
  const below = values[Math.floor(position)] ?? Number.NaN;
  const above = values[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
};

/** Places in a sorted list that the quantiles are read from, ascending. */
const ranksFor = (length: number): number[] => [
  ...new Set(
    PROBABILITIES.flatMap((probability) => {
      const position = positionOf(length, probability);
      return [Math.floor(position), Math.ceil(position)];
    }),
  ),
];

/**
 * `bandOf` for columns of draws: median, mean, 80 % and, from 256 draws, 95 % limits (type 7). `values` is put into another
 * order in place; the mean is summed in the order of draws, so that it doesn't depend on who ran them.
 */
const toBand = (values: Float64Array, ranks: readonly number[]): Band => {
  let sum = 0;
  let least = values[0] ?? 0;
  let most = least;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    sum += value;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  // Sorting puts NaN last; choosing ranks needs numbers. Where all are alike there is nothing to order.
  if (Number.isNaN(sum)) values.sort();
  else if (most > least) placeRanks(values, ranks);
  const isSettled = values.length >= DRAWS_FOR_95;
  return {
    median: quantile(values, 0.5),
    mean: sum / values.length,
    lower80: quantile(values, 0.1),
    upper80: quantile(values, 0.9),
    lower95: isSettled ? quantile(values, 0.025) : null,
    upper95: isSettled ? quantile(values, 0.975) : null,
  };
};

/** Baseline, option and their paired difference of one figure. */
export interface PairedBands {
  readonly baseline: Band;
  readonly option: Band;
  readonly difference: Band;
}

/** Columns of draws, `[draw][column]`, of baseline and option. */
export interface DrawColumns {
  readonly draws: number;
  readonly columns: number;
  readonly baseline: Float64Array;
  readonly option: Float64Array;
}

/** Bands of a column, on memory that all columns use in turn. */
export const columnBands = ({ draws, columns, baseline, option }: DrawColumns): ((column: number) => PairedBands) => {
  const ranks = ranksFor(draws);
  const without = new Float64Array(draws);
  const after = new Float64Array(draws);
  const apart = new Float64Array(draws);
  return (column) => {
    for (let draw = 0; draw < draws; draw += 1) {
      const one = baseline[draw * columns + column] ?? 0;
      const other = option[draw * columns + column] ?? 0;
      without[draw] = one;
      after[draw] = other;
      apart[draw] = other - one;
    }
    return { baseline: toBand(without, ranks), option: toBand(after, ranks), difference: toBand(apart, ranks) };
  };
};
