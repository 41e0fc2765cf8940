import { type BoundaryFile, parseBoundaries } from './boundaries';
import type { ColumnMapping } from './column-mapping';
import type { CountRules } from './count-rules';
import { openCsv } from './csv-rows';
import { type DatasetId, findDataset } from './dataset-list';
import type { DatedPlace } from './dated-places';
import { type FileKind, inspectFile } from './file-kind';
import type { ImportFile } from './import-file';
import { createImportReport, type ImportError, type ImportFlag, type ImportReport } from './import-report';
import type { NamedPlaces } from './named-places';
import type { OtherCode } from './other-codes';
import { readTable, type TableBatch, type TableOutcome } from './read-table';
import { readWorkbook, type VacancyBatch } from './read-workbook';
import { FileRefused } from './refusal';
import { type SimplifiedBoundary, simplifyBoundaries } from './simplify-boundaries';
import { NO_VINTAGE, type Vintage } from './vintage';
import type { WrongKind } from './wrong-kinds';

export interface BoundaryBatch {
  readonly dataset: BoundaryFile['dataset']['id'];
  /** To be shown wherever the boundaries are. */
  readonly licence: string;
  readonly records: readonly SimplifiedBoundary[];
}

/** Records of a file, typed by their dataset. */
export type ImportBatch = TableBatch | VacancyBatch | BoundaryBatch;

export interface ReadOptions {
  /** Read as this dataset, whatever the headers look like. */
  readonly dataset?: DatasetId;
  readonly mapping?: ColumnMapping;
  /**
   * Called with the records as they are read, and awaited. What it was given counts only if the reading ends as `ready`:
   * a fault may stand in the last row.
   */
  readonly onRecords?: (batch: ImportBatch) => Promise<void>;
  /** Share of the file read, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  /** Codes that an earlier reading found to be of no loaded area: every row that names one is an error. */
  readonly unknownPlaces?: readonly string[];
  /** Areas that an earlier reading found in a column that takes other kinds: every row that names one there is an error. */
  readonly wrongKinds?: readonly WrongKind[];
  /** What was said of the counts of a rounded table: each is checked. */
  readonly counts?: CountRules;
  /** Areas that an earlier reading found to be named for a time when they didn't exist. */
  readonly datedPlaces?: readonly DatedPlace[];
  /** Codes that an earlier reading found to stand for an area with another code: their rows are read with that one. */
  readonly otherCodes?: readonly OtherCode[];
}

export interface ImportReading {
  readonly dataset: DatasetId | null;
  readonly status: 'ready' | 'needs_mapping' | 'refused';
  /** Good rows. A row with a bad cell is not among them. */
  readonly rows: number;
  readonly errorTotal: number;
  /** The first 1,000. */
  readonly errors: readonly ImportError[];
  readonly flags: readonly ImportFlag[];
  readonly vintage: Vintage;
  /** Places that an exchange file names, by column; null where that isn't known in full. */
  readonly places: readonly NamedPlaces[] | null;
  /** Why the whole file is refused, such as `missing_column:VALUE`; null where only rows are. */
  readonly reject: string | null;
  /** Headers of a table that isn't recognised, lacks a column, or was read with a mapping; else empty. */
  readonly headers: readonly string[];
}

const MAX_CSV_BYTES = 2 ** 31;
const MAX_GEOJSON_BYTES = 50 * (1 << 20);

const noteText = ({ encoding, nulBytes }: FileKind, delimiter: string, report: ImportReport): void => {
  if (encoding === 'windows-1252') {
    report.flag('encoding', 'windows-1252', 'The file is not UTF-8; it was read as Windows-1252. Check the names.');
  }
  if (nulBytes > 0) report.flag('embedded_nul', '', 'Null characters were taken out of the text.');
  if (delimiter !== ',') {
    report.flag('delimiter', delimiter === '\t' ? 'tab' : delimiter, 'The cells are not parted by commas.');
  }
};

const withProgress = (file: ImportFile, onProgress: ReadOptions['onProgress']): ImportFile => {
  if (!onProgress) return file;
  return {
    ...file,
    async *chunks() {
      let read = 0;
      for await (const chunk of file.chunks()) {
        read += chunk.length;
        yield chunk;
        onProgress(Math.min(1, read / file.size));
      }
    },
  };
};

