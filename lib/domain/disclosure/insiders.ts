import type { FullTable } from './count-table';
import type { TableLayout } from './table-layout';

/** Who knows part of a table from their own records: each row's owner (a school) knows their row, each column's their column. */
export type Owner = 'rows' | 'columns';

const positions = (length: number): readonly number[] => Array.from({ length }, (_, i) => i);

/** Own cells, and totals made of nothing else: those of a region with one board are the board's. */
const withOwnTotals = (
  { impossible }: FullTable,
  { lines }: TableLayout,
  own: readonly number[],
): readonly number[] => {
  const known = new Set(own);
  for (let size = -1; size !== known.size; ) {
    size = known.size;
    for (const { parts, total } of lines) {
      const isOwn = parts.some((cell) => known.has(cell)) && parts.every((cell) => known.has(cell) || impossible[cell]);
      if (isOwn) known.add(total);
    }
  }
  return [...known];
};

/** The cells each owner knows, one list for each owner. Groups and totals have no owner of their own. */
export const insidersOf = (
  full: FullTable,
  layout: TableLayout,
  owners: readonly Owner[],
): readonly (readonly number[])[] => {
  const { rows, columns, hasColumnTotal } = full;
  const width = columns.length;
  const byRow = positions(rows.length).flatMap((r) =>
    rows[r]?.isGroup ? [] : [positions(width).map((c) => r * width + c)],
  );
  const owned = positions(hasColumnTotal ? width - 1 : 0);
  const byColumn = owned.map((c) => positions(rows.length).map((r) => r * width + c));
  const all = [...(owners.includes('rows') ? byRow : []), ...(owners.includes('columns') ? byColumn : [])];
  return all.map((own) => withOwnTotals(full, layout, own));
};
