import { and, eq, sql } from 'drizzle-orm';
import { database, type Executor, withPublisher } from '@/db/client';
import { area, auditEvent, importFile, release } from '@/db/schema';
import type { ImportEntry, ImportProgress } from '@/lib/contracts/import';
import { ImportRefused, NotFound } from '@/lib/data/errors';
import { selectImport, selectLiveImport } from '@/lib/data/queries/imports';
import type { Viewer } from '@/lib/domain/access/access';
import { AreaType, type Root } from '@/lib/domain/geography/area';
import { AREA_TYPE_WORDS } from '@/lib/format/words';
import { type DatasetId, findDataset } from '@/lib/import/dataset-list';
import { namesFictionalPlaces } from '@/lib/import/fictional-file';
import { checksum } from '@/lib/import/file-kind';
import { fileOnDisk, type ImportFile } from '@/lib/import/import-file';
import type { OtherCode } from '@/lib/import/other-codes';
import { AREAS_OF_POSTS } from '@/lib/import/place-column';
import { withArticle } from '@/lib/import/wrong-kinds';
import type { RecordBatch } from '@/lib/jobs/import-protocol';
import { beginWork, ownWork, type Work } from './at-work';
import { findChanges } from './changes';
import { withFigureNotes } from './figure-note';
import { findPlaces } from './found-places';
import { addStagedRelease, clearCutOff, endAttempt, type MappedReading, readingValues, toEntries } from './ledger';
import { ledgerWords, withGiven } from './period';
import { lockPublications, planForWholeReleases } from './publication-lock';
import { isForOthers, restrictedRefusal } from './reachable';
import { type ImportRequest, NO_PLACES, type PlacesFound, readFile } from './read-file';
import { finishFigures } from './remake';
import type { Rollup } from './rollup';
import { rollupOf } from './rollup-list';
import { findTwin, type Said, saidText, unusedNotes } from './said';
import { dropRows, dropStaged, writeBatch } from './staged-rows';
import { unsaidPlaces } from './unsaid-places';

/** How often a reading says how far it is, and finds out that it was cancelled. */
const HEARD_EVERY_MS = 2_000;

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

const rootOf = ({ isDemonstration = false }: ImportRequest): Root => (isDemonstration ? 'demonstration' : 'england');

/** Nothing could be made of a file about an area that isn't there, is of the other country, or has no figures of posts. */
async function refuseOtherArea(tx: Executor, request: ImportRequest): Promise<void> {
  const areaCode = request.given?.areaCode;
  if (areaCode === undefined) return;
  const [known] = await tx.select({ type: area.type, root: area.root }).from(area).where(eq(area.code, areaCode));
  if (!known) throw new ImportRefused(`There is no area ${areaCode}. Use a code of the list of areas.`);
  if (known.root !== rootOf(request))
    throw new ImportRefused(`${areaCode} is not of the country that the file is of: the two are never mixed.`);
  const type = AreaType.parse(known.type);
  if (!AREAS_OF_POSTS.types.includes(type))
    throw new ImportRefused(
      `${areaCode} is ${withArticle(AREA_TYPE_WORDS[type])}. Give a region, a board or the country.`,
    );
}

/** A file that names places of the fictional country is of that country, whoever sends it. It may hold no more than any other. */
const inItsCountry = async (request: ImportRequest, file: ImportFile): Promise<ImportRequest> =>
  request.isDemonstration === undefined && (await namesFictionalPlaces(file))
    ? { ...request, isDemonstration: true, isLocalOnly: request.isLocalOnly && !isForOthers() }
    : request;

const saidOf = ({ given = {}, ruleSet = 'none', isDemonstration = false }: ImportRequest): Said => ({
  given,
  ruleSet,
  isDemonstration,
});

