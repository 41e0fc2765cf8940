import type { ImportReport } from './import-report';
import type { PlaceKinds } from './place-column';

/** Geography whose year a header may name, as in ICB25CD. */
export type Geography = 'lsoa' | 'sicbl' | 'icb' | 'cal' | 'lad' | 'region';

/** Where a cell is read, and where its faults go. One object per file, moved from cell to cell. */
export interface CellContext {
  row: number;
  column: string;
  value: string;
  /** Whether the cell is still good. */
  isGood: boolean;
  readonly report: ImportReport;
  readonly isWorkbook: boolean;
  readonly countsFrom1904: boolean;
  /** A mapped file keeps its own way of writing dates. */
  readonly isMapped: boolean;
}

/** What holds for every cell of a file. */
export type CellFacts = Pick<CellContext, 'report' | 'isWorkbook' | 'countsFrom1904' | 'isMapped'>;

export const createCell = ({ report, isWorkbook, countsFrom1904, isMapped }: CellFacts): CellContext => ({
  row: 0,
  column: '',
  value: '',
  isGood: true,
  report,
  isWorkbook,
  countsFrom1904,
  isMapped,
});

/** A column of a published file: how its header is known and how its cells are read. */
export interface Column<Value> {
  readonly header: string;
  /** Other headers, as published in another year or style. The first group of a pattern is a year. */
  readonly also: readonly (string | RegExp)[];
  readonly isRequired: boolean;
  readonly geography: Geography | null;
  /** Of a column of an exchange file that names places: which. */
  readonly place: PlaceKinds | null;
  /** For templates and help. */
  readonly about: string;
  readonly example: string;
  /** `raw` is trimmed; null where the file has no such column. */
  readonly read: (raw: string | null, cell: CellContext) => Value;
}

export interface ColumnOptions {
  readonly also?: readonly (string | RegExp)[];
  readonly isRequired?: boolean;
  readonly geography?: Geography;
  readonly place?: PlaceKinds;
  readonly about?: string;
  readonly example?: string;
}

export const defineColumn = <Value>(
  header: string,
  options: ColumnOptions,
  read: (raw: string | null, cell: CellContext) => Value,
): Column<Value> => ({
  header,
  also: options.also ?? [],
  isRequired: options.isRequired ?? true,
  geography: options.geography ?? null,
  place: options.place ?? null,
  about: options.about ?? '',
  example: options.example ?? '',
  read,
});

/** Its row is dropped, and the error says where and how to mend it. */
export const failCell = (cell: CellContext, rule: string, message: string): void => {
  cell.isGood = false;
  cell.report.error({ row: cell.row, column: cell.column, value: cell.value, rule, message });
};
