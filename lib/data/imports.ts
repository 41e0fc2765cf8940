import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { database, type Executor, withPublisher } from '@/db/client';
import { auditEvent, columnMapping, importFile, release } from '@/db/schema';
import type { ImportChanges, ImportEntry, ImportOutcome, WithdrawalKind } from '@/lib/contracts/import';
import type { Viewer } from '@/lib/domain/access/access';
import type { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import type { ColumnMapping } from '@/lib/import/column-mapping';
import { type DatasetId, EXCHANGE_DATASETS, findDataset } from '@/lib/import/dataset-list';
import { checksum } from '@/lib/import/file-kind';
import { fileOnDisk } from '@/lib/import/import-file';
import type { ImportBatch, ImportReading } from '@/lib/import/read-import';
import { vintageWords } from '@/lib/import/vintage';
import { type ReadingEvents, readInWorker } from '@/lib/jobs/read-in-worker';
import { log } from '@/lib/log';
import { today } from './clock';
import { NotFound } from './errors';
import { findChanges, findSuperseded } from './imports/changes';
import { addStagedRelease, clearCutOff, endAttempt, readingValues, toEntry } from './imports/ledger';
import { rollupOf } from './imports/rollup-list';
import { writeBatch } from './imports/staged-rows';
import { forgetPublished } from './published-store';
import { selectImport, selectImports, selectLiveImport, selectMapping } from './queries/imports';
import { asViewer, authorise } from './viewer';

/** A reading says so every few seconds; silent for this long, it was cut off. */
const SILENT_SECONDS = 60;
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
};

/** Why a request was not carried out, for the person who made it. */
export class ImportRefused extends Error {
  override name = 'ImportRefused';
}

const running = new Map<string, AbortController>();

const SavedMapping = z.object({
  dataset: z.enum(EXCHANGE_DATASETS.map(({ id }) => id)),
  columns: z.record(z.string(), z.string()),
});

const signatureOf = (headers: readonly string[]): string => JSON.stringify(headers);

const audit = (tx: Executor, viewer: Viewer, action: string, subject: string, detail: Record<string, unknown>) =>
  tx.insert(auditEvent).values({ actorId: viewer.userId, actorKind: viewer.kind, action, subject, detail });

async function inPublication<T>(work: (tx: Executor) => Promise<T>): Promise<T> {
  return withPublisher(await database(), work);
}

const readEntry = (id: string) => inPublication((tx) => selectImport(tx, id));

async function entryOf(id: string): Promise<ImportEntry> {
  const [row] = await readEntry(id);
  if (!row) throw new NotFound('There is no such import.');
  return toEntry(row);
}

type Attempt = { id: string; sha256: string; request: ImportRequest; viewer: Viewer };

/** Enters the file in the ledger; null where it is there already. */
async function enter(viewer: Viewer, request: ImportRequest): Promise<Attempt | { duplicateOf: string }> {
  const file = await fileOnDisk(request.file);
  const sha256 = await checksum(file);
  return inPublication(async (tx) => {
    await clearCutOff(tx, SILENT_SECONDS);
    const [added] = await tx
      .insert(importFile)
      .values({
        fileName: request.fileName,
        sha256,
        bytes: file.size,
        ruleSet: request.ruleSet ?? 'none',
        createdBy: viewer.userId,
      })
      .onConflictDoNothing()
      .returning({ id: importFile.id });
    if (added) {
      await audit(tx, viewer, 'import.start', added.id, { file: request.fileName, sha256, bytes: file.size });
      return { id: added.id, sha256, request, viewer };
    }
    const [live] = await selectLiveImport(tx, sha256);
    return { duplicateOf: live?.id ?? '' };
  });
}

