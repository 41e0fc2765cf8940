import { z } from 'zod';
import { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
import { RecruitmentLevel, RoundResult, RunReceipt, ScenarioInputs } from './scenario';

const about = {
  id: z.uuid(),
  name: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  updatedAt: z.iso.datetime(),
  archived: z.boolean(),
};

/** A scenario in a list. */
export const ScenarioSummary = z.strictObject({
  ...about,
  kind: z.enum(['round', 'pathway']),
  /** Of a recruitment round; null for the pathway. */
  level: RecruitmentLevel.nullable(),
  /** Years that a pathway runs; null for a round. */
  years: z.number().int().nullable(),
  frozen: z.boolean(),
});
export type ScenarioSummary = z.infer<typeof ScenarioSummary>;

const RunSummary = z.strictObject({
  id: z.string(),
  createdAt: z.iso.datetime(),
  author: z.string().nullable(),
  result: RoundResult.nullable(),
});
export type RunSummary = z.infer<typeof RunSummary>;

/** A scenario with its runs, newest first. */
export const Scenario = z.strictObject({ ...about, inputs: ScenarioInputs, runs: z.array(RunSummary) });
export type Scenario = z.infer<typeof Scenario>;

/** A run: its receipt, from which its numbers can be made again, and its result where it has been computed. */
export const Run = z.strictObject({
  scenarioId: z.uuid(),
  areaCode: z.string(),
  receipt: RunReceipt,
  /** The levers used, as they were when the run was made. */
  levers: LeverCatalogue,
  result: RoundResult.nullable(),
});
export type Run = z.infer<typeof Run>;
