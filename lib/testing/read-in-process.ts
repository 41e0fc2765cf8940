import { fileOnDisk } from '@/lib/import/import-file';
import { type ImportReading, readImport } from '@/lib/import/read-import';
import { type ReadingRequest, toRecordBatch } from '@/lib/jobs/import-protocol';
import type { ReadingEvents } from '@/lib/jobs/read-in-worker';

/** The same reading without a thread. */
export const readInWorker = async (
  { file, ...options }: ReadingRequest,
  events: ReadingEvents,
): Promise<ImportReading> =>
  readImport(await fileOnDisk(file), {
    ...options,
    ...events,
    onRecords: (batch) => events.onRecords(toRecordBatch(batch)),
  });
