import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { runPart, runProgress, scenarioResult } from '@/db/schema';
import type { RunProgress } from '@/lib/contracts/pathway-records';
import type { PathwayModelled } from '@/lib/contracts/pathway-result';
import type { DrawChunk } from '@/lib/domain/pathway/engine/pathway-runner';

type State = RunProgress['state'];
type OfRegion = { id: string; areaCode: string };

const UNFINISHED: readonly State[] = ['queued', 'running', 'interrupted'];
const AT_WORK: readonly State[] = ['queued', 'running'];
const STOPPED: readonly State[] = ['interrupted', 'failed'];

/** Asks for a run with the rights of `askedBy`; false where it is under way already, or done. */
export async function askForRun(tx: Executor, { id, areaCode }: OfRegion, askedBy: string): Promise<boolean> {
  const asked = { state: 'queued', askedBy, heartbeatAt: sql`now()`, failure: null } as const;
  const rows = await tx
    .insert(runProgress)
    .values({ runId: id, areaCode, ...asked })
    .onConflictDoUpdate({ target: runProgress.runId, set: asked, setWhere: inArray(runProgress.state, [...STOPPED]) })
    .returning({ runId: runProgress.runId });
  return rows.length > 0;
}

/** Says that somebody is at work on the run; false where it needs no more work. */
export async function beat(tx: Executor, runId: string): Promise<boolean> {
  const rows = await tx
    .update(runProgress)
    .set({ state: 'running', heartbeatAt: sql`now()` })
    .where(and(eq(runProgress.runId, runId), inArray(runProgress.state, [...UNFINISHED])))
    .returning({ runId: runProgress.runId });
  return rows.length > 0;
}

/** The state, kept until the transaction ends; null where the reader may not see it. */
async function lockState(tx: Executor, runId: string): Promise<string | null> {
  const [row] = await tx
    .select({ state: runProgress.state })
    .from(runProgress)
    .where(eq(runProgress.runId, runId))
    .for('update');
  return row?.state ?? null;
}

const isUnfinished = (state: string | null): boolean => UNFINISHED.some((one) => one === state);

export const selectParts = (tx: Executor, runId: string) =>
  tx
    .select({ from: runPart.fromDraw, to: runPart.toDraw })
    .from(runPart)
    .where(eq(runPart.runId, runId))
    .orderBy(asc(runPart.fromDraw));

/** Numbers of one part: they come one by one, since each is a megabyte or more. */
export async function findPart(tx: Executor, runId: string, from: number): Promise<DrawChunk | null> {
  const [row] = await tx
    .select({ from: runPart.fromDraw, to: runPart.toDraw, baseline: runPart.baseline, option: runPart.option })
    .from(runPart)
    .where(and(eq(runPart.runId, runId), eq(runPart.fromDraw, from)));
  return row ?? null;
}

/** Keeps a part; gives the draws that are there with it, or null where it was there or nobody needs it. */
export async function addPart(tx: Executor, { id, areaCode }: OfRegion, chunk: DrawChunk): Promise<number | null> {
  if (!isUnfinished(await lockState(tx, id))) return null;
  const { from: fromDraw, to: toDraw, baseline, option } = chunk;
  const added = await tx
    .insert(runPart)
    .values({ runId: id, areaCode, fromDraw, toDraw, baseline, option })
    .onConflictDoNothing()
    .returning({ fromDraw: runPart.fromDraw });
  await beat(tx, id);
  if (added.length === 0) return null;
  return (await selectParts(tx, id)).reduce((sum, { from, to }) => sum + to - from, 0);
}

export const dropParts = (tx: Executor, runId: string) => tx.delete(runPart).where(eq(runPart.runId, runId));

const endRun = async (tx: Executor, runId: string, state: State, failure: string | null): Promise<void> => {
  await dropParts(tx, runId);
  await tx.update(runProgress).set({ state, failure }).where(eq(runProgress.runId, runId));
};

/** The result and the end of the run in one: once, whoever comes second. */
export async function storeResult(tx: Executor, { id, areaCode }: OfRegion, result: PathwayModelled): Promise<void> {
  if (!isUnfinished(await lockState(tx, id))) return;
  await tx.insert(scenarioResult).values({ runId: id, areaCode, result }).onConflictDoNothing();
  await endRun(tx, id, 'done', null);
}

export async function failRun(tx: Executor, runId: string, failure: string): Promise<void> {
  if (isUnfinished(await lockState(tx, runId))) await endRun(tx, runId, 'failed', failure);
}

/** No process is at work on any run: what looks so was left by one that is gone. */
export const markAllInterrupted = (tx: Executor) =>
  tx
    .update(runProgress)
    .set({ state: 'interrupted', interruptions: sql`${runProgress.interruptions} + 1` })
    .where(inArray(runProgress.state, [...AT_WORK]));

const Left = z.object({
  rows: z.array(z.object({ run_id: z.string(), asked_by: z.uuid(), interruptions: z.number() })),
});

/** On PostgreSQL: marks runs of which nothing was heard for so long, and nothing waits for its turn or something was left half done. */
export async function markLapsed(tx: Executor, lapseSeconds: number) {
  const found = await tx.execute(sql`
    update run_progress set state = 'interrupted', interruptions = interruptions + 1
    where state in ('queued', 'running') and heartbeat_at < now() - make_interval(secs => ${lapseSeconds})
      and (not exists (select from graphile_worker.jobs
          where key like run_id || ' %' and locked_at is null and attempts < max_attempts)
        or exists (select from graphile_worker.jobs
          where key like run_id || ' %' and locked_at < now() - make_interval(secs => ${lapseSeconds})))
    returning run_id, asked_by, interruptions`);
  return Left.parse(found).rows.map((row) => ({
    runId: row.run_id,
    askedBy: row.asked_by,
    interruptions: row.interruptions,
  }));
}

const Holders = z.object({ rows: z.array(z.object({ locked_by: z.string() })) });

/** Workers that hold jobs of a run, for longer than a heartbeat lasts. */
export async function selectHolders(tx: Executor, runId: string, lapseSeconds: number): Promise<string[]> {
  const found = await tx.execute(sql`
    select distinct locked_by from graphile_worker.jobs
    where key like ${`${runId} %`} and locked_at < now() - make_interval(secs => ${lapseSeconds})`);
  return Holders.parse(found).rows.map((row) => row.locked_by);
}
