import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { auditEvent, importFile, release } from '@/db/schema';
import { ImportNote } from '@/lib/contracts/import';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { findSuperseded } from './changes';
import { rollupOf } from './rollup-list';

/** What other files have of the same sums may have changed since the preview. */
async function mergeBeside(tx: Executor, releaseId: string, superseded: readonly string[]): Promise<void> {
  const [file] = await tx
    .select({ id: importFile.id, dataset: importFile.dataset, flags: importFile.flags, ruleSet: importFile.ruleSet })
    .from(importFile)
    .where(eq(importFile.releaseId, releaseId));
  const merged = file && rollupOf(file.dataset ?? '')?.merged;
  if (!merged) return;
  const notes = await merged(tx, { releaseId, ruleSet: RuleSetId.parse(file.ruleSet) }, superseded);
  if (notes.length === 0) return;
  const others = z
    .array(ImportNote)
    .parse(file.flags)
    .filter(({ rule }) => rule !== 'figures_merged');
  await tx
    .update(importFile)
    .set({ flags: [...notes, ...others] })
    .where(eq(importFile.id, file.id));
}

/** Shows a release, and takes what it replaces off the screens; the caller audits it. */
export async function show(tx: Executor, releaseId: string, publishedOn: string): Promise<void> {
  const superseded = await findSuperseded(tx, releaseId);
  await mergeBeside(tx, releaseId, superseded);
  for (const id of superseded) await tx.update(release).set({ status: 'superseded' }).where(eq(release.id, id));
  await tx
    .update(release)
    .set({ status: 'published', publishedOn, supersedes: superseded.join(' ') || null, loadedAt: sql`now()` })
    .where(eq(release.id, releaseId));
  await tx.update(importFile).set({ status: 'published' }).where(eq(importFile.releaseId, releaseId));
}

/** Publishes what was set for a day that has come, in the order of the days, in the caller's transaction. */
export async function publishDue(tx: Executor, today: string): Promise<void> {
  const due = await tx
    .select({ id: release.id, day: release.publishOn })
    .from(release)
    .where(and(eq(release.status, 'scheduled'), lte(release.publishOn, today)))
    .orderBy(asc(release.publishOn), asc(release.id))
    .for('update');
  for (const { id, day } of due) {
    await show(tx, id, day ?? today);
    const detail = { day };
    await tx
      .insert(auditEvent)
      .values({ actorId: null, actorKind: 'operator', action: 'release.due', subject: id, detail });
  }
}
