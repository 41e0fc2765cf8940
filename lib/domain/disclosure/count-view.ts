import { TOTAL } from './count-table';
import { cellAt, type ProtectedTable, type PublishedCell, WITHHELD } from './protected-table';
import { type SelectionRefusal, sumOf } from './protected-view';

/** The row or column that adds up what was chosen. */
export const SELECTED = 'selected';

/**
 * What to show of a table: rows at a depth (0 is the total, 1 the rows directly below it, and so on), or chosen rows and
 * columns by code; null for all.
 */
export interface ViewRequest {
  readonly depth: number;
  readonly rows: readonly string[] | null;
  readonly columns: readonly string[] | null;
  /** Off for readers who see their own rows or columns only: the total is about others. */
  readonly hasTotals: { readonly rows: boolean; readonly columns: boolean };
}

export interface CountView {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly code: string; readonly cells: readonly PublishedCell[] }[];
}

export type ViewOutcome =
  | { readonly kind: 'view'; readonly view: CountView }
  | { readonly kind: 'refused'; readonly reason: SelectionRefusal };

const depthsOf = (table: ProtectedTable): ReadonlyMap<string, number> => {
  const parents = new Map(table.rows.map(({ code, parent }) => [code, parent]));
  const depth = (code: string): number => {
    const parent = parents.get(code);
    return parent === null || parent === undefined ? 0 : 1 + depth(parent);
  };
  return new Map(table.rows.map(({ code }) => [code, depth(code)]));
};

/** Codes at a depth; a branch that ends sooner is shown by its last row, so that rows always cover everybody. */
const codesAt = (table: ProtectedTable, depth: number): readonly string[] => {
  const depths = depthsOf(table);
  const groups = new Set(table.rows.map(({ parent }) => parent));
  return table.rows.flatMap(({ code }) => {
    const at = depths.get(code) ?? 0;
    return at === depth || (at < depth && !groups.has(code)) ? [code] : [];
  });
};

const withTotal = (
  codes: readonly string[],
  chosen: readonly string[] | null,
  hasTotal: boolean,
): readonly string[] => {
  if (chosen) return chosen.length > 1 ? [...codes, SELECTED] : codes;
  return hasTotal && !codes.includes(TOTAL) ? [...codes, TOTAL] : codes;
};

/**
 * A view of a protected table: cells as published, sums of the chosen rows and columns from published cells (`sumOf`).
 * It never sees a true count. Refuses codes that the table hasn't got, that overlap, or an empty choice.
 */
export const viewOf = (table: ProtectedTable, { depth, rows, columns, hasTotals }: ViewRequest): ViewOutcome => {
  const check = sumOf(table, { rows, columns });
  if (check.kind === 'refused') return check;
  const parts = table.columns.filter((code) => code !== TOTAL);
  const columnCodes = withTotal(columns ?? parts, columns, hasTotals.columns && table.columns.includes(TOTAL));
  const rowCodes = withTotal(rows ?? codesAt(table, depth), rows, hasTotals.rows);
  const cellOf = (row: string, column: string): PublishedCell => {
    if (row !== SELECTED && column !== SELECTED) return cellAt(table, row, column) ?? WITHHELD;
    const sum = sumOf(table, {
      rows: row === SELECTED ? rows : [row],
      columns: column === SELECTED || column === TOTAL ? columns : [column],
    });
    return sum.kind === 'published' ? sum.cell : WITHHELD;
  };
  return {
    kind: 'view',
    view: {
      columns: columnCodes,
      rows: rowCodes.map((code) => ({ code, cells: columnCodes.map((column) => cellOf(code, column)) })),
    },
  };
};
