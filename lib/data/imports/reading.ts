import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { database, type Executor, withPublisher } from '@/db/client';
import { area, auditEvent, importFile, release } from '@/db/schema';
import type { GivenAbout, ImportEntry } from '@/lib/contracts/import';
import { ImportRefused, NotFound } from '@/lib/data/errors';
import { selectImport, selectLiveImport, selectMapping } from '@/lib/data/queries/imports';
import type { Viewer } from '@/lib/domain/access/access';
import type { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { canonicalJson } from '@/lib/domain/pathway/canonical-json';
import type { ColumnMapping } from '@/lib/import/column-mapping';
import { type DatasetId, EXCHANGE_DATASETS, findDataset } from '@/lib/import/dataset-list';
import type { DatedPlace } from '@/lib/import/dated-places';
import { checksum } from '@/lib/import/file-kind';
import { fileOnDisk } from '@/lib/import/import-file';
import type { ImportReading } from '@/lib/import/read-import';
import type { RecordBatch } from '@/lib/jobs/import-protocol';
import { type ReadingEvents, readInWorker } from '@/lib/jobs/read-in-worker';
import { beginWork, ownWork, type Work } from './at-work';
import { findChanges } from './changes';
import { findDatedPlaces } from './dated-places';
import { withFigureNotes } from './figure-note';
import { addStagedRelease, clearCutOff, endAttempt, readingValues, toEntries } from './ledger';
import { matchAreas } from './matched-areas';
import { createNamedCodes } from './named-codes';
import { ledgerWords, withGiven } from './period';
import { isForOthers } from './reachable';
import { finishFigures } from './remake';
import type { Rollup } from './rollup';
import { rollupOf } from './rollup-list';
import { dropStaged, writeBatch } from './staged-rows';

/** How often a reading says how far it is, and finds out that it was cancelled. */
const HEARD_EVERY_MS = 2_000;

export type ImportRequest = {
  /** On this machine. */
  file: string;
  /** As the person knows it. */
  fileName: string;
  dataset?: DatasetId | undefined;
  mapping?: ColumnMapping | undefined;
  ruleSet?: RuleSetId | undefined;
  /** Whether this server answers this machine only: restricted files are refused elsewhere. */
  isLocalOnly: boolean;
  /** Files of the demonstration country have sources of their own: the two countries are never mixed. */
  isDemonstration?: boolean;
  /** For files that don't say themselves what they are of. */
  given?: GivenAbout | undefined;
};

const SavedMapping = z.object({
  dataset: z.enum(EXCHANGE_DATASETS.map(({ id }) => id)),
  columns: z.record(z.string(), z.string()),
});

export const signatureOf = (headers: readonly string[]): string => JSON.stringify(headers);

export const audit = (tx: Executor, viewer: Viewer, action: string, subject: string, detail: Record<string, unknown>) =>
  tx.insert(auditEvent).values({ actorId: viewer.userId, actorKind: viewer.kind, action, subject, detail });

export async function inPublication<T>(work: (tx: Executor) => Promise<T>): Promise<T> {
  return withPublisher(await database(), work);
}

export async function entryOf(id: string): Promise<ImportEntry> {
  const [entry] = await inPublication(async (tx) => toEntries(tx, await selectImport(tx, id)));
  if (!entry) throw new NotFound('There is no such import.');
  return entry;
}

export type Attempt = { work: Work; sha256: string; request: ImportRequest; viewer: Viewer };

/** Nothing could be made of a file about an area that isn't there. */
async function refuseUnknownArea(tx: Executor, areaCode: string | undefined): Promise<void> {
  if (areaCode === undefined) return;
  const known = await tx.select({ code: area.code }).from(area).where(eq(area.code, areaCode));
  if (known.length === 0) throw new ImportRefused(`There is no area ${areaCode}. Use a code of the list of areas.`);
}

/** What decides, besides its bytes, what is made of a file. */
const saidOf = ({ given = {}, ruleSet = 'none', isDemonstration = false }: ImportRequest): string =>
  canonicalJson({ given, ruleSet, isDemonstration });

/** Enters the file in the ledger, or finds it there. */
export async function enter(viewer: Viewer, request: ImportRequest): Promise<Attempt | { duplicateOf: string }> {
  const file = await fileOnDisk(request.file);
  const sha256 = await checksum(file);
  const said = saidOf(request);
  const work = await beginWork();
  const entered = await inPublication(async (tx) => {
    await refuseUnknownArea(tx, request.given?.areaCode);
    await clearCutOff(tx, ownWork());
    const [added] = await tx
      .insert(importFile)
      .values({
        id: work.id,
        fileName: request.fileName,
        sha256,
        said,
        bytes: file.size,
        ruleSet: request.ruleSet ?? 'none',
        createdBy: viewer.userId,
      })
      .onConflictDoNothing()
      .returning({ id: importFile.id });
    if (added) {
      await audit(tx, viewer, 'import.start', added.id, { file: request.fileName, sha256, bytes: file.size });
      return { work, sha256, request, viewer };
    }
    const [live] = await selectLiveImport(tx, { sha256, said });
    return { duplicateOf: live?.id ?? '' };
  }).catch(async (error: unknown) => {
    await work.end();
    throw error;
  });
  if ('duplicateOf' in entered) await work.end();
  return entered;
}

/** Stores batches below a staged release as they come, each in a transaction of its own: memory stays flat. */
function rowStore({ work: { id }, sha256, request }: Attempt) {
  let releaseId: string | null = null;
  const named = createNamedCodes();
  let rows = 0;
  let heardAtMs = 0;
  const begin = async (tx: Executor, dataset: DatasetId): Promise<string> => {
    const isLocal = request.isLocalOnly && (request.isDemonstration === true || !isForOthers());
    if (findDataset(dataset)?.isRestricted && !isLocal) {
      throw new ImportRefused(
        'This file is about single people. It is not read on a server that others can reach before sign-in has a second factor. Import it on the machine itself.',
      );
    }
    return addStagedRelease(tx, {
      id,
      sha256,
      fileName: request.fileName,
      dataset,
      ruleSet: request.ruleSet ?? 'none',
      isDemonstration: request.isDemonstration === true,
    });
  };
  return {
    releaseId: () => releaseId,
    namedCodes: named.list,
    write: async (batch: RecordBatch): Promise<void> => {
      const known = releaseId;
      releaseId = await inPublication(async (tx) => {
        const target = known ?? (await begin(tx, batch.dataset));
        await writeBatch(tx, target, batch);
        named.add(batch.kind === 'columns' ? batch.areaCodes : null);
        rows += batch.count;
        if (Date.now() - heardAtMs > HEARD_EVERY_MS) {
          heardAtMs = Date.now();
          const heard = await tx
            .update(importFile)
            .set({ rows, heardAt: sql`now()` })
            .where(and(eq(importFile.id, id), eq(importFile.status, 'reading')))
            .returning({ id: importFile.id });
          if (heard.length === 0) throw new Error('The import was cancelled.');
        }
        return target;
      });
    },
  };
}

/** Codes of an exchange file that are of no loaded area, and areas that it names for a time when they didn't exist. */
type RefusedPlaces = { readonly unknownPlaces: readonly string[]; readonly datedPlaces: readonly DatedPlace[] };

const NO_PLACES: RefusedPlaces = { unknownPlaces: [], datedPlaces: [] };

/** The parts of the figures are stored as the rows are: below a release that nobody sees, each in a transaction of its own. */
async function makeParts({ work: { id }, request }: Attempt, dataset: DatasetId, releaseId: string): Promise<void> {
  const staged = { releaseId, ruleSet: request.ruleSet ?? 'none' } as const;
  const make = (part: NonNullable<Rollup['parts']>[number]) =>
    inPublication(async (tx) => {
      // Held until the part is made: nobody cancels or clears it meanwhile.
      const held = await tx
        .select({ id: importFile.id })
        .from(importFile)
        .where(and(eq(importFile.id, id), eq(importFile.status, 'reading')))
        .for('share');
      if (held.length === 0) throw new Error('The import was cancelled.');
      await part(tx, staged);
    });
  await Promise.all((rollupOf(dataset)?.parts ?? []).map(make));
}

/**
 * Ends the reading: the rest of the figures and the preview, or what is wrong, in one transaction. Places that an exchange file can't
 * name end nothing: they are given back.
 */
async function settle(
  attempt: Attempt,
  reading: ImportReading,
  stored: ReturnType<typeof rowStore>,
): Promise<RefusedPlaces> {
  const { id } = attempt.work;
  const releaseId = stored.releaseId();
  if (reading.status === 'ready' && reading.dataset && releaseId) await makeParts(attempt, reading.dataset, releaseId);
  return inPublication(async (tx) => {
    const values = readingValues(reading);
    const isExchange = reading.dataset !== null && findDataset(reading.dataset)?.isExchange === true;
    // Also of a file with other faults: every fault is told at once.
    const areas = releaseId ? await matchAreas(tx, releaseId, stored.namedCodes()) : null;
    if (isExchange && releaseId && areas && reading.dataset) {
      const datedPlaces = await findDatedPlaces(tx, releaseId, reading.dataset);
      if (areas.unknown.length + datedPlaces.length > 0) return { unknownPlaces: areas.unknown, datedPlaces };
    }
    if (reading.status !== 'ready' || !releaseId || !areas || !reading.dataset) {
      await endAttempt(tx, id, releaseId, {
        ...values,
        vintage: { ...values.vintage, given: attempt.request.given ?? {} },
        status: reading.status === 'ready' ? 'refused' : reading.status,
      });
      return NO_PLACES;
    }
    const { fileName, given = {}, ruleSet = 'none' } = attempt.request;
    const { matched } = areas;
    const vintage = withGiven(reading.vintage, {
      dataset: reading.dataset,
      fileName,
      given,
      areas: matched.areaVintages,
    });
    await tx
      .update(release)
      .set({ vintage: ledgerWords(vintage) })
      .where(eq(release.id, releaseId));
    // Holds the entry until the figures are made: nobody cancels or clears it meanwhile.
    const held = await tx
      .update(importFile)
      .set({ ...values, vintage: { ...vintage, given } })
      .where(and(eq(importFile.id, id), eq(importFile.status, 'reading')))
      .returning({ id: importFile.id });
    if (held.length === 0) throw new Error('The import was cancelled.');
    const { notes, superseded } = await finishFigures(tx, reading.dataset, { releaseId, ruleSet });
    const changes = await findChanges(tx, releaseId, superseded, matched);
    await tx
      .update(importFile)
      .set({ status: 'ready', changes, flags: withFigureNotes(values.flags, notes), finishedAt: sql`now()` })
      .where(eq(importFile.id, id));
    await audit(tx, attempt.viewer, 'import.ready', id, { dataset: reading.dataset, rows: reading.rows });
    return NO_PLACES;
  });
}

/** Reads the file once more, to say which rows name places that aren't there, or weren't at the time. */
async function refusePlaces(attempt: Attempt, releaseId: string | null, places: RefusedPlaces): Promise<void> {
  const { id, signal } = attempt.work;
  const events = { onRecords: async () => {}, onProgress: () => {}, signal };
  const values = readingValues(await readFile(attempt, events, places));
  const vintage = { ...values.vintage, given: attempt.request.given ?? {} };
  await inPublication((tx) => endAttempt(tx, id, releaseId, { ...values, vintage, status: 'refused' }));
}

/** What a source's columns were said to stand for, the last time it sent these headers. */
async function savedMapping(headers: readonly string[]): Promise<ColumnMapping | null> {
  const [row] = await inPublication((tx) => selectMapping(tx, signatureOf(headers)));
  return row ? SavedMapping.parse(row) : null;
}

async function readFile(
  attempt: Attempt,
  events: ReadingEvents,
  places: RefusedPlaces = NO_PLACES,
): Promise<ImportReading> {
  const { file, dataset, mapping, ruleSet = 'none', given } = attempt.request;
  const counts = { ruleSet, roundingBase: given?.roundingBase ?? null };
  const options = { file, ...places, counts, ...(dataset ? { dataset } : {}) };
  if (mapping) return readInWorker({ ...options, mapping }, events);
  const reading = await readInWorker(options, events);
  const saved = reading.status === 'needs_mapping' ? await savedMapping(reading.headers) : null;
  return saved ? readInWorker({ file, ...places, counts, mapping: saved }, events) : reading;
}

export async function read(attempt: Attempt, onProgress: (share: number) => void): Promise<void> {
  const store = rowStore(attempt);
  const { id, signal, end } = attempt.work;
  try {
    const reading = await readFile(attempt, { onRecords: store.write, onProgress, signal });
    const places = await settle(attempt, reading, store);
    if (places !== NO_PLACES) await refusePlaces(attempt, store.releaseId(), places);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const status = signal.aborted ? 'cancelled' : 'refused';
    await inPublication(async (tx) => {
      const releaseId = store.releaseId();
      const ended = await endAttempt(tx, id, releaseId, { status, reject: message });
      // Cancelled before the first rows came: whoever did it knew of no release.
      if (!ended && releaseId) await dropStaged(tx, releaseId);
    });
  } finally {
    await end();
  }
}
