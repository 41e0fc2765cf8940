import { parentPort, workerData } from 'node:worker_threads';
import { fileOnDisk } from '@/lib/import/import-file';
import { readImport } from '@/lib/import/read-import';
import { type ReadingMessage, type ReadingRequest, toRecordBatch } from './import-protocol';

const say = (message: ReadingMessage): void => parentPort?.postMessage(message);

/** The file is read no faster than its rows are stored: one batch is stored while the next is read. */
const isTaken = (): Promise<void> => new Promise((resolve) => parentPort?.once('message', () => resolve()));

async function read({ file, ...options }: ReadingRequest): Promise<void> {
  let stored: Promise<void> = Promise.resolve();
  const reading = await readImport(await fileOnDisk(file), {
    ...options,
    onRecords: async (records) => {
      const batch = toRecordBatch(records);
      await stored;
      stored = isTaken();
      say({ kind: 'batch', batch });
    },
    onProgress: (share) => say({ kind: 'progress', share }),
  });
  await stored;
  say({ kind: 'done', reading });
}

const request: ReadingRequest = workerData;
read(request)
  .catch((error: unknown) => say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }))
  .finally(() => parentPort?.close());