const readBoundaryFile = async (
  file: ImportFile,
  report: ImportReport,
  options: ReadOptions,
): Promise<TableOutcome> => {
  if (file.size > MAX_GEOJSON_BYTES) {
    throw new FileRefused(
      'file_too_large',
      'The file is larger than 50 MB. Download the generalised (BGC) or ultra generalised (BUC) boundaries.',
    );
  }
  const text = new TextDecoder('utf-8').decode(await file.bytes());
  const { dataset, areas, outsideEngland, licence, year } = parseBoundaries(text);
  if (options.dataset !== undefined && options.dataset !== dataset.id) {
    throw new FileRefused('not_this_dataset', `This file holds other areas: ${dataset.title}.`);
  }
  const records = simplifyBoundaries(areas);
  for (const { code, name } of areas)
    if (name === '') report.flag('no_name', code, 'Areas without a name in the file.');
  if (outsideEngland > 0) {
    const features = outsideEngland === 1 ? '1 feature' : `${outsideEngland} features`;
    report.flag('not_in_england', features, 'Features of Wales, Scotland or Northern Ireland: left out.');
  }
  await options.onRecords?.({ dataset: dataset.id, licence, records });
  const key = dataset.areaType === 'icb' ? 'icb' : dataset.areaType === 'local_authority' ? 'lad' : 'region';
  const vintage = { geography: year === null ? {} : { [key]: year }, from: null, to: null };
  return { dataset: dataset.id, rows: records.length, vintage, places: null, headers: [], isExchange: false };
};

const readByKind = async (
  file: ImportFile,
  kind: FileKind,
  report: ImportReport,
  options: ReadOptions,
): Promise<TableOutcome> => {
  const onBatch = async (batch: ImportBatch): Promise<void> => options.onRecords?.(batch);
  const shared = {
    dataset: options.dataset ?? null,
    mapping: options.mapping ?? null,
    signal: options.signal ?? null,
    unknownPlaces: options.unknownPlaces ?? [],
    wrongKinds: options.wrongKinds ?? [],
    counts: options.counts ?? null,
    datedPlaces: options.datedPlaces ?? [],
    otherCodes: options.otherCodes ?? [],
    onBatch,
  };
  if (kind.kind === 'workbook') return readWorkbook(file, report, { ...shared, onVacancies: onBatch });
  if (kind.kind === 'geojson') return readBoundaryFile(file, report, options);
  const csv = await openCsv(withProgress(file, options.onProgress), kind);
  noteText(kind, csv.delimiter, report);
  return readTable({ batches: csv.batches, report, isWorkbook: false, countsFrom1904: false }, shared);
};

const NOTHING: TableOutcome = {
  dataset: null,
  rows: 0,
  vintage: NO_VINTAGE,
  places: null,
  headers: [],
  isExchange: false,
};

/** A row that stands twice refuses the file: nobody can tell which of the two is meant. */
const refuseDuplicates = (report: ImportReport): string | null =>
  report.hasRule('duplicate_key') ? 'duplicate_key' : null;

/** A known file but for names of columns: they can be mapped. */
const isAlmostKnown = (reject: string | null): boolean =>
  reject !== null && /^(?:missing|unknown)_column:/.test(reject);

const toReading = (outcome: TableOutcome, report: ImportReport, isMapped = false): ImportReading => {
  const reject = report.refusal()?.label ?? refuseDuplicates(report);
  // Whoever made an exchange file can mend it; of a published file the bad rows are left out, and listed.
  const isBad = reject !== null || outcome.rows === 0 || (outcome.isExchange && report.errorTotal() > 0);
  const status = reject === 'unknown_dataset' ? 'needs_mapping' : isBad ? 'refused' : 'ready';
  return {
    dataset: outcome.dataset,
    status,
    rows: reject === null ? outcome.rows : 0,
    errorTotal: report.errorTotal(),
    errors: report.errors(),
    flags: report.flags(),
    vintage: outcome.vintage,
    places: outcome.isExchange ? outcome.places : null,
    reject,
    headers: isMapped || status === 'needs_mapping' || isAlmostKnown(reject) ? outcome.headers : [],
  };
};

const caught = (error: unknown, report: ImportReport): TableOutcome => {
  if (!(error instanceof FileRefused)) throw error;
  report.refuse(error.refusal);
  return NOTHING;
};

/**
 * Reads a file to its end: what it is, its records (handed on in batches), everything wrong with it, and what to know
 * about it. Nothing is stored. Memory doesn't grow with the file.
 * @throws where the file can't be read, `onRecords` throws, or `signal` is aborted.
 */
export const readImport = async (file: ImportFile, options: ReadOptions = {}): Promise<ImportReading> => {
  const report = createImportReport();
  if (file.size > MAX_CSV_BYTES) {
    report.refuse({ label: 'file_too_large', message: 'The file is larger than 2 GB. Split it by period.' });
    return toReading(NOTHING, report);
  }
  const kind = await inspectFile(file).catch((error: unknown) => {
    caught(error, report);
    return null;
  });
  if (!kind) return toReading(NOTHING, report);
  const outcome = await readByKind(file, kind, report, options).catch((error: unknown) => caught(error, report));
  // Where it was asked for by name, a refusal is still about that dataset.
  const dataset = outcome.dataset ?? options.mapping?.dataset ?? options.dataset ?? null;
  const known = dataset && findDataset(dataset) ? dataset : null;
  return toReading({ ...outcome, dataset: known }, report, options.mapping !== undefined);
};
