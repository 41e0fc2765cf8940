import type { ColumnMapping } from '@/lib/import/column-mapping';
import type { CountRules } from '@/lib/import/count-rules';
import type { DatasetId } from '@/lib/import/dataset-list';
import type { EstablishmentRecord } from '@/lib/import/datasets/establishment';
import type { DatedPlace } from '@/lib/import/dated-places';
import type { OtherCode } from '@/lib/import/other-codes';
import type { ImportBatch, ImportReading } from '@/lib/import/read-import';
import type { WrongKind } from '@/lib/import/wrong-kinds';

/**
 * Records as text: it passes between threads, and to the database, far faster than objects. `columns` are PostgreSQL array
 * literals: two for a column of words (see `words`), one for a column of numbers. `json` is one array of all records. `shapes`
 * come whole: a boundary file is one batch.
 */
export type RecordBatch = { dataset: DatasetId; count: number } & (
  | { kind: 'columns'; columns: readonly string[] }
  | { kind: 'json'; json: string }
  | { kind: 'shapes'; licence: string; json: string }
);

const quoted = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;

/** The distinct words of a column, and for each record the place of its word among them, from 1: most stand often. */
const words = <Item>(records: readonly Item[], wordOf: (record: Item) => string): [string, string] => {
  const places = new Map<string, number>();
  const codes = records.map((record) => {
    const word = wordOf(record);
    const place = places.get(word) ?? places.size + 1;
    if (place > places.size) places.set(word, place);
    return place;
  });
  return [`{${[...places.keys()].map(quoted).join(',')}}`, `{${codes.join(',')}}`];
};

const MOST_WRITTEN = 1 << 14;
const written = new Map<number, string>();

/** Numbers repeat: to look one up is faster than to write it. */
const digits = (value: number): string => {
  const known = written.get(value);
  if (known !== undefined) return known;
  if (written.size >= MOST_WRITTEN) written.clear();
  const text = String(value);
  written.set(value, text);
  return text;
};

const numbers = <Item>(records: readonly Item[], numberOf: (record: Item) => number): string =>
  `{${records.map((record) => digits(numberOf(record))).join(',')}}`;

/** In the order of the columns of `establishment`, after the release. */
const establishmentColumns = (records: readonly EstablishmentRecord[]): string[] => [
  ...words(records, ({ periodEnd }) => periodEnd),
  ...words(records, ({ areaCode }) => areaCode),
  ...words(records, ({ specialty }) => specialty),
  ...words(records, ({ level }) => level),
  numbers(records, ({ establishmentFte }) => establishmentFte),
  numbers(records, ({ inPostFte }) => inPostFte),
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
export type ReadingRequest = {
  file: string;
  dataset?: DatasetId;
  mapping?: ColumnMapping;
  unknownPlaces?: readonly string[];
  wrongKinds?: readonly WrongKind[];
  counts?: CountRules;
  datedPlaces?: readonly DatedPlace[];
  otherCodes?: readonly OtherCode[];
};

/** What it says; after `batch` it waits until that is taken. */
export type ReadingMessage =
  | { kind: 'batch'; batch: RecordBatch }
  | { kind: 'progress'; share: number }
  | { kind: 'done'; reading: ImportReading }
  | { kind: 'failed'; message: string };
