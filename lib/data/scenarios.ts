import 'server-only';
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { scenario } from '@/db/schema';
import { RoundResult, ScenarioInputs } from '@/lib/contracts/scenario';
import { type FieldError, SAVE_FIELD, type ScenarioDraft } from '@/lib/contracts/scenario-form';
import type { Scenario, ScenarioSummary } from '@/lib/contracts/scenario-records';
import { can, type Viewer } from '@/lib/domain/access/access';
import { ENGINE_VERSION, modelRound } from '@/lib/domain/pathway/recruitment-round';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { savedMeanwhileWords } from '@/lib/format/scenario-words';
import { getArea, listAreas } from './areas';
import { recordAudit } from './audit';
import { AccessDenied } from './errors';
import { getLeverCatalogue } from './levers';
import { getLoadedRound } from './loaded-round';
import { selectRunsOfScenario, selectScenario, selectScenarios, unchangedSince } from './queries/scenarios';
import { toScenarioInputs } from './scenario-inputs';
import { markScenario } from './scenario-marks';
import { addRun } from './scenario-runs';
import { asViewer, authorise, requireViewer, requireViewerFor } from './viewer';

type Kinded = { kind: string; inputs: unknown };

const kindOf = ({ kind }: Pick<Kinded, 'kind'>): ScenarioSummary['kind'] => (kind === 'pathway' ? 'pathway' : 'round');

/** What a scenario spans: the level of a round, or the years of a pathway. */
function extentOf(row: Kinded): Pick<ScenarioSummary, 'kind' | 'level' | 'years'> {
  const kind = kindOf(row);
  if (kind === 'round') return { kind, level: ScenarioInputs.parse(row.inputs).level, years: null };
  return { kind, level: null, years: PathwayScenario.parse(row.inputs).years };
}

/** The scenarios of the viewer's regions, newest first. */
export async function listScenarios(): Promise<ScenarioSummary[]> {
  const viewer = await requireViewerFor('scenario:read');
  const rows = await asViewer(viewer, selectScenarios);
  const readable = rows.filter(({ areaCode }) => can(viewer, 'scenario:read', areaCode));
  return readable.map((row) => ({
    id: row.id,
    name: row.name,
    areaCode: row.areaCode,
    areaName: row.areaName,
    ...extentOf(row),
    updatedAt: row.updatedAt.toISOString(),
    archived: row.archivedAt !== null,
    frozen: row.frozenAt !== null,
  }));
}

/** What kind of scenario an id is, for those who may read it. */
export async function getScenarioKind(id: string): Promise<ScenarioSummary['kind']> {
  const row = await readScenario(await requireViewer(), id);
  await authorise('scenario:read', row.areaCode);
  return kindOf(row);
}

async function readScenario(viewer: Viewer, id: string) {
  // An id that can't exist is refused like one of another scope.
  if (!z.uuid().safeParse(id).success) throw new AccessDenied('forbidden');
  const [row] = await asViewer(viewer, (tx) => selectScenario(tx, id));
  if (!row) throw new AccessDenied('forbidden');
  return row;
}

/** A scenario with its runs; @throws AccessDenied where it isn't in the viewer's scope or doesn't exist. */
export async function getScenario(id: string): Promise<Scenario> {
  const viewer = await requireViewer();
  const row = await readScenario(viewer, id);
  await authorise('scenario:read', row.areaCode);
  if (kindOf(row) !== 'round') throw new AccessDenied('forbidden', 'This scenario is one of the pathway.');
  const runs = await asViewer(viewer, (tx) => selectRunsOfScenario(tx, id));
  return {
    id: row.id,
    name: row.name,
    areaCode: row.areaCode,
    areaName: row.areaName,
    updatedAt: row.updatedAt.toISOString(),
    archived: row.archivedAt !== null,
    inputs: ScenarioInputs.parse(row.inputs),
    runs: runs.map((run) => ({
      id: run.id,
      createdAt: run.createdAt.toISOString(),
      author: run.author,
      result: run.result === null ? null : RoundResult.parse(run.result),
    })),
  };
}

export type RunOutcome =
  | { ok: true; scenarioId: string; runId: string }
  /** `savedAt`: somebody has saved it since it was opened; based on that, it is saved all the same. */
  | { ok: false; errors: FieldError[]; savedAt?: string };

const savedMeanwhile = (now: Awaited<ReturnType<typeof readScenario>>): RunOutcome => ({
  ok: false,
  errors: [{ field: SAVE_FIELD, message: savedMeanwhileWords(now, 'Run the model') }],
  savedAt: now.updatedAt.toISOString(),
});

/**
 * Saves the scenario as typed and adds a run of it, unless somebody has saved it since it was opened. The area of a saved scenario
 * comes from the stored row.
 */
export async function saveAndRun(draft: ScenarioDraft): Promise<RunOutcome> {
  const stored = draft.scenarioId ? await readScenario(await requireViewer(), draft.scenarioId) : null;
  if (stored && kindOf(stored) !== 'round') throw new AccessDenied('forbidden');
  const areaCode = stored?.areaCode ?? draft.areaCode;
  const viewer = await authorise('scenario:write', areaCode);
  if (stored && draft.basedOn !== stored.updatedAt.toISOString()) return savedMeanwhile(stored);
  const { root } = await getArea(areaCode);
  const [areas, loaded, catalogue] = await Promise.all([
    listAreas(['training_region'], { root }),
    getLoadedRound(draft.level, root),
    getLeverCatalogue(),
  ]);
  const read = toScenarioInputs({ ...draft, areaCode }, areas, { ...loaded, catalogue });
  if (!read.ok) return read;
  const check = modelRound({ inputs: read.inputs, catalogue, seed: 0 });
  if (check.kind === 'refused') return { ok: false, errors: [{ field: 'levers', message: check.message }] };
  const outcome = await asViewer(viewer, async (tx): Promise<RunOutcome | null> => {
    const values = { name: draft.name, inputs: read.inputs, updatedByName: viewer.name };
    const { inputs } = values;
    const [saved] = stored
      ? await tx
          .update(scenario)
          .set({ ...values, updatedAt: new Date() })
          .where(and(eq(scenario.id, stored.id), unchangedSince(stored.updatedAt)))
          .returning({ id: scenario.id })
      : await tx
          .insert(scenario)
          .values({ ...values, areaCode, createdBy: viewer.userId })
          .returning({ id: scenario.id });
    if (!saved) return null;
    await recordAudit(tx, viewer, { action: 'scenario.save', subject: saved.id, detail: { engine: ENGINE_VERSION } });
    const runId = await addRun(tx, viewer, {
      scenarioId: saved.id,
      inputs,
      releaseIds: loaded.releaseIds,
      levers: catalogue,
    });
    return { ok: true, scenarioId: saved.id, runId };
  });
  if (outcome) return outcome;
  // Saved or put out of reach in between.
  if (!stored) throw new AccessDenied('forbidden');
  return savedMeanwhile(await readScenario(viewer, stored.id));
}

/** Puts a scenario away, or takes it back: nothing is deleted. */
export async function setScenarioArchived(id: string, archived: boolean): Promise<void> {
  const row = await readScenario(await requireViewer(), id);
  await markScenario(
    row,
    { archivedAt: archived ? new Date() : null },
    archived ? 'scenario.archive' : 'scenario.restore',
  );
}
