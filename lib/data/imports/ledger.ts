import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { importFile, release, source } from '@/db/schema';
import {
  GivenAbout,
  ImportChanges,
  ImportEntry,
  ImportFault,
  ImportNote,
  MatchedVintage,
  UsedMapping,
} from '@/lib/contracts/import';
import { type ImportRow, selectCutOff, selectNames } from '@/lib/data/queries/imports';
import { DEMONSTRATION_SOURCE } from '@/lib/data/queries/root-of-source';
import type { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import type { DatasetId } from '@/lib/import/dataset-list';
import { findDataset } from '@/lib/import/dataset-list';
import type { ImportReading } from '@/lib/import/read-import';
import { keptErrors } from './kept-values';
import { type LedgerVintage, ledgerWords } from './period';
import { ruleSetFor } from './said';
import { dropStaged } from './staged-rows';

const StoredVintage: z.ZodType<LedgerVintage> = z.object({
  geography: z.record(z.string(), z.number()),
  from: z.string().nullable(),
  to: z.string().nullable(),
  areaCode: z.string().nullable().default(null),
  areas: z.array(MatchedVintage).default([]),
});

/** What was given with the file, beside what it says itself. */
const StoredGiven = z.object({ given: GivenAbout.default({}) });

/** Entries of the ledger, with the names of who sent them. */
export async function toEntries(tx: Executor, rows: readonly ImportRow[]): Promise<ImportEntry[]> {
  const senders = [...new Set(rows.flatMap(({ createdBy }) => createdBy ?? []))];
  const names = new Map((await selectNames(tx, senders)).map(({ id, name }) => [id, name]));
  return rows.map((row) => toEntry(row, names.get(row.createdBy ?? '') ?? null));
}

const toEntry = (row: ImportRow, createdBy: string | null): ImportEntry =>
  ImportEntry.parse({
    id: row.id,
    fileName: row.fileName,
    sha256: row.sha256,
    bytes: row.bytes,
    dataset: row.dataset,
    status: row.status,
    rows: row.rows,
    errorTotal: row.errorTotal,
    errors: z.array(ImportFault).parse(row.errors),
    flags: z.array(ImportNote).parse(row.flags),
    reject: row.reject,
    vintage: row.vintage === null ? null : ledgerWords(StoredVintage.parse(row.vintage)),
    given: row.vintage === null ? {} : StoredGiven.parse(row.vintage).given,
    headers: z.array(z.string()).parse(row.headers),
    mapping: row.mapping === null ? null : UsedMapping.parse(row.mapping),
    changes: row.changes === null ? null : ImportChanges.parse(row.changes),
    ruleSet: row.ruleSet,
    releaseId: row.releaseId,
    publishOn: row.publishOn,
    createdAt: row.createdAt.toISOString(),
    createdBy,
  });

type StagedFile = { dataset: DatasetId; ruleSet: RuleSetId; isDemonstration: boolean };

/** Files of a dataset share a source; a rule makes it another, so that the rule stays with what came under it. */
async function addSource(tx: Executor, { dataset, ruleSet, isDemonstration }: StagedFile): Promise<string> {
  const kind = isDemonstration ? DEMONSTRATION_SOURCE : 'import-';
  const id = ruleSet === 'none' ? `${kind}${dataset}` : `${kind}${dataset}-${ruleSet.replaceAll('_', '-')}`;
  const about = findDataset(dataset);
  const maker = isDemonstration
    ? { publisher: 'Stead project: demonstration country', licence: 'Invented figures' }
    : {
        publisher: about?.publisher ?? 'Unknown',
        licence: about?.isExchange ? 'As agreed with the supplier of the file' : 'Open Government Licence v3.0',
      };
  await tx
    .insert(source)
    .values({
      id,
      name: about?.title ?? dataset,
      ...maker,
      ruleSet,
      note: about?.about ?? null,
    })
    .onConflictDoNothing();
  return id;
}

/** The release that rows are staged below; nobody sees it before it is published. */
export async function addStagedRelease(
  tx: Executor,
  file: StagedFile & { id: string; sha256: string; fileName: string },
): Promise<string> {
  const entry = { ...file, ruleSet: ruleSetFor(file.dataset, file.ruleSet) };
  const releaseId = `${entry.dataset.replaceAll('_', '-')}-${entry.sha256.slice(0, 8)}-${entry.id.slice(0, 4)}`;
  await tx.insert(release).values({
    id: releaseId,
    sourceId: await addSource(tx, entry),
    title: entry.fileName,
    status: 'staged',
    sha256: entry.sha256,
    dataset: entry.dataset,
  });
  await tx
    .update(importFile)
    .set({ releaseId, dataset: entry.dataset, ruleSet: entry.ruleSet })
    .where(eq(importFile.id, entry.id));
  return releaseId;
}

/**
 * Ends an attempt that publishes nothing: its rows go, its entry stays. False, and nothing done, where its status is another
 * by now: somebody else was quicker.
 */
export async function endAttempt(
  tx: Executor,
  id: string,
  releaseId: string | null,
  end: Partial<typeof importFile.$inferInsert> & { status: string },
  from: readonly string[] = ['reading'],
): Promise<boolean> {
  const ended = await tx
    .update(importFile)
    .set({ ...end, releaseId: null, finishedAt: sql`now()` })
    .where(and(eq(importFile.id, id), inArray(importFile.status, [...from])))
    .returning({ id: importFile.id });
  if (ended.length > 0 && releaseId) await dropStaged(tx, releaseId);
  return ended.length > 0;
}

/** A file as it was read, and what its columns were taken for where a mapping said it. */
export type MappedReading = { reading: ImportReading; mapping: UsedMapping | null };

export const readingValues = async (tx: Executor, { reading, mapping }: MappedReading) => ({
  dataset: reading.dataset,
  rows: reading.rows,
  errorTotal: reading.errorTotal,
  errors: await keptErrors(tx, reading, mapping),
  flags: [...reading.flags],
  reject: reading.reject,
  vintage: reading.vintage,
  headers: [...reading.headers],
  mapping,
});

/** Clears readings that another process left behind when it was ended. */
export async function clearCutOff(tx: Executor, own: readonly string[]): Promise<number> {
  const cutOff = await selectCutOff(tx, own);
  for (const { id, releaseId } of cutOff) await endAttempt(tx, id, releaseId, { status: 'interrupted' });
  return cutOff.length;
}
