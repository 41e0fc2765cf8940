import { doOverlap, type GridRow, MEASURES, type RoundedMeasure } from './rounded-rows';

/** Rounded cells by plane (0: all periods), measure, row and column. */
export interface RoundedGrid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly periods: readonly string[];
  readonly periodsOverlap: boolean;
  /** Sum of the cells that were let out. */
  readonly known: Float64Array;
  /** How many cells there were, let out or not. */
  readonly parts: Uint32Array;
  /** How many of them were withheld. */
  readonly gaps: Uint32Array;
}

/** Those given first, in their order; others follow, sorted. */
const labelsOf = (given: readonly string[], found: Iterable<string>): readonly string[] => {
  const known = new Set(given);
  return [...known, ...[...new Set(found)].filter((label) => !known.has(label)).sort()];
};

const numbered = (labels: readonly string[]): ReadonlyMap<string, number> =>
  new Map(labels.map((label, i) => [label, i]));

interface GridInput {
  readonly given: readonly GridRow[];
  readonly rows: readonly string[];
  readonly columns: readonly string[];
}

export const toGrid = ({ given, rows: knownRows, columns: knownColumns }: GridInput): RoundedGrid => {
  const rows = labelsOf(
    knownRows,
    given.map(({ row }) => row),
  );
  const columns = labelsOf(
    knownColumns,
    given.map(({ column }) => column),
  );
  const periods = labelsOf(
    [],
    given.map(({ period }) => period),
  );
  const size = rows.length * columns.length;
  const length = (periods.length + 1) * MEASURES.length * size;
  const grid = {
    known: new Float64Array(length),
    parts: new Uint32Array(length),
    gaps: new Uint32Array(length),
  };
  const [rowAt, columnAt, periodAt] = [numbered(rows), numbered(columns), numbered(periods)];
  for (const { period, row, column, counts } of given) {
    const cell = (rowAt.get(row) ?? 0) * columns.length + (columnAt.get(column) ?? 0);
    for (const plane of [0, 1 + (periodAt.get(period) ?? 0)]) {
      for (const [m, measure] of MEASURES.entries()) {
        const at = (plane * MEASURES.length + m) * size + cell;
        const count = counts[measure];
        grid.parts[at] = (grid.parts[at] ?? 0) + 1;
        if (count === null) grid.gaps[at] = (grid.gaps[at] ?? 0) + 1;
        else grid.known[at] = (grid.known[at] ?? 0) + count;
      }
    }
  }
  return { rows, columns, periods, periodsOverlap: doOverlap(periods), ...grid };
};

/** A sum of rounded cells. */
export interface RoundedCell {
  readonly known: number;
  readonly parts: number;
  readonly gaps: number;
}

interface SlabInput {
  /** 0: all periods; else the number of the period from 1. */
  readonly plane: number;
  readonly measure: RoundedMeasure;
}

const firstOf = (grid: RoundedGrid, { plane, measure }: SlabInput): number =>
  (plane * MEASURES.length + MEASURES.indexOf(measure)) * grid.rows.length * grid.columns.length;

/** Cells of one plane and measure, row by row. */
export const cellsOf = (grid: RoundedGrid, slab: SlabInput): readonly RoundedCell[] => {
  const from = firstOf(grid, slab);
  return Array.from({ length: grid.rows.length * grid.columns.length }, (_, i) => ({
    known: grid.known[from + i] ?? 0,
    parts: grid.parts[from + i] ?? 0,
    gaps: grid.gaps[from + i] ?? 0,
  }));
};

/** Each column added over its rows. */
export const columnSums = (grid: RoundedGrid, slab: SlabInput): readonly RoundedCell[] => {
  const cells = cellsOf(grid, slab);
  const width = grid.columns.length;
  return grid.columns.map((_, column) => {
    const sum = { known: 0, parts: 0, gaps: 0 };
    for (let at = column; at < cells.length; at += width) {
      sum.known += cells[at]?.known ?? 0;
      sum.parts += cells[at]?.parts ?? 0;
      sum.gaps += cells[at]?.gaps ?? 0;
    }
    return sum;
  });
};
