import { z } from 'zod';

const Row = z.strictObject({ code: z.string(), parent: z.string().nullable() });

/**
 * Counts of people by row and column, before protection. It holds what no reader may see: it never leaves the data layer.
 *
 * Rows form a tree (boards in regions): a row that others name as `parent` is a group, and its counts are the sums of its
 * rows. Counts are given for the rows that have no rows of their own, keyed by row code; null where a combination cannot
 * occur. Group rows, the row `total` and, from two columns on, the column `total` are added here, so that margins always add.
 */
export const CountTable = z.strictObject({
  rows: z.array(Row),
  columns: z.array(z.string()),
  counts: z.record(z.string(), z.array(z.number().nullable())),
});
export type CountTable = z.infer<typeof CountTable>;

export const TOTAL = 'total';

export interface FullRow {
  readonly code: string;
  /** Position of the row it belongs to; null for the grand total. */
  readonly parent: number | null;
  readonly isGroup: boolean;
}

/** The table with its margins, cell by cell, row after row. The last row is the grand total. */
export interface FullTable {
  readonly rows: readonly FullRow[];
  readonly columns: readonly string[];
  readonly hasColumnTotal: boolean;
  readonly values: readonly number[];
  /** Combinations that cannot occur: never shown as a number, never used to protect others. */
  readonly impossible: readonly boolean[];
}

/**
 * Why a table cannot be protected. `not_a_count`: a value that isn't a whole number of people; `ragged`: rows of another
 * length than the columns; `rows_unclear`: a code that repeats, is `total`, has no counts, or a parent that isn't a row
 * or is its own descendant; `empty`: no row or no column.
 */
export type TableRefusal = 'not_a_count' | 'ragged' | 'rows_unclear' | 'empty';

const hasRoot = (parents: ReadonlyMap<string, string | null>, code: string): boolean => {
  const seen = new Set<string>();
  for (let at: string | null = code; at !== null; at = parents.get(at) ?? null) {
    if (seen.has(at) || !parents.has(at)) return false;
    seen.add(at);
  }
  return true;
};

const refusalOf = ({ rows, columns, counts }: CountTable): TableRefusal | null => {
  if (rows.length === 0 || columns.length === 0) return 'empty';
  const parents = new Map(rows.map((row) => [row.code, row.parent]));
  const groups = new Set(rows.map((row) => row.parent));
  const leaves = rows.filter((row) => !groups.has(row.code));
  const unique = parents.size === rows.length && new Set(columns).size === columns.length;
  const clear =
    unique && !parents.has(TOTAL) && !columns.includes(TOTAL) && rows.every(({ code }) => hasRoot(parents, code));
  const counted = Object.keys(counts);
  if (!clear || counted.length !== leaves.length || !leaves.every(({ code }) => Object.hasOwn(counts, code)))
    return 'rows_unclear';
  const lines = Object.values(counts);
  if (lines.some((line) => line.length !== columns.length)) return 'ragged';
  const isCount = (value: number | null) => value === null || (Number.isSafeInteger(value) && value >= 0);
  return lines.every((line) => line.every(isCount)) ? null : 'not_a_count';
};

const depthOf = (rows: readonly FullRow[], row: FullRow): number => {
  let depth = 0;
  for (let at = row.parent; at !== null; at = rows[at]?.parent ?? null) depth += 1;
  return depth;
};

/** Adds each row into its parent, deepest first, so that every group holds the sum of its rows. */
const addUp = (rows: readonly FullRow[], grid: (number | null)[][]): void => {
  const deepestFirst = rows.map((row, r) => ({ row, r, depth: depthOf(rows, row) })).sort((a, b) => b.depth - a.depth);
  for (const { row, r } of deepestFirst) {
    const into = row.parent === null ? undefined : grid[row.parent];
    if (!into) continue;
    (grid[r] ?? []).forEach((value, c) => {
      if (value !== null) into[c] = (into[c] ?? 0) + value;
    });
  }
};

/**
 * The table with its margins, or why it is refused.
 * @returns `rows` in the order given, then the grand total. Time and memory are linear in the number of cells.
 */
export const withMargins = (
  table: CountTable,
): { kind: 'full'; table: FullTable } | { kind: 'refused'; reason: TableRefusal } => {
  const reason = refusalOf(table);
  if (reason) return { kind: 'refused', reason };
  const positions = new Map(table.rows.map((row, r) => [row.code, r]));
  const groups = new Set(table.rows.map((row) => row.parent));
  const top = table.rows.length;
  const rows: FullRow[] = [
    ...table.rows.map((row) => ({
      code: row.code,
      parent: row.parent === null ? top : (positions.get(row.parent) ?? top),
      isGroup: groups.has(row.code),
    })),
    { code: TOTAL, parent: null, isGroup: true },
  ];
  const grid = rows.map((row): (number | null)[] => [...(table.counts[row.code] ?? table.columns.map(() => null))]);
  addUp(rows, grid);
  const hasColumnTotal = table.columns.length > 1;
  const columns = hasColumnTotal ? [...table.columns, TOTAL] : table.columns;
  const lineTotal = (line: readonly (number | null)[]) =>
    line.reduce<number | null>((sum, value) => (value === null ? sum : (sum ?? 0) + value), null);
  const cells = grid.flatMap((line) => (hasColumnTotal ? [...line, lineTotal(line)] : line));
  return {
    kind: 'full',
    table: {
      rows,
      columns,
      hasColumnTotal,
      values: cells.map((value) => value ?? 0),
      impossible: cells.map((value) => value === null),
    },
  };
};
