import type { ColumnMapping } from '@/lib/import/column-mapping';
import type { DatasetId } from '@/lib/import/dataset-list';
import type { EstablishmentRecord } from '@/lib/import/datasets/establishment';
import type { ImportBatch, ImportReading } from '@/lib/import/read-import';

/**
 * Records as text: it passes between threads, and to the database, far faster than objects. `columns` are PostgreSQL array
 * literals, one for each column of the table; `json` is one array of all records. `shapes` come whole: a boundary file is one
 * batch.
 */
export type RecordBatch = { dataset: DatasetId; count: number } & (
  | { kind: 'columns'; columns: readonly string[] }
  | { kind: 'json'; json: string }
  | { kind: 'shapes'; licence: string; json: string }
);

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
const arrayOf = (values: readonly (string | number)[]): string =>
  `{${values.map((value) => (typeof value === 'number' ? value : quoted(value))).join(',')}}`;

/** In the order of the columns of `establishment`, after the release. */
const establishmentColumns = (records: readonly EstablishmentRecord[]): string[] => [
  arrayOf(records.map(({ periodEnd }) => periodEnd)),
  arrayOf(records.map(({ areaCode }) => areaCode)),
  arrayOf(records.map(({ specialty }) => specialty)),
  arrayOf(records.map(({ level }) => level)),
  arrayOf(records.map(({ establishmentFte }) => establishmentFte)),
  arrayOf(records.map(({ inPostFte }) => inPostFte)),
];

export const toRecordBatch = (batch: ImportBatch): RecordBatch => {
  const about = { dataset: batch.dataset, count: batch.records.length };
  if (batch.dataset === 'establishment') {
    return { ...about, kind: 'columns', columns: establishmentColumns(batch.records) };
  }
  const json = JSON.stringify(batch.records);
  return 'licence' in batch
    ? { ...about, kind: 'shapes', licence: batch.licence, json }
    : { ...about, kind: 'json', json };
};

/** What the reading thread is given. */
export type ReadingRequest = { file: string; dataset?: DatasetId; mapping?: ColumnMapping };

/** What it says; after `batch` it waits until that is taken. */
export type ReadingMessage =
  | { kind: 'batch'; batch: RecordBatch }
  | { kind: 'progress'; share: number }
  | { kind: 'done'; reading: ImportReading }
  | { kind: 'failed'; message: string };
