import { type Counted, type CountRules, type ReachCell, totalOf } from '@/lib/domain/reach/published-count';

interface PublishedGrid {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row. */
  readonly cells: readonly ReachCell[];
}

/** What is known of a sum of published cells: those that are withheld or not loaded aren't in it. */
export interface ShownTotal {
  readonly counted: Counted;
  readonly withheld: number;
}

const isShown = ({ kind }: ReachCell): boolean => kind !== 'suppressed' && kind !== 'not_loaded';

/** Where all are withheld the sum is so too: it isn't 0. */
export const shownTotal = (cells: readonly ReachCell[], rules: CountRules): ShownTotal => {
  const shown = cells.filter(isShown);
  return { counted: totalOf(shown.length > 0 ? shown : cells, rules), withheld: cells.length - shown.length };
};

const cellsOfColumn = ({ columns, cells }: PublishedGrid, column: number, rows: readonly number[]): ReachCell[] =>
  rows.flatMap((row) => cells[row * columns.length + column] ?? []);

/** Each column added over the rows that are wanted. */
export const totalOverRows = (
  grid: PublishedGrid,
  rules: CountRules,
  isWanted: (row: string) => boolean = () => true,
): ReadonlyMap<string, ShownTotal> => {
  const rows = grid.rows.flatMap((label, at) => (isWanted(label) ? [at] : []));
  return new Map(
    grid.columns.map((label, column) => [label, shownTotal(cellsOfColumn(grid, column, rows), rules)] as const),
  );
};
