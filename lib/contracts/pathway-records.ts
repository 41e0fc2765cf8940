import { z } from 'zod';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { PathwayModelled } from './pathway-result';

/** What became of a release that a run used: still shown, replaced by a newer one, or withdrawn. */
export const UsedRelease = z.strictObject({
  id: z.string(),
  title: z.string(),
  status: z.enum(['published', 'superseded', 'withdrawn']),
  withdrawnFor: z.enum(['ordinary', 'disclosure']).nullable(),
  withdrawnReason: z.string().nullable(),
});
export type UsedRelease = z.infer<typeof UsedRelease>;

const PathwayRunSummary = z.strictObject({
  id: z.string(),
  createdAt: z.iso.datetime(),
  author: z.string().nullable(),
  isComputed: z.boolean(),
});

/** A scenario of the pathway with its runs, newest first. */
export const PathwayRecord = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  areaCode: z.string(),
  areaName: z.string(),
  updatedAt: z.iso.datetime(),
  archived: z.boolean(),
  frozenAt: z.iso.datetime().nullable(),
  inputs: PathwayScenario,
  runs: z.array(PathwayRunSummary),
});
export type PathwayRecord = z.infer<typeof PathwayRecord>;

/** How far a run is that was asked for. `interrupted`: whoever was at work on it is gone; it goes on when it is next asked for. */
export const RunProgress = z.strictObject({
  state: z.enum(['queued', 'running', 'interrupted', 'done', 'failed']),
  /** Draws that are kept: it goes on from there. */
  drawsDone: z.number().int(),
  interruptions: z.number().int(),
  failure: z.string().nullable(),
});
export type RunProgress = z.infer<typeof RunProgress>;

/** A stored run. `result` is null until it has been computed, and where a release was withdrawn for disclosure. */
export const PathwayRun = z.strictObject({
  id: z.string(),
  scenarioId: z.uuid(),
  areaCode: z.string(),
  title: z.string(),
  /** Whether the reader manages its region: may send it, and see who has it. */
  isManaged: z.boolean(),
  createdAt: z.iso.datetime(),
  scenario: PathwayScenario,
  result: PathwayModelled.nullable(),
  /** Null until it has been asked for, and for those who were sent it. */
  progress: RunProgress.nullable(),
  releases: z.array(UsedRelease),
  /** Withdrawn for disclosure: nothing of it is shown and it isn't run again. */
  isClosed: z.boolean(),
});
export type PathwayRun = z.infer<typeof PathwayRun>;

/** What is saved: a name, the region whose managers keep it, and what to run. */
export const PathwayDraft = z.strictObject({
  scenarioId: z.uuid().nullable(),
  /** When the stored scenario had last been saved as it was opened: what somebody has saved since isn't overwritten unseen. */
  basedOn: z.iso.datetime().nullable().default(null),
  areaCode: z.string().max(80),
  name: z
    .string()
    .trim()
    .min(1, 'Give the scenario a name.')
    .max(120, 'A name has 120 characters at most.')
    .refine((name) => !/\bfinal\b/i.test(name), 'No scenario is final: name it by date, variant and purpose.'),
  scenario: PathwayScenario,
});
/** As it is given: what a new scenario isn't based on may be left out. */
export type PathwayDraft = Omit<z.infer<typeof PathwayDraft>, 'basedOn'> & { basedOn?: string | null };
