import { DRAWS_FOR_95 } from '@/lib/domain/pathway/band';
import type { Band } from '@/lib/domain/pathway/round';

const quantile = (sorted: Float64Array, probability: number): number => {
  const position = (sorted.length - 1) * probability;
  const below = sorted[Math.floor(position)] ?? Number.NaN;
  const above = sorted[Math.ceil(position)] ?? Number.NaN;
  return below + (above - below) * (position - Math.floor(position));
};

/**
 * `bandOf` for columns of draws: median, mean, 80 % and, from 256 draws, 95 % limits (type 7). `values` is sorted in place;
 * the mean is summed in the order of draws, so that it doesn't depend on who ran them.
 */
export const sortToBand = (values: Float64Array, draws: number = values.length): Band => {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) sum += values[i] ?? 0;
  values.sort();
  const isSettled = draws >= DRAWS_FOR_95;
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

export const pairedBands = ({ draws, columns, baseline, option }: DrawColumns, column: number): PairedBands => {
  const take = (pick: (cell: number) => number): Band => {
    const values = new Float64Array(draws);
    for (let draw = 0; draw < draws; draw += 1) values[draw] = pick(draw * columns + column);
    return sortToBand(values);
  };
  return {
    baseline: take((cell) => baseline[cell] ?? 0),
    option: take((cell) => option[cell] ?? 0),
    difference: take((cell) => (option[cell] ?? 0) - (baseline[cell] ?? 0)),
  };
};
