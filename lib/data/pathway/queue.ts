import 'server-only';
import type { Runner } from 'graphile-worker';
import pg from 'pg';
import { z } from 'zod';
import { QUEUE_SCHEMA, queueUrl } from '@/db/queue';
import { log } from '@/lib/log';

/** Work on a stored run, with the rights of whoever asked for it: a range of its draws, or (null) its result from all of them. */
export const RunJob = z.strictObject({
  runId: z.string(),
  userId: z.uuid(),
  range: z.strictObject({ from: z.number().int(), to: z.number().int() }).nullable(),
});
export type RunJob = z.infer<typeof RunJob>;

/** Jobs of all processes on a PostgreSQL server: each is done by the one that gets to it first. */
export interface Queue {
  /** In this order; one that waits already isn't added twice. */
  add(jobs: readonly RunJob[]): Promise<void>;
  /** Begins to take jobs, so many at a time. */
  take(concurrency: number): Promise<void>;
  /** Finishes those at hand. */
  leave(): Promise<void>;
  /** Takes away what these takers, who are gone, had at hand, and jobs that failed. */
  clear(takers: readonly string[]): Promise<void>;
  /** Says, as long as this process lives, that it does nothing but take jobs. */
  announce(): Promise<void>;
  /** Whether such a process is there. */
  isAttended(): Promise<boolean>;
  close(): Promise<void>;
}

const TASK = 'pathway-run';
/** Of the advisory lock that such processes hold together. */
const ATTENDED = [0x57ead, 1] as const;
const MOST_CONNECTIONS = 12;

const keyOf = ({ runId, range }: RunJob): string => `${runId} ${range ? range.from : 'result'}`;

/** `work`: what a job is. It says itself what failed, and is given a job once: what is left of a run is asked for anew. */
export async function openQueue(url: string, work: (job: RunJob) => Promise<void>): Promise<Queue> {
  // Loaded late: the embedded database needs none of it.
  const { Logger, makeWorkerUtils, run } = await import('graphile-worker');
  const logger = new Logger(({ label }) => (level, message) => {
    if (level === 'error' || level === 'warning') log.warn({ label }, message);
  });
  const quiet = (error: Error): void => log.warn({ err: error }, 'the queue lost a connection');
  const pool = new pg.Pool({ connectionString: queueUrl(url), max: MOST_CONNECTIONS, application_name: 'stead-queue' });
  pool.on('error', quiet).on('connect', (client) => client.on('error', quiet));
  const shared = { pgPool: pool, schema: QUEUE_SCHEMA, logger };
  const utils = await makeWorkerUtils(shared).catch(async (error: unknown) => {
    await pool.end();
    throw error;
  });
  let runner: Runner | null = null;
  let presence: pg.Client | null = null;

  const leave = async (): Promise<void> => {
    const leaving = runner;
    runner = null;
    await leaving?.stop();
  };
  return {
    add: async (jobs) => {
      const specs = jobs.map((job) => ({ identifier: TASK, payload: job, job_key: keyOf(job), max_attempts: 1 }));
      await pool.query(
        `select graphile_worker.add_jobs(array(select json_populate_recordset(null::graphile_worker.job_spec, $1)))`,
        [JSON.stringify(specs)],
      );
    },
    take: async (concurrency) => {
      runner ??= await run({
        ...shared,
        concurrency,
        noHandleSignals: true,
        parsedCronItems: [],
        taskList: { [TASK]: (payload) => work(RunJob.parse(payload)) },
      });
    },
    leave,
    clear: async (takers) => {
      await utils.forceUnlockWorkers([...takers]);
      // Each is given once: what was begun and not finished is never taken again.
      await utils.cleanup({ tasks: ['DELETE_PERMAFAILED_JOBS'] });
    },
    announce: async () => {
      if (presence) return;
      const client = new pg.Client({ connectionString: queueUrl(url), application_name: 'stead-worker' });
      client.on('error', () => {
        presence = null;
      });
      await client.connect();
      await client.query('select pg_advisory_lock_shared($1, $2)', [...ATTENDED]);
      presence = client;
    },
    isAttended: async () => {
      const { rows } = await pool.query(
        `select 1 from pg_locks where locktype = 'advisory' and classid = $1 and objid = $2 and objsubid = 2 and granted
          and database = (select oid from pg_database where datname = current_database()) limit 1`,
        [...ATTENDED],
      );
      return rows.length > 0;
    },
    close: async () => {
      await leave();
      await presence?.end();
      await utils.release();
      await pool.end();
    },
  };
}
