import 'server-only';
import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { importFile, release } from '@/db/schema';
import type { ImportEntry, ImportOutcome, ImportProgress, WithdrawalKind } from '@/lib/contracts/import';
import type { Viewer } from '@/lib/domain/access/access';
import { findTableDataset } from '@/lib/import/dataset-list';
import { log } from '@/lib/log';
import { today } from './clock';
import { ImportRefused, NotFound } from './errors';
import { workOutFindingsSoon } from './findings-afterwards';
import { publishing, stopReading } from './imports/at-work';
import { cancelOn } from './imports/cancel-on';
import { readSettled } from './imports/cut-off';
import { endAttempt, toEntries } from './imports/ledger';
import { keepMapping } from './imports/mappings';
import { lockPublications } from './imports/publication-lock';
import { adoptCodes, makeProtected, publishDue, show } from './imports/publish-due';
import type { ImportRequest } from './imports/read-file';
import { audit, enter, entryOf, inPublication, read } from './imports/reading';
import { remakeDependents } from './imports/remake';
import { forgetPublished } from './published-store';
import { selectImport, selectImports } from './queries/imports';
import { dropProtectedTables } from './queries/protected-tables';
import { rootOfSource } from './queries/root-of-source';
import { dropUpload } from './uploads';
import { authorise } from './viewer';

/** Who waits for an import hears how far it is, and may give it up. */
type ImportWatch = {
  readonly onProgress?: (progress: ImportProgress) => void;
  readonly signal?: AbortSignal | undefined;
};

/**
 * Reads a file, checks every row and stages it; nothing is shown before it is published. The same file twice is one
 * import: the second call gets the first one's entry. @throws AccessDenied for who isn't an analyst.
 */
export async function stageImport(
  request: ImportRequest,
  { onProgress = () => {}, signal }: ImportWatch = {},
): Promise<ImportOutcome> {
  const viewer = await authorise('data:import');
  const attempt = await enter(viewer, request);
  if ('duplicateOf' in attempt) return { duplicate: true, entry: await entryOf(attempt.duplicateOf) };
  const { id } = attempt.work;
  const cancelling = cancelOn(signal, () => cancelImport(id));
  const duplicateOf = await read(attempt, onProgress).finally(cancelling.settle);
  return { duplicate: duplicateOf !== null, entry: await entryOf(duplicateOf ?? id) };
}

/** Starts the same without waiting: the entry tells how far it is. `onEnd` is called when the file is no longer needed. */
export async function startImport(
  request: ImportRequest,
  onEnd: (entry: ImportEntry | null) => void,
): Promise<ImportOutcome> {
  const viewer = await authorise('data:import');
  // Refused before it is read, it may still be about single people: whoever holds the file is told to let it go.
  const attempt = await enter(viewer, request).catch((error: unknown) => {
    onEnd(null);
    throw error;
  });
  if ('duplicateOf' in attempt) {
    const entry = await entryOf(attempt.duplicateOf);
    onEnd(entry);
    return { duplicate: true, entry };
  }
  const { id } = attempt.work;
  void read(attempt, () => {})
    .then(() => entryOf(id))
    .then(onEnd, (error: unknown) => {
      log.error({ err: error, import: id }, 'import failed');
      onEnd(null);
    });
  return { duplicate: false, entry: await entryOf(id) };
}

/** The ledger, newest first. */
export async function listImports(): Promise<ImportEntry[]> {
  const viewer = await authorise('data:import');
  const rows = await readSettled(viewer, selectImports);
  return inPublication((tx) => toEntries(tx, rows));
}

/** @throws NotFound for an unknown one. */
export async function getImport(id: string): Promise<ImportEntry> {
  const viewer = await authorise('data:import');
  const rows = z.uuid().safeParse(id).success ? await readSettled(viewer, (tx) => selectImport(tx, id)) : [];
  const [entry] = await inPublication((tx) => toEntries(tx, rows));
  if (!entry) throw new NotFound('There is no such import.');
  return entry;
}

/** Of these the ledger keeps what the file itself says: its headers, and cells with an error. */
const UNREAD: readonly string[] = ['needs_mapping', 'refused'];
const CANCELLABLE: readonly string[] = ['reading', 'ready', 'scheduled', ...UNREAD];

/** What was taken of the file may be about people: nothing of it is kept of one that is discarded. */
const NOTHING_OF_IT = { headers: [], mapping: null, errors: [], flags: [], reject: null };

/** A file that waited for its columns goes from the disk, unless it is just being read with them. */
async function dropWaiting(tx: Executor, entry: ImportEntry): Promise<void> {
  const reading = await tx
    .select({ id: importFile.id })
    .from(importFile)
    .where(and(eq(importFile.sha256, entry.sha256), eq(importFile.status, 'reading')));
  if (reading.length === 0) dropUpload({ ...entry, status: 'cancelled', headers: [] });
}

