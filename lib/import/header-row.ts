import { TABLE_DATASETS } from './dataset-list';
import { AREA_CODE } from './datasets/code-shapes';
import { headersOf, matchHeaders } from './header-match';
import type { SourceRow } from './row-source';

/** No row of a table has so many cells that are by chance called as columns are. */
const SURELY_HEADERS = 3;

/** Cells that no column is named by: long numbers, as those of people and areas are, decimals, days, codes of areas, addresses. */
const OF_A_ROW: readonly RegExp[] = [
  /\d{6}/,
  /\d{3}[ -]\d{3}[ -]\d{4}/,
  /^[-+]?[\d,]*\.\d+$/,
  /^\d{4}-\d{1,2}-\d{1,2}(?:[T ].*)?$/,
  /^\d{1,2}[/. -](?:\d{1,2}|[A-Za-z]{3,9})[/. -]\d{2,4}$/,
  /\S@\S/,
  AREA_CODE.pattern,
];
const YEARS = /(?<!\d)(?:19|20)\d{2}(?:[/-]\d{2,4})?(?!\d)/g;

const isOfRow = (cell: string): boolean => OF_A_ROW.some((pattern) => pattern.test(cell));
/** Of which year something is, names of columns say as well. */
const hasFigures = (cell: string): boolean => /\d/.test(cell.replace(YEARS, ''));

/** How many of these are called as columns of one kind of file are. */
const knownAmong = (cells: readonly string[]): number => {
  const headers = headersOf(cells);
  return Math.max(
    ...TABLE_DATASETS.map(({ columns, ignored }) => matchHeaders(columns, headers, ignored).positions.size),
  );
};

/** Values recur below in their column, names of columns don't; a header that is printed again recurs whole. */
const recurs = (cells: readonly string[], below: readonly SourceRow[]): boolean => {
  const filled = cells.flatMap((cell, at) => (cell.trim() === '' ? [] : [{ text: cell.trim(), at }]));
  return below.some((row) => {
    const same = filled.filter(({ text, at }) => row.cells[at]?.trim() === text).length;
    return same > 0 && same < filled.length;
  });
};

/**
 * Whether what should be the names of columns is a row like those below it: it may be about a person, and is no header to be kept.
 * `known` of its cells are names of columns.
 */
export const isRowOfValues = (
  cells: readonly string[],
  below: readonly SourceRow[],
  known = knownAmong(cells),
): boolean => {
  if (known >= SURELY_HEADERS) return false;
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (filled.filter(isOfRow).length > known) return true;
  if (known > 0) return false;
  return (filled.length > 1 && filled.filter(hasFigures).length * 2 > filled.length) || recurs(cells, below);
};
