import { TOTAL } from './count-table';
import { cellAt, type ProtectedTable, type PublishedCell, WITHHELD } from './protected-table';

/** Which rows and columns to add up, by code; null for all. */
export interface Selection {
  readonly rows: readonly string[] | null;
  readonly columns: readonly string[] | null;
}

export type SelectionRefusal = 'unknown_code' | 'overlapping_codes' | 'empty';

export type PublishedSum =
  | { readonly kind: 'published'; readonly cell: PublishedCell }
  | { readonly kind: 'refused'; readonly reason: SelectionRefusal };

type Tree = ReadonlyMap<string, readonly string[]>;

const childrenOf = (table: ProtectedTable): Tree => {
  const children = new Map<string, string[]>();
  for (const { code, parent } of table.rows)
    if (parent !== null) children.set(parent, [...(children.get(parent) ?? []), code]);
  return children;
};

const leavesOf = (children: Tree, code: string): readonly string[] =>
  children.get(code)?.flatMap((child) => leavesOf(children, child)) ?? [code];

/** The published row that stands for exactly these leaves, preferring the one asked for. */
const rowsStandingFor = (table: ProtectedTable, asked: readonly string[]): readonly string[] | SelectionRefusal => {
  const known = new Set(table.rows.map(({ code }) => code));
  if (asked.length === 0) return 'empty';
  if (!asked.every((code) => known.has(code))) return 'unknown_code';
  const children = childrenOf(table);
  const leaves = asked.flatMap((code) => leavesOf(children, code));
  if (new Set(leaves).size !== leaves.length) return 'overlapping_codes';
  const wanted = new Set(leaves);
  const covers = (code: string) => leavesOf(children, code).every((leaf) => wanted.has(leaf));
  const widest = (code: string): readonly string[] =>
    covers(code) ? [code] : (children.get(code) ?? []).flatMap(widest);
  return widest(TOTAL);
};

const columnsStandingFor = (table: ProtectedTable, asked: readonly string[]): readonly string[] | SelectionRefusal => {
  const parts = table.columns.filter((code) => code !== TOTAL);
  if (asked.length === 0) return 'empty';
  if (!asked.every((code) => parts.includes(code))) return 'unknown_code';
  if (new Set(asked).size !== asked.length) return 'overlapping_codes';
  return asked.length === parts.length && table.columns.includes(TOTAL) ? [TOTAL] : asked;
};

const addUp = (cells: readonly PublishedCell[]): PublishedCell => {
  if (cells.some(({ kind }) => kind === 'suppressed')) return WITHHELD;
  const applicable = cells.filter(({ kind }) => kind !== 'not_applicable');
  if (applicable.length === 0) return { kind: 'not_applicable' };
  if (applicable.every(({ kind }) => kind === 'low')) return applicable.length === 1 ? { kind: 'low' } : WITHHELD;
  return { kind: 'value', count: applicable.reduce((sum, cell) => sum + (cell.kind === 'value' ? cell.count : 0), 0) };
};

/**
 * The count of a filtered view: rows and columns of a protected table, added up from published cells, group totals where
 * they are published. Suppressed as soon as one part is. It never sees a true count, so that no set of views, whatever
 * their filters, says more than the table. Rounding errors of the parts add up. Linear in rows × columns.
 */
export const sumOf = (table: ProtectedTable, { rows, columns }: Selection): PublishedSum => {
  const rowCodes = rowsStandingFor(table, rows ?? [TOTAL]);
  const columnCodes = columnsStandingFor(table, columns ?? table.columns.filter((code) => code !== TOTAL));
  if (typeof rowCodes === 'string') return { kind: 'refused', reason: rowCodes };
  if (typeof columnCodes === 'string') return { kind: 'refused', reason: columnCodes };
  const cells = rowCodes.flatMap((row) => columnCodes.map((column) => cellAt(table, row, column) ?? WITHHELD));
  return { kind: 'published', cell: addUp(cells) };
};

/** Rows with a count in a column, largest first; then the rest by code: hidden counts have no say in the order. */
export const rankedRows = (table: ProtectedTable, column: string): readonly string[] => {
  const shown = table.rows.map(({ code }) => {
    const cell = cellAt(table, code, column);
    return { code, count: cell?.kind === 'value' ? cell.count : null };
  });
  const size = (count: number | null) => count ?? -1;
  return shown.toSorted((a, b) => size(b.count) - size(a.count) || (a.code < b.code ? -1 : 1)).map(({ code }) => code);
};

/** A flow that may be drawn. Suppressed, low and zero flows have no line, not even a thin one. */
export interface DrawableFlow {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

export const drawableFlows = (table: ProtectedTable): readonly DrawableFlow[] => {
  const groups = new Set(table.rows.map(({ parent }) => parent));
  return table.rows
    .filter(({ code }) => code !== TOTAL && !groups.has(code))
    .flatMap(({ code, cells }) =>
      table.columns.flatMap((to, c) => {
        const cell = cells[c];
        return to !== TOTAL && cell?.kind === 'value' && cell.count > 0 ? [{ from: code, to, count: cell.count }] : [];
      }),
    );
};