/** Stops a reading, or discards what is staged, or waits for its columns to be mapped. What is published stays: that is withdrawn. */
export async function cancelImport(id: string): Promise<ImportEntry> {
  const viewer = await authorise('data:import');
  const entry = await getImport(id);
  if (!CANCELLABLE.includes(entry.status)) {
    throw new ImportRefused(`This import is ${entry.status}: there is nothing to cancel.`);
  }
  stopReading(id);
  await inPublication(async (tx) => {
    await publishDue(tx, today());
    // Held, as it is by now: its first rows may have come meanwhile.
    const [now] = await tx
      .select({ status: importFile.status, releaseId: importFile.releaseId })
      .from(importFile)
      .where(eq(importFile.id, id))
      .for('update');
    const isUnread = UNREAD.includes(now?.status ?? '');
    const end = { status: 'cancelled', ...(isUnread ? NOTHING_OF_IT : {}) };
    const ended = await endAttempt(tx, id, now?.releaseId ?? null, end, CANCELLABLE);
    // A reading that heard of it may be quicker to end itself.
    if (!ended && now?.status !== 'cancelled') {
      throw new ImportRefused('This import was just ended or published: there is nothing to cancel.');
    }
    if (isUnread) await dropWaiting(tx, entry);
    await audit(tx, viewer, 'import.cancel', id, {});
  });
  return entryOf(id);
}

/** Figures of other files that were made with this one's rows follow it. */
async function remake(tx: Executor, viewer: Viewer, dataset: string | null, cause: string): Promise<void> {
  const remade = dataset === null ? [] : await remakeDependents(tx, dataset, cause);
  if (remade.length > 0) await audit(tx, viewer, 'release.remake', cause, { releases: remade });
}

async function publishStaged(tx: Executor, entry: ImportEntry, releaseId: string, on: string | null): Promise<void> {
  const status = on === null ? 'published' : 'scheduled';
  // First, so that of two who publish or discard at once one finds it gone.
  const claimed = await tx
    .update(importFile)
    .set({ status, publishOn: on, reject: null })
    .where(and(eq(importFile.id, entry.id), eq(importFile.status, 'ready')))
    .returning({ id: importFile.id });
  if (claimed.length === 0) throw new ImportRefused('This import is no longer ready to publish.');
  if (on !== null) {
    // The rest is made on the day, with what is published and has been seen by then.
    await tx.update(release).set({ status, publishOn: on, publishedOn: on }).where(eq(release.id, releaseId));
    return;
  }
  await makeProtected(tx, entry.dataset ?? '', { releaseId, ruleSet: entry.ruleSet });
  await show(tx, releaseId, today());
}

/** What the columns were said to be is kept for the source with the publication: a wrong mapping isn't kept of a file that was discarded. */
async function keepSaid(tx: Executor, viewer: Viewer, { mapping, headers }: ImportEntry): Promise<void> {
  const dataset = findTableDataset(mapping?.dataset ?? '');
  if (!mapping || !dataset || mapping.source === null || mapping.isSaved) return;
  const { source, columns } = mapping;
  await keepMapping(tx, { dataset: dataset.id, source, headers, columns }, viewer.userId);
  await audit(tx, viewer, 'import.mapping', dataset.id, { source, headers, columns });
}

const refuseGivenUp = (signal: AbortSignal | undefined): void => {
  if (signal?.aborted) throw new ImportRefused('It was given up before it was published.');
};

/**
 * Publishes what is staged, now or from a day on, in one transaction, which `signal` gives up whole. @throws ImportRefused where it
 * isn't ready, can't be published beside what readers have seen, or is given up.
 */
export async function publishImport(
  id: string,
  on: string | null = null,
  signal?: AbortSignal | undefined,
): Promise<ImportEntry> {
  const viewer = await authorise('data:import');
  const entry = await getImport(id);
  const { releaseId, status } = entry;
  if (status !== 'ready' || !releaseId) throw new ImportRefused(`This import is ${status}, not ready to publish.`);
  if (on !== null && !z.iso.date().safeParse(on).success) {
    throw new ImportRefused(`“${on}” is no day: write it as 2026-12-31.`);
  }
  if (on !== null && on <= today()) throw new ImportRefused('The day of publication has to be in the future.');
  await publishing(() =>
    inPublication(async (tx) => {
      await lockPublications(tx);
      await publishDue(tx, today());
      refuseGivenUp(signal);
      await publishStaged(tx, entry, releaseId, on);
      refuseGivenUp(signal);
      // Of one that is set for a day on that day: until then nobody sees its rows.
      if (on === null) {
        const remade = await adoptCodes(tx, releaseId, { actorId: viewer.userId, actorKind: viewer.kind });
        if (remade.length === 0) await remake(tx, viewer, entry.dataset, releaseId);
      }
      await keepSaid(tx, viewer, entry);
      await audit(tx, viewer, 'import.publish', id, { releaseId, on, rows: entry.rows, sha256: entry.sha256 });
      refuseGivenUp(signal);
    }),
  );
  await forgetPublished();
  await workOutFindingsSoon(viewer);
  return entryOf(id);
}

