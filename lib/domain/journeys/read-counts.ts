import { isState } from './axis-label';
import type { Counts } from './counts';

/** A cell with its labels; null is a gap. */
export interface CountCell {
  readonly row: string;
  readonly column: string;
  readonly count: number | null;
}

/** All cells, row by row. */
export function* cellsOf({ rows, columns, counts }: Counts): Generator<CountCell> {
  for (const [r, row] of rows.entries()) {
    for (const [c, column] of columns.entries()) yield { row, column, count: counts[r * columns.length + c] ?? null };
  }
}

/** What a derived figure is about, and what it had to leave out. */
export interface Coverage {
  /** People in the figure. */
  readonly people: number;
  /** People who reached the stage, and whose place (or its region, or position) isn't known. */
  readonly unknown: number;
  /** People who aren't there, or not yet. */
  readonly notThere: number;
  /** Cells that were withheld or not in the file: their people are in none of the above. */
  readonly gaps: number;
}

interface Tally<T> {
  readonly coverage: Coverage;
  readonly known: readonly { readonly cell: CountCell; readonly count: number; readonly value: T }[];
}

/** Reads a value off every cell's labels; null is unknown. Labels that stand for no place have none. */
export const tally = <T>(counts: Counts, read: (row: string, column: string) => T | null): Tally<T> => {
  const known: { cell: CountCell; count: number; value: T }[] = [];
  const left = { people: 0, unknown: 0, notThere: 0, gaps: 0 };
  for (const cell of cellsOf(counts)) {
    const { row, column, count } = cell;
    const value = isState(row) || isState(column) ? null : read(row, column);
    if (count === null) left.gaps += 1;
    else if (value !== null) {
      left.people += count;
      known.push({ cell, count, value });
    } else if (isAway(row) || isAway(column)) left.notThere += count;
    else left.unknown += count;
  }
  return { coverage: left, known };
};

const isAway = (label: string): boolean => isState(label) && label !== 'unknown';
