import { TABLE_DATASETS, type TableDataset } from './dataset-list';
import { type HeaderMatch, headersOf, matchHeaders } from './header-match';
import type { SourceRow } from './row-source';

export interface Recognition {
  readonly dataset: TableDataset;
  readonly match: HeaderMatch;
  /** Index of the header row among the rows looked at. */
  readonly index: number;
  readonly headers: readonly string[];
}

/** Rows looked at for a header: some workbooks have twenty lines of notes above it. */
export const HEAD_ROWS = 60;
/** A file that lacks a column is still told what it lacks; one that lacks more is not recognised. */
const ENOUGH_REQUIRED = 0.7;
const FEWEST_COLUMNS = 3;

const isBetter = (one: Recognition, best: Recognition | null): boolean => {
  if (best === null) return true;
  const [found, bestFound] = [one.match.positions.size, best.match.positions.size];
  if (found !== bestFound) return found > bestFound;
  return one.match.requiredShare > best.match.requiredShare;
};

const isEnough = ({ match, dataset }: Recognition): boolean =>
  match.missing.length === 0 ||
  (match.requiredShare >= ENOUGH_REQUIRED &&
    dataset.columns.filter((column) => column.isRequired && match.positions.has(column)).length >= FEWEST_COLUMNS);

const filled = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

const candidatesOf = (
  { cells }: SourceRow,
  index: number,
  datasets: readonly TableDataset[],
): readonly Recognition[] => {
  if (filled(cells) < 2) return [];
  const headers = headersOf(cells);
  return datasets.map((dataset) => ({
    dataset,
    index,
    headers: cells,
    match: matchHeaders(dataset.columns, headers, dataset.ignored),
  }));
};

const bestOf = (
  rows: readonly SourceRow[],
  datasets: readonly TableDataset[],
  isGood: (one: Recognition) => boolean,
): Recognition | null => {
  let best: Recognition | null = null;
  for (const [index, row] of rows.slice(0, HEAD_ROWS).entries()) {
    for (const candidate of candidatesOf(row, index, datasets)) {
      if (isGood(candidate) && isBetter(candidate, best)) best = candidate;
    }
    if (best?.match.missing.length === 0) return best;
  }
  return best;
};

/** The dataset whose columns the first rows of a file hold, or null. */
export const recogniseTable = (rows: readonly SourceRow[]): Recognition | null =>
  bestOf(rows, TABLE_DATASETS, isEnough);

/** The row that fits a given dataset best, however badly. */
export const recogniseAs = (rows: readonly SourceRow[], dataset: TableDataset): Recognition | null =>
  bestOf(rows, [dataset], () => true);

/** The likely header of a table that isn't recognised: the first of the fullest rows. */
export const likelyHeader = (rows: readonly SourceRow[]): { index: number; headers: readonly string[] } | null => {
  let index = -1;
  let most = 0;
  rows.slice(0, HEAD_ROWS).forEach(({ cells }, at) => {
    const count = filled(cells);
    if (count > most) [index, most] = [at, count];
  });
  const row = rows[index];
  return row ? { index, headers: row.cells } : null;
};
