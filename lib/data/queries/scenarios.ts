import { desc, eq } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { appUser, area, scenario, scenarioResult, scenarioRun } from '@/db/schema';

const scenarioColumns = {
  id: scenario.id,
  areaCode: scenario.areaCode,
  areaName: area.name,
  name: scenario.name,
  inputs: scenario.inputs,
  createdBy: scenario.createdBy,
  createdAt: scenario.createdAt,
  updatedAt: scenario.updatedAt,
  archivedAt: scenario.archivedAt,
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
    .where(eq(scenarioRun.id, runId));

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
