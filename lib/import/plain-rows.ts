import { createCellStore } from './cell-store';
import type { SourceRow } from './row-source';

/** Cuts text without quotation marks into rows, which are numbered on from piece to piece. */
export interface PlainRows {
  /** The rows of `text` between two places; each ends with a line break, or with the text. */
  readonly cut: (text: string, start: number, end: number) => SourceRow[];
  /** How many were cut so far. */
  readonly count: () => number;
}

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const FIRST_HASH = 0x811c9dc5 | 0;
/** FNV-1a */
const HASH_STEP = 0x01000193;

export const createPlainRows = (delimiter: string): PlainRows => {
  const store = createCellStore();
  const delimiterCode = delimiter.charCodeAt(0);
  let count = 0;
  return {
    cut: (text, start, end) => {
      const rows: SourceRow[] = [];
      let cells: string[] = [];
      let cellStart = start;
      let hash = FIRST_HASH;
      for (let at = start; at < end; at += 1) {
        const code = text.charCodeAt(at);
        const endsRow = code === LINE_FEED || code === CARRIAGE_RETURN;
        if (!endsRow && code !== delimiterCode) {
          hash = Math.imul(hash ^ code, HASH_STEP);
          continue;
        }
        cells.push(store.cut(text, cellStart, at, hash));
        hash = FIRST_HASH;
        if (endsRow) {
          count += 1;
          rows.push({ row: count, cells });
          cells = [];
          if (code === CARRIAGE_RETURN && text.charCodeAt(at + 1) === LINE_FEED) at += 1;
        }
        cellStart = at + 1;
      }
      // What ends with a line break has no row after it.
      if (cells.length > 0 || cellStart < end) {
        cells.push(store.cut(text, cellStart, end, hash));
        count += 1;
        rows.push({ row: count, cells });
      }
      return rows;
    },
    count: () => count,
  };
};
