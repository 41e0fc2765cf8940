import 'server-only';
import { createHash, randomInt } from 'node:crypto';
import type { Executor } from '@/db/client';
import { scenarioResult, scenarioRun } from '@/db/schema';
import { RoundResult, RunReceipt, type ScenarioInputs } from '@/lib/contracts/scenario';
import type { Run } from '@/lib/contracts/scenario-records';
import type { Viewer } from '@/lib/domain/access/access';
import { LeverCatalogue } from '@/lib/domain/levers/lever-catalogue';
import { canonicalJson } from '@/lib/domain/pathway/canonical-json';
import { ENGINE_VERSION } from '@/lib/domain/pathway/recruitment-round';
import { runJob } from '@/lib/jobs/runner';
import { roundTask } from '@/lib/jobs/task-contracts';
import { recordAudit } from './audit';
import { AccessDenied } from './errors';
import { selectRun } from './queries/scenarios';
import { asViewer, authorise, requireViewer } from './viewer';

const SEEDS = 2 ** 31;
const DRAWS = 256;
const RUN_ID_LENGTH = 20;
const RUN_ID = new RegExp(`^[0-9a-f]{${RUN_ID_LENGTH}}$`);

/** Only what the run uses, so that its receipt stays whole whatever is published later. */
const usedOnly = (catalogue: LeverCatalogue, inputs: ScenarioInputs): LeverCatalogue => ({
  shared: catalogue.shared,
  levers: catalogue.levers.filter(({ id }) => inputs.levers.some(({ leverId }) => leverId === id)),
});

/** The hash of everything that decides the numbers: a changed parameter is another run. */
export function runIdOf(receipt: Omit<RunReceipt, 'runId' | 'createdAt'>, catalogue: LeverCatalogue): string {
  const text = canonicalJson({ receipt, catalogue });
  return createHash('sha256').update(text).digest('hex').slice(0, RUN_ID_LENGTH);
}

type NewRun = { scenarioId: string; inputs: ScenarioInputs; releaseIds: string[]; levers: LeverCatalogue };

/** Stores the receipt of a new run within the caller's transaction; its result comes from `computeRun`. */
export async function addRun(
  tx: Executor,
  viewer: Viewer,
  { scenarioId, inputs, releaseIds, levers }: NewRun,
): Promise<string> {
  const catalogue = usedOnly(levers, inputs);
  const seed = randomInt(SEEDS);
  const body = { engineVersion: ENGINE_VERSION, releaseIds, seed, draws: DRAWS, inputs };
  const createdAt = new Date();
  const receipt: RunReceipt = { ...body, runId: runIdOf(body, catalogue), createdAt: createdAt.toISOString() };
  await tx.insert(scenarioRun).values({
    id: receipt.runId,
    scenarioId,
    areaCode: inputs.targetAreaCode,
    receipt,
    catalogue,
    engineVersion: ENGINE_VERSION,
    seed,
    createdBy: viewer.userId,
    createdAt,
  });
  await recordAudit(tx, viewer, { action: 'scenario.run', subject: receipt.runId });
  return receipt.runId;
}

async function readRun(viewer: Viewer, runId: string): Promise<Run> {
  // An id that can't exist is refused like one of another scope.
  if (!RUN_ID.test(runId)) throw new AccessDenied('forbidden');
  const [row] = await asViewer(viewer, (tx) => selectRun(tx, runId));
  // Row-level security hides other scopes' runs: unknown and not allowed look the same.
  if (!row) throw new AccessDenied('forbidden');
  return {
    scenarioId: row.scenarioId,
    areaCode: row.areaCode,
    receipt: RunReceipt.parse(row.receipt),
    levers: LeverCatalogue.parse(row.catalogue),
    result: row.result === null ? null : RoundResult.parse(row.result),
  };
}

/** A stored run; @throws AccessDenied where it isn't in the viewer's scope or doesn't exist. */
export async function getRun(runId: string): Promise<Run> {
  const viewer = await requireViewer();
  const run = await readRun(viewer, runId);
  await authorise('scenario:read', run.areaCode);
  return run;
}

async function modelled(run: Run, onPartial: (partial: RoundResult) => void): Promise<RoundResult> {
  const request = { inputs: run.receipt.inputs, catalogue: run.levers, seed: run.receipt.seed };
  const outcome = await runJob(roundTask, request, {
    onProgress: (partial) => {
      if (partial.kind === 'modelled') onPartial(partial.result);
    },
  });
  if (outcome.kind === 'refused') throw new Error(outcome.message);
  return outcome.result;
}

/** The run's result: the stored one, or computed in a worker and stored. Safe to call twice. */
export async function computeRun(
  runId: string,
  onPartial: (partial: RoundResult) => void = () => {},
): Promise<RoundResult> {
  const viewer = await requireViewer();
  const run = await readRun(viewer, runId);
  await authorise('scenario:read', run.areaCode);
  if (run.result) return run.result;
  const result = await modelled(run, onPartial);
  await asViewer(viewer, (tx) =>
    tx.insert(scenarioResult).values({ runId, areaCode: run.areaCode, result }).onConflictDoNothing(),
  );
  return result;
}

export type Replay = { runId: string; sameId: boolean; sameResult: boolean; result: RoundResult };

/** Runs the receipt again and says whether id and every number come out the same. */
export async function replayRun(runId: string): Promise<Replay> {
  const viewer = await requireViewer();
  const stored = await computeRun(runId);
  const run = await readRun(viewer, runId);
  const { runId: _, createdAt: __, ...body } = run.receipt;
  const result = await modelled(run, () => {});
  return {
    runId,
    sameId: runIdOf(body, run.levers) === runId,
    sameResult: canonicalJson(result) === canonicalJson(stored),
    result,
  };
}
