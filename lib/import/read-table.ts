import type { ColumnMapping } from './column-mapping';
import type { CountRules } from './count-rules';
import { type DatasetId, findDataset, TABLE_DATASETS, type TableDataset } from './dataset-list';
import { type DatedPlace, refuseDatedPlaces } from './dated-places';
import { duplicateHeaders, geographyIn, headersOf, matchHeaders, normaliseHeader } from './header-match';
import { isRowOfValues } from './header-row';
import type { ImportReport } from './import-report';
import type { NamedPlaces } from './named-places';
import { type OtherCode, readOtherCodes } from './other-codes';
import { HEAD_ROWS, likelyHeader, type Recognition, recogniseAs, recogniseTable } from './recognise';
import { FileRefused } from './refusal';
import { createRowGate } from './row-gate';
import type { RowBatches, SourceRow } from './row-source';
import { refuseUnknownPlaces } from './unknown-places';
import { NO_VINTAGE, type Vintage } from './vintage';
import { refuseWrongKinds, type WrongKind } from './wrong-kinds';

export type TableBatch = ReturnType<ReturnType<TableDataset['open']>['take']>;

export interface TableSource {
  readonly batches: RowBatches;
  readonly report: ImportReport;
  readonly isWorkbook: boolean;
  readonly countsFrom1904: boolean;
}

export interface TableOptions {
  readonly dataset: DatasetId | null;
  readonly mapping: ColumnMapping | null;
  /** Awaited: the file is read no faster than its records are taken. */
  readonly onBatch: (batch: TableBatch) => Promise<void>;
  readonly signal: AbortSignal | null;
  /** Codes that are known to be of no loaded area: rows that name one are reported. */
  readonly unknownPlaces: readonly string[];
  /** Areas that some rows are known to name in a column that takes other kinds. */
  readonly wrongKinds: readonly WrongKind[];
  readonly counts: CountRules | null;
  /** Areas that some rows are known to name for a time when they didn't exist. */
  readonly datedPlaces: readonly DatedPlace[];
  /** Codes that some rows are known to use for an area with another code. */
  readonly otherCodes: readonly OtherCode[];
}

export interface TableOutcome {
  readonly dataset: DatasetId | null;
  readonly rows: number;
  readonly vintage: Vintage;
  /** Places that an exchange file names, by column; null where the rows were not read to their end, or name too many to list. */
  readonly places: readonly NamedPlaces[] | null;
  /** Headers of a table that isn't recognised, for the mapping step. */
  readonly headers: readonly string[];
  readonly isExchange: boolean;
}

