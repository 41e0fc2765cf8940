import 'server-only';
import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { pathwayBaseline, scenarioRun, scenario as scenarioTable } from '@/db/schema';
import { PathwayDraft, type PathwayRecord } from '@/lib/contracts/pathway-records';
import type { FieldError } from '@/lib/contracts/scenario-form';
import type { Viewer } from '@/lib/domain/access/access';
import { PATHWAY_ENGINE_VERSION } from '@/lib/domain/pathway/engine/pathway-runner';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { planRun } from '@/lib/domain/pathway-scenario/plan-run';
import { savedMeanwhileWords } from '@/lib/format/scenario-words';
import { getArea } from './areas';
import { recordAudit } from './audit';
import { AccessDenied } from './errors';
import { calibratedCountry, sha256 } from './pathway/calibrated-country';
import { pathwayReceiptId } from './pathway/run-result';
import { authoriseScenario } from './pathway-scenarios';
import { selectRunsOfPathway, selectScenario, unchangedSince } from './queries/scenarios';
import { markScenario } from './scenario-marks';
import { asViewer, authorise, requireViewer } from './viewer';

const RUN_ID_LENGTH = 20;
const KIND = 'pathway';
const FROZEN = 'This scenario is frozen. Duplicate it to change it.';

async function readRecord(viewer: Viewer, id: string) {
  if (!z.uuid().safeParse(id).success) throw new AccessDenied('forbidden');
  const [row] = await asViewer(viewer, (tx) => selectScenario(tx, id));
  if (row?.kind !== KIND) throw new AccessDenied('forbidden');
  return row;
}

/** A scenario of the pathway with its runs; @throws AccessDenied out of scope, for another kind, or where there is none. */
export async function getPathwayScenario(id: string): Promise<PathwayRecord> {
  const viewer = await requireViewer();
  const row = await readRecord(viewer, id);
  await authorise('scenario:read', row.areaCode);
  const runs = await asViewer(viewer, (tx) => selectRunsOfPathway(tx, id));
  return {
    id: row.id,
    name: row.name,
    areaCode: row.areaCode,
    areaName: row.areaName,
    updatedAt: row.updatedAt.toISOString(),
    archived: row.archivedAt !== null,
    frozenAt: row.frozenAt?.toISOString() ?? null,
    inputs: PathwayScenario.parse(row.inputs),
    runs: runs.map((run) => ({ ...run, createdAt: run.createdAt.toISOString() })),
  };
}

export type PathwayOutcome =
  | { ok: true; scenarioId: string; runId: string }
  /** `savedAt`: somebody has saved it since it was opened; based on that, it is saved all the same. */
  | { ok: false; errors: FieldError[]; savedAt?: string };

type Refusal = Extract<PathwayOutcome, { ok: false }>;

const refusal = (...messages: string[]): Refusal => ({
  ok: false,
  errors: messages.map((message) => ({ field: 'offers', message })),
});

const savedMeanwhile = (now: Awaited<ReturnType<typeof readRecord>>): Refusal => ({
  ...refusal(savedMeanwhileWords(now, 'Save and run')),
  savedAt: now.updatedAt.toISOString(),
});

/** Saves a scenario and the receipt of a run of it, which `computePathwayRun` then computes. The same inputs are one run. */
export async function savePathway(given: PathwayDraft): Promise<PathwayOutcome> {
  const draft = PathwayDraft.safeParse(given);
  if (!draft.success) {
    return { ok: false, errors: draft.error.issues.map(({ path, message }) => ({ field: path.join('.'), message })) };
  }
  const { scenarioId, basedOn, name, scenario } = draft.data;
  const stored = scenarioId ? await readRecord(await requireViewer(), scenarioId) : null;
  const areaCode = stored?.areaCode ?? draft.data.areaCode;
  const viewer = await authorise('scenario:write', areaCode);
  await authoriseScenario(scenario);
  if ((await getArea(areaCode)).root !== scenario.country) return refusal('The region is not in that country.');
  if (stored?.frozenAt) return refusal(FROZEN);
  if (stored && basedOn !== stored.updatedAt.toISOString()) return savedMeanwhile(stored);
  const country = await calibratedCountry(scenario);
  if (country.kind === 'not_loaded') return refusal(`Not loaded: ${country.missing.join('; ')}.`);
  const planned = planRun(scenario, country);
  if (planned.kind === 'refused') return refusal(...planned.reasons.map(({ message }) => message));
  const { root, dataHash, releaseIds, ...body } = country;
  const outcome = await asViewer(viewer, async (tx): Promise<PathwayOutcome | null> => {
    const values = {
      ...{ areaCode, kind: KIND, name, inputs: scenario, createdBy: viewer.userId },
      updatedByName: viewer.name,
    };
    const [saved] = stored
      ? await tx
          .update(scenarioTable)
          .set({ name, inputs: scenario, updatedAt: new Date(), updatedByName: viewer.name })
          .where(and(eq(scenarioTable.id, stored.id), isNull(scenarioTable.frozenAt), unchangedSince(stored.updatedAt)))
          .returning({ id: scenarioTable.id })
      : await tx.insert(scenarioTable).values(values).returning({ id: scenarioTable.id });
    if (!saved) return null;
    await tx.insert(pathwayBaseline).values({ dataHash, root, body }).onConflictDoNothing();
    const receiptId = pathwayReceiptId(scenario, { dataHash, releaseIds });
    const id = sha256(`${saved.id} ${receiptId}`).slice(0, RUN_ID_LENGTH);
    await tx
      .insert(scenarioRun)
      .values({
        id,
        scenarioId: saved.id,
        areaCode,
        kind: KIND,
        receipt: { id: receiptId, scenario, releaseIds },
        dataHash,
        catalogue: {},
        engineVersion: PATHWAY_ENGINE_VERSION,
        seed: scenario.seed,
        createdBy: viewer.userId,
      })
      .onConflictDoNothing();
    await recordAudit(tx, viewer, { action: 'scenario.save', subject: saved.id, detail: { engine: KIND } });
    await recordAudit(tx, viewer, { action: 'scenario.run', subject: id });
    return { ok: true, scenarioId: saved.id, runId: id };
  });
  if (outcome) return outcome;
  // Saved, frozen or put out of reach in between.
  if (!stored) throw new AccessDenied('forbidden');
  const now = await readRecord(viewer, stored.id);
  return now.frozenAt ? refusal(FROZEN) : savedMeanwhile(now);
}

/** Freezes a scenario as what was decided on, or opens it again: a frozen one is neither changed nor run anew. */
export async function setPathwayFrozen(id: string, isFrozen: boolean): Promise<void> {
  const row = await readRecord(await requireViewer(), id);
  await markScenario(
    row,
    { frozenAt: isFrozen ? new Date() : null },
    isFrozen ? 'scenario.freeze' : 'scenario.unfreeze',
  );
}
