import type { ColumnMapping } from '@/lib/import/column-mapping';
import type { DatasetId } from '@/lib/import/dataset-list';
import type { ImportBatch, ImportReading } from '@/lib/import/read-import';

/** What the reading thread is given. */
export type ReadingRequest = { file: string; dataset?: DatasetId; mapping?: ColumnMapping };

/** What it says; after `batch` it waits until that is taken. */
export type ReadingMessage =
  | { kind: 'batch'; batch: ImportBatch }
  | { kind: 'progress'; share: number }
  | { kind: 'done'; reading: ImportReading }
  | { kind: 'failed'; message: string };
