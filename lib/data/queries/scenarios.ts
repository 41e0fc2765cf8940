import { and, desc, eq, inArray, isNull, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import {
  appUser,
  area,
  pathwayBaseline,
  release,
  runProgress,
  scenario,
  scenarioResult,
  scenarioRun,
} from '@/db/schema';
import { UsedRelease } from '@/lib/contracts/pathway-records';

const scenarioColumns = {
  id: scenario.id,
  areaCode: scenario.areaCode,
  areaName: area.name,
  kind: scenario.kind,
  name: scenario.name,
  inputs: scenario.inputs,
  createdBy: scenario.createdBy,
  createdAt: scenario.createdAt,
  updatedAt: scenario.updatedAt,
  updatedByName: scenario.updatedByName,
  archivedAt: scenario.archivedAt,
  frozenAt: scenario.frozenAt,
};

export const selectScenarios = (db: Executor) =>
  db
    .select(scenarioColumns)
    .from(scenario)
    .innerJoin(area, eq(area.code, scenario.areaCode))
    .orderBy(desc(scenario.updatedAt));

export const selectScenario = (db: Executor, id: string) =>
  db
    .select(scenarioColumns)
    .from(scenario)
    .innerJoin(area, eq(area.code, scenario.areaCode))
    .where(eq(scenario.id, id));

/** Not changed since it was read; the database counts finer than a reader. */
export const unchangedSince = (savedAt: Date) =>
  eq(sql`date_trunc('milliseconds', ${scenario.updatedAt})`, sql`${savedAt.toISOString()}::timestamptz`);

const runColumns = {
  id: scenarioRun.id,
  scenarioId: scenarioRun.scenarioId,
  areaCode: scenarioRun.areaCode,
  receipt: scenarioRun.receipt,
  catalogue: scenarioRun.catalogue,
  result: scenarioResult.result,
  createdAt: scenarioRun.createdAt,
};

export const selectRun = (db: Executor, runId: string) =>
  db
    .select(runColumns)
    .from(scenarioRun)
    .leftJoin(scenarioResult, eq(scenarioResult.runId, scenarioRun.id))
    .where(and(eq(scenarioRun.id, runId), eq(scenarioRun.kind, 'round')));

/** Runs of a scenario, newest first. */
export const selectRunsOfScenario = (db: Executor, scenarioId: string) =>
  db
    .select({
      id: scenarioRun.id,
      createdAt: scenarioRun.createdAt,
      author: appUser.name,
      result: scenarioResult.result,
    })
    .from(scenarioRun)
    .leftJoin(scenarioResult, eq(scenarioResult.runId, scenarioRun.id))
    .leftJoin(appUser, eq(appUser.id, scenarioRun.createdBy))
    .where(eq(scenarioRun.scenarioId, scenarioId))
    .orderBy(desc(scenarioRun.createdAt));

/** Runs of the pathway by their own id or that of their receipt; `sentAs`: its title, where the reader was sent it. */
export const selectPathwayRun = (db: Executor, id: string) =>
  db
    .select({
      id: scenarioRun.id,
      scenarioId: scenarioRun.scenarioId,
      areaCode: scenarioRun.areaCode,
      receipt: scenarioRun.receipt,
      dataHash: scenarioRun.dataHash,
      result: scenarioResult.result,
      createdAt: scenarioRun.createdAt,
      state: runProgress.state,
      failure: runProgress.failure,
      interruptions: runProgress.interruptions,
      drawsDone: sql<number>`(select coalesce(sum(to_draw - from_draw), 0)::int from run_part
        where run_part.run_id = ${scenarioRun.id})`,
      /** Null for those who see the run but not its scenario. */
      name: scenario.name,
      sentAs: sql<string | null>`(select title from run_submission where run_submission.run_id = ${scenarioRun.id}
        and recipient_id = nullif(current_setting('app.user_id', true), '')::uuid and revoked_at is null limit 1)`,
    })
    .from(scenarioRun)
    .leftJoin(scenario, eq(scenario.id, scenarioRun.scenarioId))
    .leftJoin(scenarioResult, eq(scenarioResult.runId, scenarioRun.id))
    .leftJoin(runProgress, eq(runProgress.runId, scenarioRun.id))
    .where(or(eq(scenarioRun.id, id), sql`${scenarioRun.kind} = 'pathway' and ${scenarioRun.receipt} ->> 'id' = ${id}`))
    .orderBy(scenarioRun.createdAt);

/** Runs of a scenario of the pathway, newest first, without their results. */
export const selectRunsOfPathway = (db: Executor, scenarioId: string) =>
  db
    .select({
      id: scenarioRun.id,
      createdAt: scenarioRun.createdAt,
      author: appUser.name,
      isComputed: sql<boolean>`${scenarioResult.runId} is not null`,
    })
    .from(scenarioRun)
    .leftJoin(scenarioResult, eq(scenarioResult.runId, scenarioRun.id))
    .leftJoin(appUser, eq(appUser.id, scenarioRun.createdBy))
    .where(eq(scenarioRun.scenarioId, scenarioId))
    .orderBy(desc(scenarioRun.createdAt));

/** Runs of the pathway that have a result, of all scenarios in scope, newest first. */
export const selectComputedPathwayRuns = (db: Executor, most: number) =>
  db
    .select({
      id: scenarioRun.id,
      name: scenario.name,
      areaCode: scenario.areaCode,
      areaName: area.name,
      createdAt: scenarioRun.createdAt,
    })
    .from(scenarioRun)
    .innerJoin(scenario, eq(scenario.id, scenarioRun.scenarioId))
    .innerJoin(area, eq(area.code, scenario.areaCode))
    .innerJoin(scenarioResult, eq(scenarioResult.runId, scenarioRun.id))
    .where(and(eq(scenarioRun.kind, 'pathway'), isNull(scenario.archivedAt)))
    .orderBy(desc(scenarioRun.createdAt))
    .limit(most);

export const selectStoredBaseline = (db: Executor, dataHash: string) =>
  db
    .select({ root: pathwayBaseline.root, body: pathwayBaseline.body })
    .from(pathwayBaseline)
    .where(eq(pathwayBaseline.dataHash, dataHash));

const StoredRelease = UsedRelease.extend({ dataset: z.string().nullable(), sourceId: z.string() });

/** What became of releases, in the order of their ids. */
export async function selectUsedReleases(db: Executor, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: release.id,
      title: release.title,
      status: release.status,
      withdrawnFor: release.withdrawnFor,
      withdrawnReason: release.withdrawnReason,
      dataset: release.dataset,
      sourceId: release.sourceId,
    })
    .from(release)
    .where(inArray(release.id, [...ids]))
    .orderBy(release.id);
  return z.array(StoredRelease).parse(rows);
}
