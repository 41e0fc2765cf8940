import 'server-only';
import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ImportReading } from '@/lib/import/read-import';
import type { ReadingMessage, ReadingRequest, RecordBatch } from './import-protocol';
import { startDeadline, TEXT_LIMITS, WORKBOOK_LIMITS } from './reading-deadline';

const ENTRY = path.join('.stead', 'bundle', 'import-worker.mjs');
/** A file that needs more than this is refused, not the server ended. */
const LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 64 };

const TOO_LONG =
  'Reading the file took too long, and was stopped: a workbook has 20 seconds, other files two minutes without progress. Save the sheet as CSV, or split the file.';

const ZIP_SIGNATURE = 'PK';

const isWorkbook = (file: string): boolean => {
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(ZIP_SIGNATURE.length);
    readSync(handle, head);
    return head.toString('latin1') === ZIP_SIGNATURE;
  } finally {
    closeSync(handle);
  }
};

export type ReadingEvents = {
  readonly onRecords: (batch: RecordBatch) => Promise<void>;
  readonly onProgress: (share: number) => void;
  readonly signal: AbortSignal;
};

/**
 * Reads a file in a thread of its own with a limit on memory; records come in batches and wait to be taken.
 * @throws where the thread runs out of memory or time, `onRecords` throws or `signal` is aborted.
 */
export function readInWorker(
  request: ReadingRequest,
  { onRecords, onProgress, signal }: ReadingEvents,
): Promise<ImportReading> {
  return new Promise((resolve, reject) => {
    let hasEnded = false;
    // Built outside Next: written as `new Worker`, the bundler would follow the path and pack it once more.
    const worker: Worker = Reflect.construct(Worker, [
      path.join(process.cwd(), ENTRY),
      { workerData: request, resourceLimits: LIMITS },
    ]);
    const limits = isWorkbook(request.file) ? WORKBOOK_LIMITS : TEXT_LIMITS;
    const deadline = startDeadline(limits, () => fail(new Error(TOO_LONG)));
    const end = (settle: () => void): void => {
      deadline.end();
      signal.removeEventListener('abort', abort);
      hasEnded = true;
      settle();
      void worker.terminate();
    };
    const abort = (): void => end(() => reject(new Error('The import was cancelled.')));
    const fail = (error: unknown): void => end(() => reject(error));
    const take = (message: ReadingMessage): void => {
      // The thread is told to end, and hasn't yet.
      if (hasEnded) return;
      deadline.heard();
      if (message.kind === 'batch') {
        deadline.hold();
        onRecords(message.batch).then(() => {
          if (hasEnded) return;
          deadline.resume();
          worker.postMessage('taken');
        }, fail);
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
