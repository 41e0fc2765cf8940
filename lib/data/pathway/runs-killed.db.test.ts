import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Database, openPostgres, withWorker } from '@/db/client';
import { runPart } from '@/db/schema';
import { savePathway } from '@/lib/data/pathway-records';
import { computePathwayRun, getPathwayRun } from '@/lib/data/pathway-runs';
import { modelPathway } from '@/lib/data/pathway-scenarios';
import { markAllInterrupted } from '@/lib/data/queries/run-progress';
import { asViewer, runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { createServerDatabase } from '@/lib/testing/test-db';
import { addViewer } from '@/lib/testing/viewers';
import { bundleWorker } from '@/lib/testing/worker-bundle';
import { textOf } from './calibrated-country';
import { jobRunner } from './job-runner';
import type { RunJob } from './queue';
import { doRunJob, rangesOf, shareOut } from './run-jobs';
import { readRun } from './stored-run';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));

const SERVER = process.env.STEAD_TEST_POSTGRES ?? '';
const LONG_MS = 600_000;
const REGION = 'XD-TR-drommel';

let folder: string;
let url: string;
let db: Database;
let manager: Viewer;
const processes: ChildProcess[] = [];

/** The command line as users have it, in a process of its own. */
const start = (...argv: string[]) => {
  const child = spawn(process.execPath, [path.join('.stead', 'bundle', 'stead.mjs'), ...argv], {
    env: { ...process.env, STEAD_DIR: folder, DATABASE_URL: url, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  processes.push(child);
  return child;
};

async function startWorker(): Promise<ChildProcess> {
  const worker = start('worker', '--concurrency', '1');
  let said = '';
  for await (const text of worker.stderr) {
    said += String(text);
    if (said.includes('takes 1 at a time')) return worker;
  }
  throw new Error(said);
}

async function until(what: () => Promise<boolean>, everyMs = 50): Promise<void> {
  while (!(await what())) await pause(everyMs);
}

const Count = z.object({ rows: z.tuple([z.object({ count: z.coerce.number() })]) });
const counted = (from: SQL): Promise<number> =>
  withWorker(db, async (tx) => Count.parse(await tx.execute(sql`select count(*) from ${from}`)).rows[0].count);
const jobs = () => counted(sql`graphile_worker.jobs`);
/** Jobs that some process has begun and not finished. */
const held = () => counted(sql`graphile_worker.jobs where locked_at is not null`);
const parts = () => asViewer(manager, async (tx) => (await tx.select({ runId: runPart.runId }).from(runPart)).length);

const scenario = (seed: number) =>
  PathwayScenario.parse({
    country: 'demonstration',
    years: 15,
    draws: 1_000,
    seed,
    offers: [
      {
        leverId: 'golden-hello',
        regionCode: REGION,
        group: null,
        nodes: ['specialty_entry'],
        intensity: 20_000,
        coverage: 1,
        fromYear: 2026,
        toYear: 2028,
        costPerPlacePerYearGbp: null,
        yearsPaid: 3,
        fixedPerYearGbp: 0,
      },
    ],
  });

async function save(seed: number): Promise<string> {
  const draft = { scenarioId: null, areaCode: REGION, name: `Golden hello ${seed}`, scenario: scenario(seed) };
  const saved = await runAs(manager, () => savePathway(draft));
  if (!saved.ok) throw new Error(saved.errors.map(({ message }) => message).join());
  return saved.runId;
}

const ask = (runId: string) => runAs(manager, () => computePathwayRun(runId));
const stateOf = (runId: string) => runAs(manager, () => getPathwayRun(runId));
const kept = (runId: string) => stateOf(runId).then(({ progress }) => progress?.drawsDone ?? 0);
/** All draws in the threads of this process. */
const alone = (seed: number) => runAs(manager, () => modelPathway(scenario(seed)));

/** Stops the only worker while it has a range at hand. */
async function stopAtWork(worker: ChildProcess, runId: string): Promise<void> {
  await until(async () => (await kept(runId)) >= 64);
  for (;;) {
    worker.kill('SIGSTOP');
    await pause(100);
    if ((await held()) > 0) return;
    worker.kill('SIGCONT');
    await pause(30);
  }
}

async function kill(worker: ChildProcess): Promise<void> {
  const gone = once(worker, 'exit');
  worker.kill('SIGKILL');
  await gone;
}

describe.skipIf(!SERVER)('stored runs on PostgreSQL', () => {
  beforeAll(async () => {
    bundleWorker();
    folder = mkdtempSync(path.join(os.tmpdir(), 'stead-runs-killed-'));
    url = await createServerDatabase(SERVER);
    const [status] = await once(start('prepare'), 'exit');
    expect(status).toBe(0);
    db = openPostgres(url);
    globalThis.steadDatabase = Promise.resolve(db);
    manager = await addViewer(db, 'manager@example.test', [{ role: 'deanery', scope: REGION }]);
  }, LONG_MS);

  afterAll(async () => {
    for (const one of processes) one.kill('SIGKILL');
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('of two workers one is killed: the other makes what is missing, to the bytes of one process', {
    timeout: LONG_MS,
  }, async () => {
    const runId = await save(11);
    const first = await startWorker();
    const asked = ask(runId);
    await stopAtWork(first, runId);
    const before = await kept(runId);
    const second = await startWorker();
    await until(async () => (await kept(runId)) > before);
    expect(await stateOf(runId)).toMatchObject({ result: null, progress: { state: 'running' } });
    await kill(first);
    const result = await asked;
    expect(textOf(result)).toBe(textOf(await alone(11)));
    expect(await stateOf(runId)).toMatchObject({ progress: { state: 'done', drawsDone: 0, interruptions: 1 } });
    expect([await jobs(), await parts()]).toEqual([0, 0]);
    // What is at hand is finished, and nothing more taken.
    const gone = once(second, 'exit');
    second.kill('SIGTERM');
    expect(await gone).toEqual([0, null]);
  });

  test('the only worker is killed: a process that answers requests goes on with the run', {
    timeout: LONG_MS,
  }, async () => {
    const runId = await save(12);
    const worker = await startWorker();
    const asked = ask(runId);
    await stopAtWork(worker, runId);
    await kill(worker);
    const result = await asked;
    expect(textOf(result)).toBe(textOf(await alone(12)));
    expect(await stateOf(runId)).toMatchObject({ progress: { state: 'done', drawsDone: 0, interruptions: 1 } });
    expect(await parts()).toBe(0);
  });

  test('what was kept of an interrupted run is not made again, and none of it is shown', {
    timeout: LONG_MS,
  }, async () => {
    // Nobody looks for runs that were left until this one is asked for.
    await (await jobRunner()).end();
    const runId = await save(13);
    const row = await readRun(manager, runId);
    const [first, second, ...rest] = rangesOf(row.receipt.scenario.draws);
    const added: RunJob[] = [];
    const queue = { add: async (jobs: readonly RunJob[]) => void added.push(...jobs) };
    const interrupt = () => withWorker(db, markAllInterrupted);
    await shareOut(queue, manager, row);
    expect(added.map(({ range }) => range)).toEqual([first, second, ...rest]);
    for (const job of added.splice(0).slice(0, 2)) await doRunJob(queue, job);
    await interrupt();
    expect(await stateOf(runId)).toMatchObject({
      result: null,
      progress: { state: 'interrupted', drawsDone: 64, interruptions: 1 },
    });
    await shareOut(queue, manager, row);
    expect(added.map(({ range }) => range)).toEqual(rest);
    await shareOut(queue, manager, row);
    expect(added).toHaveLength(rest.length);
    await interrupt();
    expect(textOf(await ask(runId))).toBe(textOf(await alone(13)));
    expect(await stateOf(runId)).toMatchObject({ progress: { state: 'done', interruptions: 2 } });
  });
});
