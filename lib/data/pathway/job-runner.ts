import 'server-only';
import { type Database, database } from '@/db/client';
import type { PathwayModelled } from '@/lib/contracts/pathway-result';
import type { Viewer } from '@/lib/domain/access/access';
import { queueRunner } from './queue-runner';
import type { RunWatch } from './run-draws';
import type { StoredRun } from './stored-run';
import { threadRunner } from './thread-runner';

/** Makes stored runs: in threads of this process, or by every process that shares a queue. The same bytes from both. */
export interface JobRunner {
  /** Whether other processes take part. */
  readonly isShared: boolean;
  /** The run's result, stored once; an interrupted run goes on with what was kept of it. Call it after authorising. */
  compute(viewer: Viewer, row: StoredRun, watch: RunWatch): Promise<PathwayModelled>;
  /**
   * Marks runs whose process is gone, and goes on with them where others take part; from then on, while nobody else does,
   * takes jobs. `only`: this process does nothing but take jobs, so many at a time.
   */
  begin(only?: { readonly concurrency: number }): Promise<void>;
  /** Finishes the jobs at hand and takes no more. */
  end(): Promise<void>;
}

declare global {
  // One per process and database: pages, routes and the start of the server are bundled apart.
  var steadRunners: WeakMap<Database, JobRunner> | undefined;
}

/** Of the process's database. */
export async function jobRunner(): Promise<JobRunner> {
  const db = await database();
  globalThis.steadRunners ??= new WeakMap();
  const runner = globalThis.steadRunners.get(db) ?? (db.url === null ? threadRunner(db) : queueRunner(db, db.url));
  if (!globalThis.steadRunners.has(db)) {
    globalThis.steadRunners.set(db, runner);
    db.beforeClose(() => runner.end());
  }
  return runner;
}
