import 'server-only';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ImportReading } from '@/lib/import/read-import';
import type { ReadingMessage, ReadingRequest, RecordBatch } from './import-protocol';

const ENTRY = path.join('.stead', 'bundle', 'import-worker.mjs');
/** A file that needs more than this is refused, not the server ended. */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

export type ReadingEvents = {
  readonly onRecords: (batch: RecordBatch) => Promise<void>;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
};

/**
 * Reads a file in a thread of its own with a limit on memory; records come in batches and wait to be taken.
 * @throws where the thread runs out of memory, `onRecords` throws or `signal` is aborted.
 */
export function readInWorker(
  request: ReadingRequest,
  { onRecords, onProgress, signal }: ReadingEvents,
): Promise<ImportReading> {
  return new Promise((resolve, reject) => {
    // Built outside Next: written as `new Worker`, the bundler would follow the path and pack it once more.
    const worker: Worker = Reflect.construct(Worker, [
      path.join(process.cwd(), ENTRY),
      { workerData: request, resourceLimits: LIMITS },
    ]);
    const end = (settle: () => void): void => {
      signal.removeEventListener('abort', abort);
      settle();
      void worker.terminate();
    };
    const abort = (): void => end(() => reject(new Error('The import was cancelled.')));
    const fail = (error: unknown): void => end(() => reject(error));
    const take = (message: ReadingMessage): void => {
      if (message.kind === 'batch') {
        onRecords(message.batch).then(() => worker.postMessage('taken'), fail);
      } else if (message.kind === 'progress') onProgress(message.share);
      else if (message.kind === 'done') end(() => resolve(message.reading));
      else fail(new Error(message.message));
    };
    signal.addEventListener('abort', abort);
    if (signal.aborted) abort();
    worker.on('message', take);
    worker.on('error', fail);
  });
}
