import 'server-only';
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { columnMapping, importFile, release } from '@/db/schema';
import type { ImportEntry, ImportOutcome, WithdrawalKind } from '@/lib/contracts/import';
import type { Viewer } from '@/lib/domain/access/access';
import type { ColumnMapping } from '@/lib/import/column-mapping';
import { findDataset } from '@/lib/import/dataset-list';
import { log } from '@/lib/log';
import { today } from './clock';
import { ImportRefused, NotFound } from './errors';
import { workOutFindingsSoon } from './findings-afterwards';
import { publishing, stopReading } from './imports/at-work';
import { endAttempt, toEntries } from './imports/ledger';
import { publishDue, show } from './imports/publish-due';
import { audit, enter, entryOf, type ImportRequest, inPublication, read, signatureOf } from './imports/reading';
import { remakeDependents } from './imports/remake';
import { dependentsOf, rollupOf } from './imports/rollup-list';
import { forgetPublished } from './published-store';
import { selectImport, selectImports } from './queries/imports';
import { dropProtectedTables } from './queries/protected-tables';
import { rootOfSource } from './queries/root-of-source';
import { asViewer, authorise } from './viewer';

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
  return { duplicate: false, entry: await entryOf(attempt.work.id) };
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
  const { id } = attempt.work;
  void read(attempt, () => {})
    .then(() => entryOf(id))
    .then(onEnd, (error: unknown) => log.error({ err: error, import: id }, 'import failed'));
  return { duplicate: false, entry: await entryOf(id) };
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
  const rows = await asViewer(viewer, selectImports);
  return inPublication((tx) => toEntries(tx, rows));
}

/** @throws NotFound for an unknown one. */
export async function getImport(id: string): Promise<ImportEntry> {
  const viewer = await authorise('data:import');
  const rows = z.uuid().safeParse(id).success ? await asViewer(viewer, (tx) => selectImport(tx, id)) : [];
  const [entry] = await inPublication((tx) => toEntries(tx, rows));
  if (!entry) throw new NotFound('There is no such import.');
  return entry;
}

const CANCELLABLE: readonly string[] = ['reading', 'ready', 'scheduled'];

/** Stops a reading, or discards what is staged. What is published stays: that is withdrawn. */
export async function cancelImport(id: string): Promise<ImportEntry> {
  const viewer = await authorise('data:import');
  const entry = await getImport(id);
  if (!CANCELLABLE.includes(entry.status)) {
    throw new ImportRefused(`This import is ${entry.status}: there is nothing to cancel.`);
  }
  stopReading(id);
  await inPublication(async (tx) => {
    await publishDue(tx, today());
    const ended = await endAttempt(tx, id, entry.releaseId, { status: 'cancelled' }, CANCELLABLE);
    if (!ended) throw new ImportRefused('This import was just ended or published: there is nothing to cancel.');
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
    .set({ status, publishOn: on })
    .where(and(eq(importFile.id, entry.id), eq(importFile.status, 'ready')))
    .returning({ id: importFile.id });
  if (claimed.length === 0) throw new ImportRefused('This import is no longer ready to publish.');
  const dataset = entry.dataset === null ? undefined : findDataset(entry.dataset);
  const refusal = dataset && (await rollupOf(dataset.id)?.publication?.(tx, { releaseId, ruleSet: entry.ruleSet }));
  if (refusal) throw new ImportRefused(`It can't be published: ${refusal}.`);
  if (on === null) await show(tx, releaseId, today());
  else await tx.update(release).set({ status, publishOn: on, publishedOn: on }).where(eq(release.id, releaseId));
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
  if (on !== null && !z.iso.date().safeParse(on).success) {
    throw new ImportRefused(`“${on}” is no day: write it as 2026-12-31.`);
  }
  if (on !== null && on <= today()) throw new ImportRefused('The day of publication has to be in the future.');
  const isInput = entry.dataset !== null && dependentsOf(entry.dataset).length > 0;
  if (on !== null && isInput) {
    throw new ImportRefused('Other figures are made with this file: it is published at once, not from a day on.');
  }
  const isProtected = entry.dataset !== null && rollupOf(entry.dataset)?.publication !== undefined;
  if (on !== null && isProtected) {
    throw new ImportRefused(
      'Its counts are protected beside all that readers have seen by then: publish it on the day.',
    );
  }
  await publishing(() =>
    inPublication(async (tx) => {
      await publishDue(tx, today());
      await publishStaged(tx, entry, releaseId, on);
      await remake(tx, viewer, entry.dataset, releaseId);
      await audit(tx, viewer, 'import.publish', id, { releaseId, on, rows: entry.rows, sha256: entry.sha256 });
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

/** Takes a release off every screen, with a reason; releases that it had superseded are shown again. */
export async function withdrawRelease(id: string, kind: WithdrawalKind, reason: string): Promise<void> {
  const viewer = await authorise('data:import');
  if (reason.trim() === '') throw new ImportRefused('Say why the release is withdrawn.');
  await inPublication(async (tx) => {
    await publishDue(tx, today());
    const [row] = await tx.select().from(release).where(eq(release.id, id));
    if (!row) throw new NotFound('There is no such release.');
    if (rootOfSource(row.sourceId) === 'demonstration' && row.dataset === null) {
      throw new ImportRefused('The places of the demonstration country go with it: remove the country.');
    }
    if (row.status === 'withdrawn' || row.status === 'staged')
      throw new ImportRefused(`This release is ${row.status}.`);
    await tx
      .update(release)
      .set({ status: 'withdrawn', withdrawnFor: kind, withdrawnReason: reason.trim(), withdrawnAt: sql`now()` })
      .where(eq(release.id, id));
    await dropProtectedTables(tx, id);
    await putBack(tx, row);
    // The file may be sent again: its entry is no longer live.
    await tx.update(importFile).set({ status: 'cancelled' }).where(eq(importFile.releaseId, id));
    await remake(tx, viewer, row.dataset, id);
    await audit(tx, viewer, 'release.withdraw', id, { kind, reason: reason.trim() });
  });
  await forgetPublished();
  await workOutFindingsSoon(viewer);
}
