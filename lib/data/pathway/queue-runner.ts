import 'server-only';
import { availableParallelism } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { type Database, withWorker } from '@/db/client';
import { PathwayModelled } from '@/lib/contracts/pathway-result';
import { markLapsed, selectHolders } from '@/lib/data/queries/run-progress';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { DRAW_STAGES } from '@/lib/domain/uncertainty/draw-plan';
import { log } from '@/lib/log';
import type { JobRunner } from './job-runner';
import { openQueue, type Queue } from './queue';
import { findAsker } from './run-asker';
import { doRunJob, keptDraws, shareOut } from './run-jobs';
import { planStored, readRun } from './stored-run';

/** Seconds without a sign of life after which a run counts as interrupted. */
const LAPSE_SECONDS = 10;
/** So often a run goes on by itself; after that somebody has to ask for it again. */
const MOST_INTERRUPTIONS = 3;
/** Milliseconds between two looks: at what others left, and at a run that somebody waits for. */
const LOOK_MS = 2_000;
const WATCH_MS = 150;
/** Without a change for so long, whoever waits is told: nobody may be there to take the jobs. */
const PATIENCE_MS = 600_000;
const THREADS = Math.min(2, availableParallelism());

type Lapsed = Awaited<ReturnType<typeof markLapsed>>[number];

async function resumeOne(db: Database, queue: Queue, { runId, askedBy, interruptions }: Lapsed): Promise<void> {
  log.warn({ runId, interruptions }, 'a run was interrupted');
  await queue.clear(await withWorker(db, (tx) => selectHolders(tx, runId, LAPSE_SECONDS)));
  const viewer = interruptions > MOST_INTERRUPTIONS ? null : await findAsker(askedBy);
  if (viewer) await runAs(viewer, async () => shareOut(queue, viewer, await readRun(viewer, runId)));
}

/** Goes on with runs whose process is gone, with the rights of whoever asked for them. */
async function resume(db: Database, queue: Queue): Promise<void> {
  for (const lapsed of await withWorker(db, (tx) => markLapsed(tx, LAPSE_SECONDS))) {
    await resumeOne(db, queue, lapsed).catch((error: unknown) =>
      log.warn({ err: error, runId: lapsed.runId }, 'an interrupted run could not be resumed'),
    );
  }
}

/** Any number of processes share the jobs of a PostgreSQL server; those that answer requests take some while no other does. */
export function queueRunner(db: Database, url: string): JobRunner {
  let opened: Promise<Queue> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> | null = null;

  const open = (): Promise<Queue> => {
    if (opened) return opened;
    const queue: Promise<Queue> = openQueue(url, async (job) => doRunJob(await queue, job));
    opened = queue;
    // A server that was away is asked again at the next look.
    queue.catch(() => {
      opened = null;
    });
    return queue;
  };
  const look = async (only: number | null): Promise<void> => {
    const queue = await open();
    // Before it takes jobs itself: else what was left by others would look alive.
    await resume(db, queue);
    if (only !== null) await queue.announce();
    if (only === null && (await queue.isAttended())) await queue.leave();
    else await queue.take(only ?? THREADS);
  };
  /** One look at a time, however long it takes. */
  const lookOnce = (only: number | null): Promise<void> => {
    looking ??= look(only)
      .catch((error: unknown) => log.warn({ err: error }, 'the queue can’t be reached'))
      .finally(() => {
        looking = null;
      });
    return looking;
  };
  const begin: JobRunner['begin'] = async (only) => {
    if (timer) return;
    const concurrency = only?.concurrency ?? null;
    timer = setInterval(() => void lookOnce(concurrency), LOOK_MS);
    timer.unref();
    await lookOnce(concurrency);
  };

  const storedState = async (viewer: Viewer, runId: string) => {
    const { state, failure, interruptions, drawsDone, result } = await readRun(viewer, runId);
    return { state, failure, interruptions: interruptions ?? 0, drawsDone, result };
  };
  return {
    isShared: true,
    begin,
    end: async () => {
      if (timer) clearInterval(timer);
      timer = null;
      await looking;
      await (await opened?.catch(() => null))?.close();
      opened = null;
    },
    compute: async (viewer, row, { onStage }) => {
      await begin();
      const queue = await open();
      await shareOut(queue, viewer, row);
      const watched = onStage ? { onStage, planned: await planStored(viewer, row) } : null;
      const stages = DRAW_STAGES.filter((stage) => stage < row.receipt.scenario.draws);
      let seen = { at: Date.now(), state: '' };
      for (;;) {
        const { state, failure, interruptions, drawsDone, result } = await storedState(viewer, row.id);
        if (result !== null) return PathwayModelled.parse(result);
        if (state === 'failed') throw new Error(failure ?? 'The run failed.');
        if (state === 'interrupted') {
          if (interruptions > MOST_INTERRUPTIONS) throw new Error(`The run was interrupted ${interruptions} times.`);
          await shareOut(queue, viewer, row);
        }
        const now = `${state} ${drawsDone} ${interruptions}`;
        if (now !== seen.state) seen = { at: Date.now(), state: now };
        if (Date.now() - seen.at > PATIENCE_MS) throw new Error('Nothing was heard of the run for ten minutes.');
        const [stage] = stages;
        const chunks = watched && stage && drawsDone >= stage ? await keptDraws(viewer, row.id, stage) : null;
        if (watched && chunks) {
          stages.shift();
          watched.onStage(await watched.planned.resultOf(chunks));
        }
        await pause(WATCH_MS);
      }
    },
  };
}