type Withdrawn = Pick<typeof release.$inferSelect, 'id' | 'status' | 'supersedes'>;

/**
 * What the withdrawn release had superseded is shown again where it was the one shown; else the release that superseded it
 * stands in for it, so that withdrawing that one later goes back past it.
 */
async function putBack(tx: Executor, { id, status, supersedes }: Withdrawn): Promise<void> {
  const older = supersedes?.split(' ') ?? [];
  if (status !== 'superseded') {
    for (const one of older) {
      await tx
        .update(release)
        .set({ status: 'published' })
        .where(and(eq(release.id, one), eq(release.status, 'superseded')));
    }
    return;
  }
  const newer = await tx
    .select({ id: release.id, supersedes: release.supersedes })
    .from(release)
    .where(sql`${id} = any(string_to_array(${release.supersedes}, ' '))`);
  for (const one of newer) {
    const left = (one.supersedes ?? '').split(' ').filter((code) => code !== id);
    const now = [...new Set([...left, ...older])].sort().join(' ');
    await tx
      .update(release)
      .set({ supersedes: now || null })
      .where(eq(release.id, one.id));
  }
}

const WITHDRAWABLE = ['published', 'superseded', 'scheduled'];

/** Held, so that of two who withdraw at once the second finds it withdrawn, and the first one's reason stands. */
async function heldRelease(tx: Executor, id: string) {
  const [row] = await tx.select().from(release).where(eq(release.id, id)).for('update');
  if (!row) throw new NotFound('There is no such release.');
  // Areas, names and definitions hang on it: without it pages would be empty, and no file brings it back.
  if (row.dataset === null) {
    throw new ImportRefused(
      rootOfSource(row.sourceId) === 'demonstration'
        ? 'The places of the demonstration country go with it: remove the country.'
        : 'This release came with Stead, not in a file: it is not withdrawn.',
    );
  }
  if (row.status === 'withdrawn' || row.status === 'staged') throw new ImportRefused(`This release is ${row.status}.`);
  return row;
}

/** Other releases of the very same file, those that aren't shown first: nothing of them is put back when the one above goes. */
async function twinsOf(tx: Executor, { id, sha256 }: { id: string; sha256: string | null }): Promise<string[]> {
  if (sha256 === null) return [];
  const rows = await tx
    .select({ id: release.id, status: release.status })
    .from(release)
    .where(and(eq(release.sha256, sha256), ne(release.id, id), inArray(release.status, WITHDRAWABLE)))
    .orderBy(asc(release.id));
  const isLater = ({ status }: { status: string }) => status !== 'superseded';
  return [...rows.filter((row) => !isLater(row)), ...rows.filter(isLater)].map((row) => row.id);
}

type Withdrawal = { readonly kind: WithdrawalKind; readonly reason: string };

async function withdrawOne(tx: Executor, id: string, { kind, reason }: Withdrawal) {
  const row = await heldRelease(tx, id);
  const withdrawn = await tx
    .update(release)
    .set({ status: 'withdrawn', withdrawnFor: kind, withdrawnReason: reason, withdrawnAt: sql`now()` })
    .where(and(eq(release.id, id), inArray(release.status, WITHDRAWABLE)))
    .returning({ id: release.id });
  if (withdrawn.length === 0) throw new ImportRefused('This release was just withdrawn.');
  await dropProtectedTables(tx, id);
  await putBack(tx, row);
  // The file may be sent again: its entry is no longer live.
  await tx.update(importFile).set({ status: 'cancelled' }).where(eq(importFile.releaseId, id));
  return row;
}

/**
 * Takes a release off every screen, with a reason; releases that it had superseded are shown again. Where a file gives people away, every
 * other release of the very same file goes with it: gives those.
 */
export async function withdrawRelease(id: string, kind: WithdrawalKind, reason: string): Promise<string[]> {
  const viewer = await authorise('data:import');
  const why = { kind, reason: reason.trim() };
  if (why.reason === '') throw new ImportRefused('Say why the release is withdrawn.');
  const twins = await inPublication(async (tx) => {
    await lockPublications(tx);
    await publishDue(tx, today());
    const asked = await heldRelease(tx, id);
    const others = kind === 'disclosure' ? await twinsOf(tx, asked) : [];
    const gone = [];
    // What a twin had superseded comes back with the last of them that stood above it.
    for (const one of [...others, id]) gone.push(await withdrawOne(tx, one, why));
    for (const row of gone) {
      await remake(tx, viewer, row.dataset, row.id);
      await audit(tx, viewer, 'release.withdraw', row.id, row.id === id ? why : { ...why, twinOf: id });
    }
    return others;
  });
  await forgetPublished();
  await workOutFindingsSoon(viewer);
  return twins;
}
