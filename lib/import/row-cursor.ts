import type { CellContext, Column } from './column';
import type { HeaderMatch } from './header-match';
import { createNamedPlaces, type NamedPlaces } from './named-places';
import type { SourceRow } from './row-source';

/** Reads the cell of the current row under a column. */
export type At = <Value>(column: Column<Value>) => Value;

interface Placed {
  readonly index: number;
  readonly header: string;
  readonly named: ReturnType<typeof createNamedPlaces> | null;
}

export interface RowCursor {
  readonly at: At;
  readonly move: (row: SourceRow) => void;
  /** Columns of the current row whose cells are not good. */
  readonly bad: ReadonlySet<Column<unknown>>;
  /** The places that good cells named; null where a column names too many to list. */
  readonly places: () => readonly NamedPlaces[] | null;
}

/** Goes through the rows of a file, a cell at a time. */
export const createRowCursor = (
  cell: CellContext,
  { match, headers }: { readonly match: HeaderMatch; readonly headers: readonly string[] },
): RowCursor => {
  let cells: readonly string[] = [];
  const bad = new Set<Column<unknown>>();
  const placed = new Map<Column<unknown>, Placed>();
  for (const [column, index] of match.positions) {
    const named = column.place ? createNamedPlaces(column) : null;
    placed.set(column, { index, header: headers[index]?.trim() ?? column.header, named });
  }
  return {
    bad,
    at: (column) => {
      const place = placed.get(column);
      const raw = place ? (cells[place.index] ?? '').trim() : null;
      cell.column = place?.header ?? column.header;
      cell.value = raw ?? '';
      cell.isGood = true;
      const value = column.read(raw, cell);
      if (!cell.isGood) bad.add(column);
      else if (place?.named && raw) place.named.add(raw);
      return value;
    },
    move: (row) => {
      cells = row.cells;
      cell.row = row.row;
      bad.clear();
    },
    places: () => {
      const places = [...placed.values()].flatMap(({ named }) => (named ? [named.list()] : []));
      return places.every((one) => one !== null) ? places : null;
    },
  };
};
