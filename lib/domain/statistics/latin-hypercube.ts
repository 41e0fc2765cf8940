import { seededGenerator } from './seeded-generator';

/**
 * 64 draws to show at once, then 192 more: 256 in all. A Latin hypercube can't be extended, so each
 * block is a hypercube of its own; together they are as exact as a single one of 256.
 */
export const DRAW_BLOCKS = [64, 192] as const;

export interface LatinHypercube {
  readonly draws: number;
  /**
   * The uniform number, strictly between 0 and 1, of one dimension in one draw (0-based).
   * @throws RangeError where the draw doesn't exist.
   */
  readonly at: (dimension: string, draw: number) => number;
}

interface ColumnKey {
  readonly seed: number;
  readonly dimension: string;
  readonly block: number;
  readonly size: number;
}

const blockColumn = ({ seed, dimension, block, size }: ColumnKey): number[] => {
  const next = seededGenerator(`${seed}/${block}/${dimension}`);
  const cells = Array.from({ length: size }, (_, cell) => cell);
  // Sorting on random keys gives the random order; the cell breaks ties, so that it stays deterministic.
  const order = cells.map((cell) => ({ cell, key: next() })).sort((x, y) => x.key - y.key || x.cell - y.cell);
  return order.map(({ cell }) => (cell + next()) / size);
};

/**
 * Latin-hypercube draws (McKay, Beckman and Conover 1979) in independent blocks: within a block
 * each of `size` equal slices of (0, 1) is hit once per dimension.
 *
 * A dimension is known by its name and has its own stream. So the draws of one parameter don't
 * depend on which others are asked for: packages that share a seed share their draws.
 */
export const latinHypercube = (seed: number, blockSizes: readonly number[] = DRAW_BLOCKS): LatinHypercube => {
  const ends = blockSizes.map((_, block) => blockSizes.slice(0, block + 1).reduce((sum, size) => sum + size, 0));
  // Block by block: who wants the first 64 draws doesn't pay for a thousand.
  const columns = new Map<string, number[][]>();
  const columnOf = (dimension: string, block: number, size: number): number[] => {
    const blocks = columns.get(dimension) ?? [];
    columns.set(dimension, blocks);
    const column = blocks[block] ?? blockColumn({ seed, dimension, block, size });
    blocks[block] = column;
    return column;
  };
  return {
    draws: ends.at(-1) ?? 0,
    at: (dimension, draw) => {
      const block = ends.findIndex((end) => draw < end);
      const size = blockSizes[block];
      const value =
        size === undefined ? undefined : columnOf(dimension, block, size)[draw - ((ends[block] ?? size) - size)];
      if (value === undefined) throw new RangeError(`draw ${draw} does not exist`);
      return value;
    },
  };
};