const BATCH_ROWS = 10_000;
const errorCell = /^(?:#[A-Z0-9/_]+[!?]|#N\/A|NaN|TRUE|FALSE)$/;

interface Head {
  readonly rows: readonly SourceRow[];
  /** What stopped the reading within them. */
  readonly fault: FileRefused | null;
}

/** The first rows of a table, as far as they can be read. */
export const readHead = async (batches: RowBatches, signal: AbortSignal | null): Promise<Head> => {
  const rows: SourceRow[] = [];
  try {
    while (rows.length < HEAD_ROWS) {
      signal?.throwIfAborted();
      const next = await batches.next();
      if (next.done) break;
      for (const row of next.value) rows.push(row);
    }
    return { rows, fault: null };
  } catch (error) {
    if (error instanceof FileRefused) return { rows, fault: error };
    throw error;
  }
};

const datasetNamed = (id: DatasetId): TableDataset => {
  const dataset = TABLE_DATASETS.find((one) => one.id === id);
  if (dataset) return dataset;
  const title = findDataset(id)?.title ?? id;
  throw new FileRefused('not_this_dataset', `This file is a table; "${title}" is another kind of file.`);
};

/** Headers as the mapping renames them; columns that it leaves out are left out of the file. */
const applyMapping = (mapping: ColumnMapping, headers: readonly string[]): readonly string[] => {
  const ours = new Map(Object.entries(mapping.columns).map(([theirs, name]) => [normaliseHeader(theirs), name]));
  return headers.map((header) => ours.get(normaliseHeader(header)) ?? '');
};

/** A row that fits in no column is the header all the same: what it lacks is told. */
const recogniseNamed = (rows: readonly SourceRow[], dataset: TableDataset): Recognition | null => {
  const found = recogniseAs(rows, dataset);
  if (found) return found;
  const header = likelyHeader(rows);
  if (!header) return null;
  return { dataset, ...header, match: matchHeaders(dataset.columns, headersOf(header.headers), dataset.ignored) };
};

const recogniseMapped = (head: readonly SourceRow[], mapping: ColumnMapping): Recognition | null => {
  const renamed = head.map(({ row, cells }) => ({ row, cells: applyMapping(mapping, cells) }));
  const found = recogniseNamed(renamed, datasetNamed(mapping.dataset));
  if (!found) return null;
  const headers = head[found.index]?.cells ?? found.headers;
  // Of which year the codes are, their own headers say; the names that they were mapped to are ours.
  const geography = geographyIn(found.match.positions, headersOf(headers));
  return { ...found, headers, match: { ...found.match, geography } };
};

const recognise = (head: readonly SourceRow[], { dataset, mapping }: TableOptions): Recognition | null => {
  if (mapping) return recogniseMapped(head, mapping);
  return dataset === null ? recogniseTable(head) : recogniseNamed(head, datasetNamed(dataset));
};

const refuseHeader = (
  { dataset, match, headers }: Recognition,
  row: number,
  isMapped: boolean,
  report: ImportReport,
): void => {
  for (const { header } of match.missing) {
    const message = `The column ${header} is missing. Add it, or map another column to it.`;
    report.refuse({ label: `missing_column:${header}`, message, row, column: header });
  }
  if (!isMapped) {
    for (const header of duplicateHeaders(headers)) {
      const message = `The column ${header} stands twice. Delete or rename one of the two.`;
      report.refuse({ label: `duplicate_column:${header}`, message, row, column: header });
    }
  }
  if (isMapped) return;
  for (const header of match.unknown) {
    if (dataset.isExchange) {
      const message = `The column ${header} is not part of this file. Delete it; the help page lists the columns.`;
      report.refuse({ label: `unknown_column:${header}`, message, row, column: header });
    } else {
      const place = { row, column: header };
      report.flag('unknown_column', header, 'Columns that Stead does not know: left out.', place);
    }
  }
};

/** Its cells are neither kept nor told: the row may be about a person. */
const noHeader = (row: number): FileRefused =>
  new FileRefused(
    'no_header',
    'The file has no row of column names: the row that should be one is like those below it. Add a first row that names each column.',
    { row },
  );

/** Nothing is known of the table but its headers; error values among them are told. */
const unrecognised = (head: readonly SourceRow[], { report }: TableSource): TableOutcome => {
  const header = likelyHeader(head);
  const cells = header?.headers ?? [];
  const row = head[header?.index ?? 0]?.row ?? 1;
  const faulty = cells.filter((cell) => errorCell.test(cell.trim()));
  for (const cell of faulty) {
    const message = 'A header is an Excel error, or TRUE or FALSE, where a name should be. Mend it.';
    report.error({ row, column: String(cells.indexOf(cell) + 1), value: cell, rule: 'error_cell', message });
  }
  if (faulty.length > 0) {
    throw new FileRefused('no_header', 'The file has no row of column names. Give each column a name.', { row });
  }
  if (isRowOfValues(cells, head.slice((header?.index ?? 0) + 1))) throw noHeader(row);
  const message =
    'The columns are of no file that Stead knows. Say which column stands for which, or mend the headers.';
  report.refuse({ label: 'unknown_dataset', message, row });
  return { dataset: null, rows: 0, vintage: NO_VINTAGE, places: null, headers: cells, isExchange: false };
};

async function* rowsAfter(head: readonly SourceRow[], index: number, rest: RowBatches): RowBatches {
  yield head.slice(index + 1);
  yield* rest;
}

const readRows = async (
  rows: RowBatches,
  { dataset, match, headers }: Recognition,
  { report, isWorkbook, countsFrom1904 }: TableSource,
  options: TableOptions,
): Promise<Pick<TableOutcome, 'rows' | 'vintage' | 'places'>> => {
  const isMapped = options.mapping !== null;
  const reader = dataset.open({ match, headers, report, isWorkbook, countsFrom1904, isMapped, counts: options.counts });
  const refusePlaces = refuseUnknownPlaces({ match, report, codes: options.unknownPlaces });
  const refuseKinds = refuseWrongKinds({ match, report, wrong: options.wrongKinds });
  const refuseDated = refuseDatedPlaces({
    match,
    report,
    places: options.datedPlaces,
    facts: { isWorkbook, countsFrom1904 },
  });
  const withListCodes = readOtherCodes({ match, report, codes: options.otherCodes });
  let nowhere = 0;
  const read = (given: SourceRow): void => {
    const row = options.otherCodes.length > 0 ? withListCodes(given) : given;
    const waiting = reader.waiting();
    reader.read(row);
    // A row that is good but for its place isn't good.
    const isUnknown = options.unknownPlaces.length > 0 && refusePlaces(row);
    const isOfOtherKind = options.wrongKinds.length > 0 && refuseKinds(row);
    const isOfOtherTime = options.datedPlaces.length > 0 && refuseDated(row);
    if (isUnknown || isOfOtherKind || isOfOtherTime) nowhere += reader.waiting() - waiting;
  };
  const gate = createRowGate({
    columns: headers.length,
    isWorkbook,
    hasNotes: isMapped || !dataset.isExchange,
    report,
    read,
  });
  for await (const batch of rows) {
    options.signal?.throwIfAborted();
    for (const row of batch) gate.pass(row);
    if (reader.waiting() >= BATCH_ROWS) await options.onBatch(reader.take());
  }
  gate.end();
  if (reader.waiting() > 0) await options.onBatch(reader.take());
  const ended = reader.end();
  if (ended.rows === 0 && report.errorTotal() === 0) {
    report.refuse({ label: 'no_rows', message: 'The file has a header and no rows below it.' });
  }
  return { ...ended, rows: ended.rows - nowhere };
};

const readOpenTable = async (source: TableSource, options: TableOptions): Promise<TableOutcome> => {
  const { report } = source;
  const { rows: head, fault } = await readHead(source.batches, options.signal);
  const found = recognise(head, options);
  if (fault && !found) throw fault;
  if (head.every(({ cells }) => cells.every((cell) => cell.trim() === ''))) {
    throw new FileRefused('empty_file', 'The file is empty.');
  }
  if (!found) return unrecognised(head, source);
  const { dataset, index, headers } = found;
  const headerRow = head[index]?.row ?? 1;
  const { missing, positions } = found.match;
  if (missing.length > 0 && isRowOfValues(headers, head.slice(index + 1), positions.size)) throw noHeader(headerRow);
  if (headerRow > 1) report.flag('preamble_lines', String(headerRow - 1), 'Lines above the header were left out.');
  refuseHeader(found, headerRow, options.mapping !== null, report);
  const { id, isExchange } = dataset;
  const outcome = { dataset: id, rows: 0, vintage: NO_VINTAGE, places: null, headers, isExchange };
  if (fault) report.refuse(fault.refusal);
  if (report.refusal()) return outcome;
  try {
    return { ...outcome, ...(await readRows(rowsAfter(head, index, source.batches), found, source, options)) };
  } catch (error) {
    if (!(error instanceof FileRefused)) throw error;
    report.refuse(error.refusal);
    return outcome;
  }
};

/**
 * Reads one table: finds its header, then every row. Records are handed on as they are read, before it is known whether
 * the file as a whole is good. The source is closed however the reading ends.
 */
export const readTable = async (source: TableSource, options: TableOptions): Promise<TableOutcome> => {
  try {
    return await readOpenTable(source, options);
  } finally {
    await source.batches.return();
  }
};
