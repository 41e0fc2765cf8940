import 'server-only';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { JobReply } from './protocol';
import type { TaskContract } from './task-contracts';

/** A job ended without a result; the message says why. */
export class JobFailed extends Error {
  override name = 'JobFailed';
}

type Job = {
  id: number;
  task: string;
  payload: unknown;
  attempts: number;
  progress(value: unknown): void;
  resolve(value: unknown): void;
  reject(error: Error): void;
};

type Thread = { worker: Worker; job: Job | null };

type Pool = { threads: Thread[]; waiting: Job[]; lastId: number };

const THREADS = Math.max(1, Math.min(2, os.availableParallelism()));
/** A thread that dies takes its job along once more, not for ever. */
const MOST_ATTEMPTS = 2;
const ENTRY = path.join('.stead', 'bundle', 'worker.mjs');

declare global {
  var steadJobs: Pool | undefined;
}

function pool(): Pool {
  globalThis.steadJobs ??= { threads: [], waiting: [], lastId: 0 };
  return globalThis.steadJobs;
}

function startThread(jobs: Pool): Thread {
  // Built outside Next: written as `new Worker`, the bundler would follow the path and pack it once more.
  const worker: Worker = Reflect.construct(Worker, [path.join(process.cwd(), ENTRY)]);
  const thread: Thread = { worker, job: null };
  worker.unref();
  worker.on('message', (message: unknown) => handle(jobs, thread, JobReply.parse(message)));
  worker.on('error', (error) => lose(jobs, thread, error));
  worker.on('exit', () => lose(jobs, thread, new JobFailed('The worker ended early.')));
  jobs.threads.push(thread);
  return thread;
}

function handle(jobs: Pool, thread: Thread, reply: JobReply): void {
  const { job } = thread;
  if (!job || job.id !== reply.id) return;
  if (reply.kind === 'progress') {
    job.progress(reply.value);
    return;
  }
  thread.job = null;
  thread.worker.unref();
  if (reply.kind === 'done') job.resolve(reply.value);
  else job.reject(new JobFailed(reply.message));
  dispatch(jobs);
}

function lose(jobs: Pool, thread: Thread, error: Error): void {
  jobs.threads = jobs.threads.filter((other) => other !== thread);
  const { job } = thread;
  thread.job = null;
  if (job && job.attempts < MOST_ATTEMPTS) jobs.waiting.unshift(job);
  else job?.reject(error);
  dispatch(jobs);
}

function dispatch(jobs: Pool): void {
  while (jobs.waiting.length > 0) {
    const idle = jobs.threads.find((thread) => thread.job === null);
    const thread = idle ?? (jobs.threads.length < THREADS ? startThread(jobs) : null);
    const job = thread && jobs.waiting.shift();
    if (!thread || !job) return;
    job.attempts += 1;
    thread.job = job;
    // Only a thread at work keeps a finished command from ending.
    thread.worker.ref();
    thread.worker.postMessage({ id: job.id, task: job.task, payload: job.payload });
  }
}

/**
 * Runs a task in a worker thread, first come first served. `onProgress` gets partial results.
 * @throws JobFailed with the task's own message.
 */
export function runJob<Payload, Result>(
  contract: TaskContract<Payload, Result>,
  payload: Payload,
  onProgress: (partial: Result) => void = () => {},
): Promise<Result> {
  const jobs = pool();
  return new Promise((resolve, reject) => {
    jobs.lastId += 1;
    jobs.waiting.push({
      id: jobs.lastId,
      task: contract.name,
      payload,
      attempts: 0,
      progress: (value) => onProgress(contract.result.parse(value)),
      resolve: (value) => resolve(contract.result.parse(value)),
      reject,
    });
    dispatch(jobs);
  });
}
