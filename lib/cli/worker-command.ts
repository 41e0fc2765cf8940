import { availableParallelism } from 'node:os';
import { jobRunner } from '@/lib/data/pathway/job-runner';
import { setThreads } from '@/lib/jobs/runner';
import { type Command, type CommandResult, inWords } from './command';

const MOST = 64;

const refused = (status: 1 | 2, message: string): CommandResult => ({
  status,
  document: { error: message },
  text: message,
});

const asked = (): Promise<string> =>
  new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => resolve(signal));
  });

export const workerCommand: Command = {
  usage: 'worker',
  about: 'take draws of stored runs from the queue of a PostgreSQL server until SIGTERM | --concurrency N',
  options: ['concurrency'],
  mostWords: 1,
  run: async ({ options }, tell) => {
    const progress = inWords(tell);
    const concurrency = Number(options.concurrency ?? availableParallelism());
    if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > MOST) {
      return refused(2, `worker: --concurrency is a whole number from 1 to ${MOST}.`);
    }
    const runner = await jobRunner();
    if (!runner.isShared) {
      return refused(
        1,
        'worker: one process has the embedded database. Workers need a PostgreSQL server: set DATABASE_URL.',
      );
    }
    const ended = asked();
    setThreads(concurrency);
    await runner.begin({ concurrency });
    progress(`worker ${process.pid} takes ${concurrency} at a time; SIGTERM ends it once those are done`);
    const signal = await ended;
    await runner.end();
    return { status: 0, document: { ended: signal }, text: '' };
  },
};