/** Enters the file in the ledger, or finds it there. */
export async function enter(viewer: Viewer, asked: ImportRequest): Promise<Attempt | { duplicateOf: string }> {
  const file = await fileOnDisk(asked.file);
  const request = await inItsCountry(asked, file);
  const sha256 = await checksum(file);
  const said = saidText(saidOf(request));
  const work = await beginWork();
  const entered = await inPublication(async (tx) => {
    await refuseOtherArea(tx, request);
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
  let otherCodes: readonly OtherCode[] = [];
  let rows = 0;
  let heardAtMs = 0;
  const begin = async (tx: Executor, dataset: DatasetId): Promise<string> => {
    const isLocal = request.isLocalOnly && (request.isDemonstration === true || !isForOthers());
    if (findDataset(dataset)?.isRestricted && !isLocal) {
      throw new ImportRefused(restrictedRefusal());
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
    rows: () => rows,
    otherCodes: () => otherCodes,
    /** What was stored goes, to be read once more with these codes read as others. */
    restart: async (codes: readonly OtherCode[]): Promise<void> => {
      otherCodes = codes;
      if (releaseId) await inPublication((tx) => dropRows(tx, releaseId ?? ''));
      rows = 0;
    },
    write: async (batch: RecordBatch): Promise<void> => {
      const known = releaseId;
      releaseId = await inPublication(async (tx) => {
        const target = known ?? (await begin(tx, batch.dataset));
        await writeBatch(tx, target, batch);
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
      await planForWholeReleases(tx);
      await part(tx, staged);
    });
  await Promise.all((rollupOf(dataset)?.parts ?? []).map(make));
}

/** What the end of a reading came to: places to read the file once more for, or the import that has the same file already. */
type Settled = { readonly places: PlacesFound; readonly duplicateOf: string | null };

const SETTLED: Settled = { places: NO_PLACES, duplicateOf: null };

/** Of the same file with something else said of it is known only once its kind is known that this makes no difference. */
async function endAsTwin(
  tx: Executor,
  { work: { id }, sha256, request, viewer }: Attempt,
  { reading, releaseId }: { reading: MappedReading['reading']; releaseId: string },
): Promise<string | null> {
  if (reading.dataset === null) return null;
  const kind = { dataset: reading.dataset, hasOwnTime: reading.vintage.from !== null };
  const twin = await findTwin(tx, { id, sha256, said: saidOf(request), kind });
  if (twin === null) return null;
  const reject = `This file is imported already, as ${twin.fileName}: what was said with it makes no difference to a file of its kind.`;
  if (await endAttempt(tx, id, releaseId, { status: 'cancelled', reject, rows: 0 })) {
    await audit(tx, viewer, 'import.duplicate', id, { of: twin.id });
  }
  return twin.id;
}

/**
 * Ends the reading: the rest of the figures and the preview, or what is wrong, in one transaction. Places that an exchange file can't
 * name end nothing: they are given back.
 */
async function settle(attempt: Attempt, mapped: MappedReading, stored: ReturnType<typeof rowStore>): Promise<Settled> {
  const { id } = attempt.work;
  const { reading } = mapped;
  const releaseId = stored.releaseId();
  if (reading.status === 'ready' && reading.dataset && releaseId) await makeParts(attempt, reading.dataset, releaseId);
  return inPublication(async (tx) => {
    if (reading.status === 'ready' && releaseId) {
      await lockPublications(tx);
      const duplicateOf = await endAsTwin(tx, attempt, { reading, releaseId });
      if (duplicateOf) return { ...SETTLED, duplicateOf };
    }
    const values = await readingValues(tx, mapped);
    const root = rootOf(attempt.request);
    // Also of a file with other faults: every fault is told at once.
    const { areas, found } = await findPlaces(tx, { reading, releaseId, root, otherCodes: stored.otherCodes() });
    if (found) return { ...SETTLED, places: found };
    if (reading.status !== 'ready' || !releaseId || !areas || !reading.dataset) {
      await endAttempt(tx, id, releaseId, {
        ...values,
        vintage: { ...values.vintage, given: attempt.request.given ?? {} },
        status: reading.status === 'ready' ? 'refused' : reading.status,
      });
      return SETTLED;
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
    const kind = { dataset: reading.dataset, hasOwnTime: reading.vintage.from !== null };
    const flags = [...values.flags, ...unusedNotes(saidOf(attempt.request), kind)];
    await tx
      .update(importFile)
      .set({ status: 'ready', changes, flags: withFigureNotes(flags, notes), finishedAt: sql`now()` })
      .where(eq(importFile.id, id));
    await audit(tx, attempt.viewer, 'import.ready', id, { dataset: reading.dataset, rows: reading.rows });
    return SETTLED;
  });
}

/** Reads the file once more, to say which rows name places that aren't there, or weren't at the time. */
async function refusePlaces(attempt: Attempt, releaseId: string | null, places: PlacesFound): Promise<void> {
  const { id, signal } = attempt.work;
  const events = { onRecords: async () => {}, onProgress: () => {}, signal };
  const mapped = await readFile(attempt.request, events, places);
  await inPublication(async (tx) => {
    const values = await readingValues(tx, mapped);
    const vintage = { ...values.vintage, given: attempt.request.given ?? {} };
    await endAttempt(tx, id, releaseId, { ...values, ...unsaidPlaces(values, places), vintage, status: 'refused' });
  });
}

/** Gives the import that turns out to have the same file already, or null. */
export async function read(attempt: Attempt, tell: (progress: ImportProgress) => void): Promise<string | null> {
  const store = rowStore(attempt);
  const { id, signal, end } = attempt.work;
  const say = (phase: ImportProgress['phase'], share: number | null) => tell({ phase, rows: store.rows(), share });
  const events = { onRecords: store.write, onProgress: (share: number) => say('reading', share), signal };
  try {
    const mapped = await readFile(attempt.request, events);
    say('checking', null);
    let settled = await settle(attempt, mapped, store);
    const { otherCodes } = settled.places;
    if (otherCodes.length > 0) {
      // Rows that are the same but for the code are then found to stand twice, as any others are.
      await store.restart(otherCodes);
      const again = await readFile(attempt.request, events, { ...NO_PLACES, otherCodes });
      say('checking', null);
      settled = await settle(attempt, again, store);
    }
    const { places, duplicateOf } = settled;
    if (places !== NO_PLACES) await refusePlaces(attempt, store.releaseId(), places);
    return duplicateOf;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const status = signal.aborted ? 'cancelled' : 'refused';
    await inPublication(async (tx) => {
      const releaseId = store.releaseId();
      const errors = status === 'refused' ? [{ row: null, column: '', value: '', rule: 'refused', message }] : [];
      const outcome = { status, reject: message, rows: 0, errors, errorTotal: errors.length };
      const ended = await endAttempt(tx, id, releaseId, outcome);
      // Cancelled before the first rows came: whoever did it knew of no release.
      if (!ended && releaseId) await dropStaged(tx, releaseId);
    });
    return null;
  } finally {
    await end();
  }
}