/** Stores batches below a staged release as they come, each in a transaction of its own: memory stays flat. */
function rowStore({ id, sha256, request }: Attempt) {
  let releaseId: string | null = null;
  let rows = 0;
  let heardAtMs = 0;
  const begin = async (tx: Executor, dataset: DatasetId): Promise<string> => {
    if (findDataset(dataset)?.isRestricted && !request.isLocalOnly) {
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
    });
  };
  return {
    releaseId: () => releaseId,
    write: async (batch: ImportBatch): Promise<void> => {
      const known = releaseId;
      releaseId = await inPublication(async (tx) => {
        const target = known ?? (await begin(tx, batch.dataset));
        await writeBatch(tx, target, batch);
        rows += batch.records.length;
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

async function makeFigures(
  tx: Executor,
  dataset: DatasetId,
  staged: { releaseId: string; ruleSet: RuleSetId },
): Promise<ImportChanges> {
  await rollupOf(dataset)?.figures?.(tx, staged);
  return findChanges(tx, staged.releaseId);
}

/** Ends the reading: figures and preview, or what is wrong, in one transaction. */
async function settle(attempt: Attempt, reading: ImportReading, releaseId: string | null): Promise<void> {
  await inPublication(async (tx) => {
    const values = readingValues(reading);
    if (reading.status !== 'ready' || !releaseId || !reading.dataset) {
      await endAttempt(tx, attempt.id, releaseId, {
        ...values,
        status: reading.status === 'ready' ? 'refused' : reading.status,
      });
      return;
    }
    await tx
      .update(release)
      .set({ vintage: vintageWords(reading.vintage) })
      .where(eq(release.id, releaseId));
    await tx.update(importFile).set(values).where(eq(importFile.id, attempt.id));
    const changes = await makeFigures(tx, reading.dataset, { releaseId, ruleSet: attempt.request.ruleSet ?? 'none' });
    const isUnknownPlace = findDataset(reading.dataset)?.isExchange === true && changes.areasUnknown.length > 0;
    if (isUnknownPlace) {
      const errors = changes.areasUnknown.map((code) => ({
        row: null,
        column: 'area code',
        value: code,
        rule: 'unknown_area',
        message: `There is no area ${code}. Use the codes of the list of areas, or load the areas first.`,
      }));
      await endAttempt(tx, attempt.id, releaseId, { errors, errorTotal: errors.length, status: 'refused', changes });
      return;
    }
    await tx
      .update(importFile)
      .set({ status: 'ready', changes, finishedAt: sql`now()` })
      .where(eq(importFile.id, attempt.id));
    await audit(tx, attempt.viewer, 'import.ready', attempt.id, { dataset: reading.dataset, rows: reading.rows });
  });
}

/** What a source's columns were said to stand for, the last time it sent these headers. */
async function savedMapping(headers: readonly string[]): Promise<ColumnMapping | null> {
  const [row] = await inPublication((tx) => selectMapping(tx, signatureOf(headers)));
  return row ? SavedMapping.parse(row) : null;
}

async function readFile(attempt: Attempt, events: ReadingEvents): Promise<ImportReading> {
  const { file, dataset, mapping } = attempt.request;
  const options = { file, ...(dataset ? { dataset } : {}) };
  if (mapping) return readInWorker({ ...options, mapping }, events);
  const reading = await readInWorker(options, events);
  const saved = reading.status === 'needs_mapping' ? await savedMapping(reading.headers) : null;
  return saved ? readInWorker({ file, mapping: saved }, events) : reading;
}

async function read(attempt: Attempt, onProgress: (share: number) => void): Promise<void> {
  const store = rowStore(attempt);
  const controller = new AbortController();
  running.set(attempt.id, controller);
  try {
    const reading = await readFile(attempt, { onRecords: store.write, onProgress, signal: controller.signal });
    await settle(attempt, reading, store.releaseId());
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const status = controller.signal.aborted ? 'cancelled' : 'refused';
    await inPublication((tx) => endAttempt(tx, attempt.id, store.releaseId(), { status, reject: message }));
  } finally {
    running.delete(attempt.id);
  }
}

/**
 * Reads a file, checks every row and stages it; nothing is shown before it is published. The same file twice is one
 * import: the second call gets the first one's entry. @throws AccessDenied for who isn't an analyst.
 */
export async function stageImport(
  request: ImportRequest,
  onProgress: (share: number) => void = () => {},
): Promise<ImportOutcome> {
  const viewer = await authorise('data:import');
  const attempt = await enter(viewer, request);
  if ('duplicateOf' in attempt) return { duplicate: true, entry: await entryOf(attempt.duplicateOf) };
  await read(attempt, onProgress);
  return { duplicate: false, entry: await entryOf(attempt.id) };
}

/** Starts the same without waiting: the entry tells how far it is. `onEnd` is called when the file is no longer needed. */
export async function startImport(request: ImportRequest, onEnd: (entry: ImportEntry) => void): Promise<ImportOutcome> {
  const viewer = await authorise('data:import');
  const attempt = await enter(viewer, request);
  if ('duplicateOf' in attempt) {
    const entry = await entryOf(attempt.duplicateOf);
    onEnd(entry);
    return { duplicate: true, entry };
  }
  void read(attempt, () => {})
    .then(() => entryOf(attempt.id))
    .then(onEnd, (error: unknown) => log.error({ err: error, import: attempt.id }, 'import failed'));
  return { duplicate: false, entry: await entryOf(attempt.id) };
}

/** Keeps what the columns of a source stand for, by its headers. */
export async function saveMapping(headers: readonly string[], { dataset, columns }: ColumnMapping): Promise<void> {
  const viewer = await authorise('data:import');
  const values = { signature: signatureOf(headers), dataset, columns, savedBy: viewer.userId };
  await inPublication(async (tx) => {
    await tx
      .insert(columnMapping)
      .values(values)
      .onConflictDoUpdate({ target: columnMapping.signature, set: { dataset, columns, savedBy: viewer.userId } });
    await audit(tx, viewer, 'import.mapping', dataset, { headers });
  });
}

/** The ledger, newest first. */
export async function listImports(): Promise<ImportEntry[]> {
  const viewer = await authorise('data:import');
  return (await asViewer(viewer, selectImports)).map(toEntry);
}

/** @throws NotFound for an unknown one. */
export async function getImport(id: string): Promise<ImportEntry> {
  const viewer = await authorise('data:import');
  const [row] = await asViewer(viewer, (tx) => selectImport(tx, id));
  if (!row) throw new NotFound('There is no such import.');
  return toEntry(row);
}

/** Stops a reading, or discards what is staged. What is published stays: that is withdrawn. */
export async function cancelImport(id: string): Promise<ImportEntry> {
  const viewer = await authorise('data:import');
  const entry = await getImport(id);
  if (!['reading', 'ready', 'scheduled'].includes(entry.status)) {
    throw new ImportRefused(`This import is ${entry.status}: there is nothing to cancel.`);
  }
  running.get(id)?.abort();
  await inPublication(async (tx) => {
    await endAttempt(tx, id, entry.releaseId, { status: 'cancelled' });
    await audit(tx, viewer, 'import.cancel', id, {});
  });
  return entryOf(id);
}

async function publishStaged(tx: Executor, entry: ImportEntry, releaseId: string, on: string | null): Promise<void> {
  const dataset = entry.dataset === null ? undefined : findDataset(entry.dataset);
  const refusal = dataset && (await rollupOf(dataset.id)?.publication?.(tx, { releaseId, ruleSet: entry.ruleSet }));
  if (refusal) throw new ImportRefused(`It can't be published: ${refusal}.`);
  const superseded = on === null ? await findSuperseded(tx, releaseId) : [];
  for (const id of superseded) await tx.update(release).set({ status: 'superseded' }).where(eq(release.id, id));
  const status = on === null ? 'published' : 'scheduled';
  await tx
    .update(release)
    .set({
      status,
      publishOn: on,
      publishedOn: on ?? today(),
      supersedes: superseded.join(' ') || null,
      loadedAt: sql`now()`,
    })
    .where(eq(release.id, releaseId));
  await tx.update(importFile).set({ status, publishOn: on }).where(eq(importFile.id, entry.id));
}

/**
 * Publishes what is staged, now or from a day on, in one transaction. @throws ImportRefused where it isn't ready or can't be
 * published beside what readers have seen.
 */
export async function publishImport(id: string, on: string | null = null): Promise<ImportEntry> {
  const viewer = await authorise('data:import');
  const entry = await getImport(id);
  const { releaseId, status } = entry;
  if (status !== 'ready' || !releaseId) throw new ImportRefused(`This import is ${status}, not ready to publish.`);
  if (on !== null && on <= today()) throw new ImportRefused('The day of publication has to be in the future.');
  await inPublication(async (tx) => {
    await publishStaged(tx, entry, releaseId, on);
    await audit(tx, viewer, 'import.publish', id, { releaseId, on, rows: entry.rows, sha256: entry.sha256 });
  });
  await forgetPublished();
  return entryOf(id);
}

/** Takes a release off every screen, with a reason; releases that it had superseded are shown again. */
export async function withdrawRelease(id: string, kind: WithdrawalKind, reason: string): Promise<void> {
  const viewer = await authorise('data:import');
  if (reason.trim() === '') throw new ImportRefused('Say why the release is withdrawn.');
  await inPublication(async (tx) => {
    const [row] = await tx.select().from(release).where(eq(release.id, id));
    if (!row) throw new NotFound('There is no such release.');
    if (row.status === 'withdrawn' || row.status === 'staged')
      throw new ImportRefused(`This release is ${row.status}.`);
    await tx
      .update(release)
      .set({ status: 'withdrawn', withdrawnFor: kind, withdrawnReason: reason.trim(), withdrawnAt: sql`now()` })
      .where(eq(release.id, id));
    for (const older of row.supersedes?.split(' ') ?? []) {
      await tx
        .update(release)
        .set({ status: 'published' })
        .where(and(eq(release.id, older), eq(release.status, 'superseded')));
    }
    // The file may be sent again: its entry is no longer live.
    await tx.update(importFile).set({ status: 'cancelled' }).where(eq(importFile.releaseId, id));
    await audit(tx, viewer, 'release.withdraw', id, { kind, reason: reason.trim() });
  });
  await forgetPublished();
}
