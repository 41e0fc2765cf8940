import 'server-only';
import { type PathwayRun, RunProgress } from '@/lib/contracts/pathway-records';
import { PathwayModelled } from '@/lib/contracts/pathway-result';
import { can, type Viewer } from '@/lib/domain/access/access';
import { AccessDenied } from './errors';
import { type CalibratedCountry, textOf } from './pathway/calibrated-country';
import { jobRunner } from './pathway/job-runner';
import { type RunWatch, runHere } from './pathway/run-draws';
import { pathwayReceiptId } from './pathway/run-result';
import { closedBecause, planStored, readRun, type StoredRun, storedCountry } from './pathway/stored-run';
import { selectComputedPathwayRuns, selectUsedReleases } from './queries/scenarios';
import { withReadableWords } from './release-words';
import { asViewer, authorise, requireViewerFor } from './viewer';

/** A run that somebody was sent is read by row-level security alone; any other by its region. */
async function authoriseRun({ areaCode, sentAs }: StoredRun): Promise<void> {
  if (sentAs === null) await authorise('scenario:read', areaCode);
}

async function refuseClosed(viewer: Viewer, row: StoredRun): Promise<void> {
  const why = await closedBecause(viewer, row);
  if (why !== null) throw new AccessDenied('forbidden', why);
}

const progressOf = ({ state, drawsDone, interruptions, failure }: StoredRun): RunProgress | null =>
  state === null ? null : RunProgress.parse({ state, drawsDone, interruptions, failure });

async function toRun(viewer: Viewer, row: StoredRun): Promise<PathwayRun> {
  const used = await asViewer(viewer, (tx) => selectUsedReleases(tx, row.receipt.releaseIds));
  const releases = used.map((one) => {
    const { dataset: _, sourceId: __, ...release } = withReadableWords(viewer, one);
    return release;
  });
  const isClosed = releases.some(({ withdrawnFor }) => withdrawnFor === 'disclosure');
  return {
    id: row.id,
    scenarioId: row.scenarioId,
    areaCode: row.areaCode,
    title: row.name ?? row.sentAs ?? '',
    isManaged: can(viewer, 'scenario:write', row.areaCode),
    createdAt: row.createdAt.toISOString(),
    scenario: row.receipt.scenario,
    result: row.result === null || isClosed ? null : PathwayModelled.parse(row.result),
    progress: progressOf(row),
    releases,
    isClosed,
  };
}

export type RunChoice = { id: string; name: string; areaCode: string; areaName: string; createdAt: string };

const MOST_CHOICES = 50;

/** The newest runs with a result of the scenarios in scope, to choose from. */
export async function listPathwayRuns(): Promise<RunChoice[]> {
  const viewer = await requireViewerFor('scenario:read');
  const rows = await asViewer(viewer, (tx) => selectComputedPathwayRuns(tx, MOST_CHOICES));
  return rows.flatMap(({ createdAt, ...row }) =>
    can(viewer, 'scenario:read', row.areaCode) ? [{ ...row, createdAt: createdAt.toISOString() }] : [],
  );
}

/** A stored run; @throws AccessDenied where it is neither in scope nor sent to the viewer, or doesn't exist. */
export async function getPathwayRun(runId: string): Promise<PathwayRun> {
  const viewer = await requireViewerFor('scenario:read');
  const row = await readRun(viewer, runId);
  await authoriseRun(row);
  return toRun(viewer, row);
}

type Computing = { result: Promise<PathwayModelled>; watchers: Set<NonNullable<RunWatch['onStage']>> };

declare global {
  // One per process: pages and routes are bundled apart.
  var steadComputing: Map<string, Computing> | undefined;
}

/** Whoever asks for a run that is being computed here waits for the same draws. */
function computedOnce(
  key: string,
  compute: (watch: RunWatch) => Promise<PathwayModelled>,
  onStage: RunWatch['onStage'],
): Promise<PathwayModelled> {
  globalThis.steadComputing ??= new Map();
  const runs = globalThis.steadComputing;
  const known = runs.get(key);
  if (known) {
    if (onStage) known.watchers.add(onStage);
    return known.result;
  }
  const watchers: Computing['watchers'] = new Set(onStage ? [onStage] : []);
  const tellAll = (partial: PathwayModelled) => {
    for (const watcher of watchers) watcher(partial);
  };
  // Nobody waits for the first draws of a command: they aren't summed up for nobody.
  const result = compute(onStage ? { onStage: tellAll } : {}).finally(() => runs.delete(key));
  runs.set(key, { watchers, result });
  return result;
}

/**
 * The run's result: the stored one, or computed and stored. Safe to call twice, and again after a worker or the server ended early.
 * @throws AccessDenied out of scope, and where a release was withdrawn for disclosure.
 */
export async function computePathwayRun(runId: string, { onStage }: RunWatch = {}): Promise<PathwayModelled> {
  const viewer = await requireViewerFor('scenario:read');
  const row = await readRun(viewer, runId);
  await authoriseRun(row);
  await refuseClosed(viewer, row);
  const run = await toRun(viewer, row);
  if (run.result) return run.result;
  const runner = await jobRunner();
  return computedOnce(row.id, (watch) => runner.compute(viewer, row, watch), onStage);
}

export type PathwayReplay = { result: PathwayModelled; sameId: boolean; sameResult: boolean; run: PathwayRun };

/** Runs the receipt again on the country as it was, and says whether id and every number come out the same. */
export async function replayPathwayRun(runId: string): Promise<PathwayReplay> {
  const viewer = await requireViewerFor('scenario:read');
  const stored = await computePathwayRun(runId);
  const row = await readRun(viewer, runId);
  const result = await runHere(await planStored(viewer, row), {});
  return {
    result,
    sameId:
      pathwayReceiptId(row.receipt.scenario, { dataHash: row.dataHash, releaseIds: row.receipt.releaseIds }) ===
      row.receipt.id,
    sameResult: textOf(result) === textOf(stored),
    run: await toRun(viewer, row),
  };
}

/**
 * The calibrated country that a run started from, for other questions about the run.
 * @throws AccessDenied out of scope, and where a release was withdrawn for disclosure.
 */
export async function getRunCountry(runId: string): Promise<CalibratedCountry> {
  const viewer = await requireViewerFor('scenario:read');
  const row = await readRun(viewer, runId);
  await authoriseRun(row);
  await refuseClosed(viewer, row);
  return storedCountry(viewer, row);
}
