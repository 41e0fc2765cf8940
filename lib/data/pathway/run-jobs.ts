import 'server-only';
import {
  addPart,
  askForRun,
  beat,
  dropParts,
  failRun,
  findPart,
  selectParts,
  storeResult,
} from '@/lib/data/queries/run-progress';
import { asViewer, authorise, runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import type { DrawChunk } from '@/lib/domain/pathway/engine/pathway-runner';
import { type DrawRange, type DrawStage, drawRanges } from '@/lib/domain/uncertainty/draw-plan';
import { log } from '@/lib/log';
import { runKept } from './kept-baselines';
import type { Queue, RunJob } from './queue';
import { findAsker } from './run-asker';
import { type PlannedResult, pathwayReceiptId } from './run-result';
import { assertOpen, planStored, RunRefused, readRun, type StoredRun } from './stored-run';

/** Milliseconds between two signs of life. */
const BEAT_MS = 3_000;
/** Runs that this process is at work on: a plan takes longer to make than a draw. */
const MOST_PLANS = 4;

/** Draws of a job: each is stored before the next is begun. */
const DRAWS_OF_A_JOB = 32;

export const rangesOf = (draws: DrawStage): DrawRange[] => drawRanges(draws, DRAWS_OF_A_JOB);

type AddJobs = Pick<Queue, 'add'>;

/** Asks for what is missing of a run, unless somebody has: ranges of its draws, or its result. */
export async function shareOut(queue: AddJobs, viewer: Viewer, row: StoredRun): Promise<void> {
  if (!(await asViewer(viewer, (tx) => askForRun(tx, row, viewer.userId)))) return;
  const { receipt, dataHash } = row;
  const isOfThisModel = receipt.id === pathwayReceiptId(receipt.scenario, { dataHash, releaseIds: receipt.releaseIds });
  // An update came between: draws of two models are no result of either.
  if (!isOfThisModel) await asViewer(viewer, (tx) => dropParts(tx, row.id));
  const kept = new Set((await asViewer(viewer, (tx) => selectParts(tx, row.id))).map(({ from }) => from));
  const missing = rangesOf(row.receipt.scenario.draws).filter(({ from }) => !kept.has(from));
  const job = { runId: row.id, userId: viewer.userId };
  await queue.add(missing.length > 0 ? missing.map((range) => ({ ...job, range })) : [{ ...job, range: null }]);
}

/** Draws that are kept up to one, in their order; null where some are missing, or gone since the run is done. */
export async function keptDraws(viewer: Viewer, runId: string, upTo: number): Promise<DrawChunk[] | null> {
  const parts = (await asViewer(viewer, (tx) => selectParts(tx, runId))).filter(({ to }) => to <= upTo);
  const chunks: DrawChunk[] = [];
  for (const { from } of parts) {
    const chunk = await asViewer(viewer, (tx) => findPart(tx, runId, from));
    if (chunk) chunks.push(chunk);
  }
  return chunks.reduce((sum, { from, to }) => sum + to - from, 0) === upTo ? chunks : null;
}

async function alive<T>(viewer: Viewer, runId: string, work: () => Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    asViewer(viewer, (tx) => beat(tx, runId)).catch(() => {});
  }, BEAT_MS);
  return work().finally(() => clearInterval(timer));
}

const plans = new Map<string, Promise<PlannedResult>>();

function planOf(viewer: Viewer, row: StoredRun): Promise<PlannedResult> {
  const plan = plans.get(row.id) ?? planStored(viewer, row);
  plans.delete(row.id);
  plans.set(row.id, plan);
  plan.catch(() => plans.delete(row.id));
  for (const oldest of plans.keys()) {
    if (plans.size > MOST_PLANS) plans.delete(oldest);
  }
  return plan;
}

async function make(queue: AddJobs, viewer: Viewer, { runId, userId, range }: RunJob): Promise<void> {
  const row = await readRun(viewer, runId);
  await authorise('scenario:read', row.areaCode);
  await assertOpen(viewer, row);
  if (!(await asViewer(viewer, (tx) => beat(tx, runId)))) return;
  await alive(viewer, runId, async () => {
    const { run, resultOf } = await planOf(viewer, row);
    if (range) {
      const chunk = await runKept(run, range, { urgency: 'stored' });
      const done = await asViewer(viewer, (tx) => addPart(tx, row, chunk));
      if (done === run.scenario.draws) await queue.add([{ runId, userId, range: null }]);
      return;
    }
    const chunks = await keptDraws(viewer, runId, run.scenario.draws);
    if (!chunks) return;
    const result = await resultOf(chunks);
    await assertOpen(viewer, row);
    await asViewer(viewer, (tx) => storeResult(tx, row, result));
  });
}

/** Does a job with the rights that its asker has now, none of one who is switched off; a run that can't be made says why. */
export async function doRunJob(queue: AddJobs, job: RunJob): Promise<void> {
  const viewer = await findAsker(job.userId);
  if (!viewer) return;
  try {
    await runAs(viewer, () => make(queue, viewer, job));
  } catch (error) {
    log.warn({ err: error, runId: job.runId }, 'a job of a run failed');
    // What isn't the run's own fault is tried again once nothing is heard of it: its draws are kept, and readers see no inner words.
    if (error instanceof RunRefused) await asViewer(viewer, (tx) => failRun(tx, job.runId, error.message));
  }
}
