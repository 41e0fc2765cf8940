import { eq, sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { release, runProgress } from '@/db/schema';
import { asViewer } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { addPathwayRecords } from '@/lib/testing/pathway-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT, YH } from '@/lib/testing/viewers';
import type { RunJob } from './queue';
import { doRunJob, shareOut } from './run-jobs';
import { readRun } from './stored-run';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));

let db: Database;
let manager: Viewer;
let colleague: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  manager = await addViewer(db, 'manager@example.test', [OWN_GRANT.deanery]);
  colleague = await addViewer(db, 'colleague@example.test', [OWN_GRANT.deanery]);
}, 120_000);

afterAll(() => db.close());

const stateOf = async (runId: string) => {
  const [row] = await asViewer(colleague, (tx) =>
    tx
      .select({ state: runProgress.state, failure: runProgress.failure })
      .from(runProgress)
      .where(eq(runProgress.runId, runId)),
  );
  return row;
};

/** A run that was asked for, and its jobs. */
const askedRun = async (releaseIds: readonly string[] = []) => {
  const { pathwayRunId: runId } = await addPathwayRecords(manager, YH, releaseIds);
  const jobs: RunJob[] = [];
  const queue = { add: async (added: readonly RunJob[]) => void jobs.push(...added) };
  await shareOut(queue, manager, await readRun(manager, runId));
  return { runId, queue, jobs };
};

const setActive = (active: boolean) =>
  db.executor.execute(sql`update app_user set active = ${active} where id = ${manager.userId}`);

test('nothing of a run is begun for an account that was switched off, until it is on again', async () => {
  const { runId, queue, jobs } = await askedRun();
  expect(jobs.length).toBeGreaterThan(0);
  await setActive(false);
  for (const job of jobs) await doRunJob(queue, job);
  expect(await stateOf(runId)).toEqual({ state: 'queued', failure: null });
  await setActive(true);
  for (const job of jobs) await doRunJob(queue, job);
  expect((await stateOf(runId))?.state).toBe('running');
});

test('a run is given up, with a reason, once a release of it is withdrawn for disclosure; not when it is for another reason', async () => {
  const [used] = await db.executor.select({ id: release.id }).from(release).limit(1);
  const id = used?.id ?? '';
  const { runId, queue, jobs } = await askedRun([id]);
  const withdraw = (reason: 'ordinary' | 'disclosure') =>
    db.executor.execute(sql`update release set status = 'withdrawn', withdrawn_for = ${reason}, withdrawn_reason = 'Wrong year'
      where id = ${id}`);
  await withdraw('ordinary');
  for (const job of jobs) await doRunJob(queue, job);
  expect(await stateOf(runId)).toEqual({ state: 'running', failure: null });
  await withdraw('disclosure');
  for (const job of jobs) await doRunJob(queue, job);
  expect(await stateOf(runId)).toEqual({
    state: 'failed',
    failure: expect.stringContaining('withdrawn for disclosure'),
  });
});
