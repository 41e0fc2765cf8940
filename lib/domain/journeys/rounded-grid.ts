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
  /** How many of them were let out as 0. */
  readonly zeros: Uint32Array;
}

/** Those given first, in their order; others follow, sorted. */
const labelsOf = (given: readonly string[], found: Iterable<string>): readonly string[] => {
  const known = new Set(given);
  return [...known, ...[...new Set(found)].filter((label) => !known.has(label)).sort()];
};

const numbered = (labels: readonly string[]): ReadonlyMap<string, number> =>
  new Map(labels.map((label, i) => [label, i]));

export interface GridInput {
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
    zeros: new Uint32Array(length),
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
        if (count === 0) grid.zeros[at] = (grid.zeros[at] ?? 0) + 1;
      }
    }
  }
  return { rows, columns, periods, periodsOverlap: doOverlap(periods), ...grid };
};

/** Where each cell of a grid lies on an axis. */
export interface RoundedAxis {
  readonly labels: readonly string[];
  readonly indexOf: Uint16Array;
}

/** A sum of rounded cells. */
export interface RoundedCell {
  readonly known: number;
  readonly parts: number;
  readonly gaps: number;
  readonly zeros: number;
}

interface SlabInput {
  /** 0: all periods; else the number of the period from 1. */
  readonly plane: number;
  readonly measure: RoundedMeasure;
}

interface Axes {
  readonly rows: RoundedAxis;
  /** Null: one column. */
  readonly columns: RoundedAxis | null;
}

/** The cells of one plane and measure, added where they lie on two axes, row by row. */
export const groupedCells = (
  grid: RoundedGrid,
  { plane, measure }: SlabInput,
  { rows, columns }: Axes,
): readonly RoundedCell[] => {
  const size = grid.rows.length * grid.columns.length;
  const from = (plane * MEASURES.length + MEASURES.indexOf(measure)) * size;
  const width = columns?.labels.length ?? 1;
  const sums = Array.from({ length: rows.labels.length * width }, () => ({ known: 0, parts: 0, gaps: 0, zeros: 0 }));
  for (let cell = 0; cell < size; cell += 1) {
    const sum = sums[(rows.indexOf[cell] ?? 0) * width + (columns?.indexOf[cell] ?? 0)];
    if (!sum) continue;
    sum.known += grid.known[from + cell] ?? 0;
    sum.parts += grid.parts[from + cell] ?? 0;
    sum.gaps += grid.gaps[from + cell] ?? 0;
    sum.zeros += grid.zeros[from + cell] ?? 0;
  }
  return sums;
};
