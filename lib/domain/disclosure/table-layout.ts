import type { FullRow, FullTable } from './count-table';

/**
 * How the cells of a table hang together. Every rule "parts add up to their total" is a node; every cell stands in two of
 * them with opposite signs, so that it is an arc, and what the published cells leave open is a flow problem. That holds
 * for any table of two dimensions of which one may be a tree (sums over the columns are kept for the lowest rows only;
 * those of groups follow from them).
 */
export interface TableLayout {
  readonly nodeCount: number;
  /** Per cell: raising the cell by 1 moves one unit from its tail to its head. */
  readonly tails: readonly number[];
  readonly heads: readonly number[];
  /** Per node, the cells that touch it. */
  readonly cellsAt: readonly (readonly number[])[];
  /** Every sum in the table, those that follow from others included. */
  readonly lines: readonly Line[];
  /** Per cell, the sums that it is the total of, or part of at any depth. */
  readonly linesAt: readonly (readonly Line[])[];
  /** Per cell of a group, the cells below it; none for the lowest rows. */
  readonly below: readonly (readonly number[])[];
}

export interface Line {
  readonly parts: readonly number[];
  readonly total: number;
}

interface Shape {
  readonly rows: readonly FullRow[];
  readonly width: number;
  readonly hasColumnTotal: boolean;
}

const arcOf = ({ rows, width, hasColumnTotal }: Shape, r: number, c: number): readonly [number, number] => {
  const ground = rows.length * width + rows.length;
  const rowNode = rows.length * width + r;
  const row = rows[r];
  const above = row?.parent === null || row?.parent === undefined ? ground : row.parent * width + c;
  const own = row?.isGroup ? r * width + c : hasColumnTotal ? rowNode : ground;
  return hasColumnTotal && c === width - 1 ? [above, own] : [own, above];
};

const linesOf = ({ rows, width, hasColumnTotal }: Shape): Line[] => {
  const across = rows.map((_, r) => ({
    parts: Array.from({ length: width - 1 }, (_, c) => r * width + c),
    total: r * width + width - 1,
  }));
  const down = rows.flatMap((row, g) => {
    if (!row.isGroup) return [];
    const below = rows.flatMap((other, r) => (other.parent === g ? [r] : []));
    return Array.from({ length: width }, (_, c) => ({ parts: below.map((r) => r * width + c), total: g * width + c }));
  });
  return hasColumnTotal ? [...across, ...down] : down;
};

/** The layout of a table. Time and memory are linear in the number of cells times the number of groups. */
export const layoutOf = ({ rows, columns, hasColumnTotal }: FullTable): TableLayout => {
  const shape = { rows, width: columns.length, hasColumnTotal };
  const arcs = rows.flatMap((_, r) => columns.map((_, c) => arcOf(shape, r, c)));
  const nodeCount = rows.length * columns.length + rows.length + 1;
  const cellsAt: number[][] = Array.from({ length: nodeCount }, () => []);
  arcs.forEach(([tail, head], cell) => {
    cellsAt[tail]?.push(cell);
    cellsAt[head]?.push(cell);
  });
  const lines = linesOf(shape);
  const width = columns.length;
  const children = rows.map((_, g) => rows.flatMap((row, r) => (row.parent === g ? [r] : [])));
  const below = arcs.map((_, cell) =>
    (children[Math.floor(cell / width)] ?? []).map((r) => r * width + (cell % width)),
  );
  const withAllBelow = (cell: number): readonly number[] => [cell, ...(below[cell] ?? []).flatMap(withAllBelow)];
  const linesAt: Line[][] = arcs.map(() => []);
  for (const line of lines) {
    for (const cell of [line.total, ...line.parts.flatMap(withAllBelow)]) linesAt[cell]?.push(line);
  }
  const [tails, heads] = [arcs.map(([tail]) => tail), arcs.map(([, head]) => head)];
  return { nodeCount, tails, heads, cellsAt, lines, linesAt, below };
};
