import 'server-only';
import { createHash } from 'node:crypto';
import { journeyFit } from '@/db/schema';
import { FitReceipt, type KeptFit } from '@/lib/contracts/journey-fit';
import { NotFound } from '@/lib/data/errors';
import { type PublishedStore, publishedStore } from '@/lib/data/published-store';
import { confirmFit, selectFit, selectLatestFit } from '@/lib/data/queries/journey-fits';
import { asViewer, authorise } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { Root } from '@/lib/domain/geography/area';
import { FittedModel } from '@/lib/domain/journey-models/fitted-model';
import type { JourneyModelName } from '@/lib/domain/journey-models/journey-model';
import { canonicalJson } from '@/lib/domain/pathway/canonical-json';
import { REFUSAL_WORDS } from '@/lib/format/words';
import { runJob } from '@/lib/jobs/runner';
import { journeyFitTask } from '@/lib/jobs/task-contracts';
import { recordAudit } from './audit';
import { fittedFor } from './journeys/fit-audience';
import { modelData, modelRequest } from './journeys/model-source';
import { publishedState } from './journeys/published-state';

/** Changed when a fit of the same people would give other numbers, or hold more. */
const MODELS_VERSION = 'journey-models-4';

const HASH_LENGTH = 20;

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH);

type FitRow = Awaited<ReturnType<typeof selectFit>>[number];

function namesIn({ bySchool, diagnostics }: FittedModel, { areaByCode }: PublishedStore): Record<string, string> {
  const schools = bySchool?.slopes.flatMap((slope) => slope.schools.map(({ school }) => school)) ?? [];
  const codes = new Set([...schools, ...diagnostics.leftOut.map(({ code }) => code)]);
  return Object.fromEntries(
    [...codes].flatMap((code) => {
      const area = areaByCode.get(code);
      return area ? [[code, area.name] as const] : [];
    }),
  );
}

const toKept = (row: FitRow, published: PublishedStore, fitted: FittedModel): KeptFit => ({
  fitted,
  names: namesIn(fitted, published),
  receipt: FitReceipt.parse({
    id: row.id,
    model: row.model,
    root: row.root,
    release: row.release,
    version: row.version,
    data: row.data,
  }),
  fittedAt: row.fittedAt.toISOString(),
  isCurrent: row.published === publishedState(published) && row.version === MODELS_VERSION,
});

/** A fit as this viewer may see it, or why not. */
async function keptFor(viewer: Viewer, row: FitRow, published: PublishedStore): Promise<KeptFit | string> {
  const fitted = await fittedFor(viewer, FittedModel.parse(row.result), {
    root: Root.parse(row.root),
    release: row.release,
  });
  return typeof fitted === 'string' ? fitted : toKept(row, published, fitted);
}

async function keptOrRefused(viewer: Viewer, row: FitRow, published: PublishedStore): Promise<KeptFit> {
  const kept = await keptFor(viewer, row, published);
  if (typeof kept === 'string') throw new NotFound(kept);
  return kept;
}

async function requestOf(model: JourneyModelName, root: Root, published: PublishedStore) {
  const { request, release } = await modelRequest(model, root, published);
  const body = { model, root, release, version: MODELS_VERSION, data: hashOf(canonicalJson(request)) };
  const receipt: FitReceipt = { id: hashOf(canonicalJson(body)), ...body };
  return { request, receipt };
}

/**
 * A model of the journeys of a country, fitted in a worker to its newest cohort, else to its rounded tables, and kept with its receipt.
 * The same receipt gives what is kept: nothing is fitted twice. @throws NotFound where nothing that carries it is loaded, or it can't be fitted.
 */
export async function fitJourneyModel(model: JourneyModelName, root: Root): Promise<KeptFit> {
  // Of a cohort made from true counts, school by school: for those who may load such files.
  const viewer = await authorise('data:import');
  const published = await publishedStore();
  const { request, receipt } = await requestOf(model, root, published);
  const state = publishedState(published);
  const known = await asViewer(viewer, async (tx) => {
    const [row] = await selectFit(tx, receipt.id);
    if (row && row.published !== state) await confirmFit(tx, receipt.id, state);
    return row && { ...row, published: state };
  });
  if (known) return keptOrRefused(viewer, known, published);
  const outcome = await runJob(journeyFitTask, request);
  if (outcome.kind === 'refused') throw new NotFound(`The model can't be fitted: ${REFUSAL_WORDS[outcome.reason]}`);
  const { release: releaseId, ...rest } = receipt;
  const [row] = await asViewer(viewer, async (tx) => {
    const values = { ...rest, releaseId, result: outcome.fitted, published: state, fittedBy: viewer.userId };
    await tx.insert(journeyFit).values(values).onConflictDoNothing();
    await recordAudit(tx, viewer, { action: 'journeys.fit', subject: receipt.id, detail: { model, root } });
    return selectFit(tx, receipt.id);
  });
  if (!row) throw new Error('A fit that was kept is gone.');
  return keptOrRefused(viewer, row, published);
}

/** The newest fit of a model that is kept, or why this viewer doesn't see it, and what it would be fitted to, or why it can't be; null where there is none. */
export async function getJourneyFit(
  model: JourneyModelName,
  root: Root,
): Promise<{ kept: KeptFit | null; withheld: string | null; data: string | null; missing: string | null }> {
  const viewer = await authorise('data:import');
  const published = await publishedStore();
  const [row] = await asViewer(viewer, (tx) => selectLatestFit(tx, model, root));
  const data = await modelData(model, root);
  const kept = row && (await keptFor(viewer, row, published));
  const isWithheld = typeof kept === 'string';
  return {
    kept: isWithheld ? null : (kept ?? null),
    withheld: isWithheld ? kept : null,
    data: typeof data === 'string' ? null : data.words,
    missing: typeof data === 'string' ? data : null,
  };
}
