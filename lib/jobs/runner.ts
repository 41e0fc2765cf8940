import 'server-only';
import { setMaxListeners } from 'node:events';
import os from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { JobReply } from './protocol';
import type { TaskContract } from './task-contracts';

/** A job ended without a result; the message says why. */
export class JobFailed extends Error {
  override name = 'JobFailed';
}

/**
 * What waits for a thread is begun in this order: what ends a wait that is nearly over, what somebody looks at, and what is
 * stored whenever it is done.
 */
const URGENCIES = ['at_once', 'watched', 'stored'] as const;
export type Urgency = (typeof URGENCIES)[number];

type Job = {
  id: number;
  urgency: Urgency;
  task: string;
  payload: unknown;
  attempts: number;
  progress(value: unknown): void;
  resolve(value: unknown): void;
  reject(error: Error): void;
};

type Thread = { worker: Worker; job: Job | null };

type Pool = { threads: Thread[]; waiting: Job[]; lastId: number; most: number };

const MOST_THREADS = Math.max(1, Math.min(2, os.availableParallelism()));
/** A thread that dies takes its job along once more, not for ever. */
const MOST_ATTEMPTS = 2;
const ENTRY = path.join('.stead', 'bundle', 'worker.mjs');

declare global {
  var steadJobs: Pool | undefined;
}

function pool(): Pool {
  globalThis.steadJobs ??= { threads: [], waiting: [], lastId: 0, most: MOST_THREADS };
  return globalThis.steadJobs;
}

/** For a process that does nothing else: as many threads at once. */
export function setThreads(most: number): void {
  pool().most = most;
}

/** Behind those of its urgency; one that is tried again, before them. */
function wait({ waiting }: Pool, job: Job): void {
  const rank = URGENCIES.indexOf(job.urgency) + (job.attempts > 0 ? 0 : 1);
  const at = waiting.findIndex(({ urgency }) => URGENCIES.indexOf(urgency) >= rank);
  waiting.splice(at === -1 ? waiting.length : at, 0, job);
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
  if (job && job.attempts < MOST_ATTEMPTS) wait(jobs, job);
  else job?.reject(error);
  dispatch(jobs);
}

function dispatch(jobs: Pool): void {
  while (jobs.waiting.length > 0) {
    const idle = jobs.threads.find((thread) => thread.job === null);
    const thread = idle ?? (jobs.threads.length < jobs.most ? startThread(jobs) : null);
    const job = thread && jobs.waiting.shift();
    if (!thread || !job) return;
    job.attempts += 1;
    thread.job = job;
    // Only a thread at work keeps a finished command from ending.
    thread.worker.ref();
    thread.worker.postMessage({ id: job.id, task: job.task, payload: job.payload });
  }
}

export type JobOptions<Result> = {
  /** Gets partial results. */
  readonly onProgress?: (partial: Result) => void;
  /** A job that still waits when it is aborted is never begun. */
  readonly signal?: AbortSignal | undefined;
  /** `watched` where none is given. */
  readonly urgency?: Urgency;
};

/**
 * Runs a task in a worker thread: the most urgent first, then first come first served.
 * @throws JobFailed with the task's own message, or that nobody waits for it any more.
 */
export function runJob<Payload, Result>(
  contract: TaskContract<Payload, Result>,
  payload: Payload,
  { onProgress = () => {}, signal, urgency = 'watched' }: JobOptions<Result> = {},
): Promise<Result> {
  const jobs = pool();
  return new Promise((resolve, reject) => {
    jobs.lastId += 1;
    const id = jobs.lastId;
    const giveUp = () => {
      if (!jobs.waiting.some((job) => job.id === id)) return;
      jobs.waiting = jobs.waiting.filter((job) => job.id !== id);
      reject(new JobFailed('Given up before it began.'));
    };
    // One signal gives up all ranges of a run: dozens of jobs listen to it, each until it is done.
    if (signal) setMaxListeners(0, signal);
    signal?.addEventListener('abort', giveUp, { once: true });
    wait(jobs, {
      id,
      urgency,
      task: contract.name,
      payload,
      attempts: 0,
      progress: (value) => onProgress(contract.result.parse(value)),
      resolve: (value) => {
        signal?.removeEventListener('abort', giveUp);
        const result = contract.result.safeParse(value);
        if (result.success) resolve(result.data);
        else reject(new JobFailed(`The worker’s answer to ${contract.name} can’t be read.`));
      },
      reject: (error) => {
        signal?.removeEventListener('abort', giveUp);
        reject(error);
      },
    });
    if (signal?.aborted) giveUp();
    dispatch(jobs);
  });
}
