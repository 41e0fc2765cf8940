import { and, asc, eq, lte, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { auditEvent, importFile, release } from '@/db/schema';
import { ImportNote } from '@/lib/contracts/import';
import { ImportRefused } from '@/lib/data/errors';
import { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { adoptProposals } from './area-codes';
import { findSuperseded } from './changes';
import { lockPublications } from './publication-lock';
import { remakeDependents, remakeNaming } from './remake';
import type { StagedRelease } from './rollup';
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
  // One that was withdrawn meanwhile stays withdrawn.
  for (const id of superseded) {
    await tx
      .update(release)
      .set({ status: 'superseded' })
      .where(and(eq(release.id, id), eq(release.status, 'published')));
  }
  // The clock, not now(): that is when the transaction began, before it waited for the publication that it comes after.
  await tx
    .update(release)
    .set({
      status: 'published',
      publishedOn,
      supersedes: superseded.join(' ') || null,
      loadedAt: sql`clock_timestamp()`,
    })
    .where(eq(release.id, releaseId));
  await tx.update(importFile).set({ status: 'published' }).where(eq(importFile.releaseId, releaseId));
}

/** Protected counts are made now, beside all that readers have seen by now. @throws ImportRefused where they can't be. */
export async function makeProtected(tx: Executor, dataset: string, staged: StagedRelease): Promise<void> {
  const refusal = await rollupOf(dataset)?.publication?.(tx, staged);
  if (refusal) throw new ImportRefused(`It can't be published: ${refusal}.`);
}

type Actor = Pick<typeof auditEvent.$inferInsert, 'actorId' | 'actorKind'>;

/**
 * Reads new codes of a release that was just shown as the boards whose names it gives them, and makes again what that changes: its own
 * figures and notes, and all that is made with it. Gives the releases that were made again; none where there are no new codes.
 */
export async function adoptCodes(tx: Executor, releaseId: string, actor: Actor): Promise<string[]> {
  const codes = await adoptProposals(tx, releaseId, actor.actorId ?? null);
  if (codes.length === 0) return [];
  const remade = await remakeNaming(
    tx,
    codes.map(({ code }) => code),
  );
  await tx
    .insert(auditEvent)
    .values({ ...actor, action: 'area-code.propose', subject: releaseId, detail: { codes, remade } });
  return remade;
}

const Due = z.object({
  id: z.string(),
  day: z.string(),
  dataset: z.string(),
  ruleSet: RuleSetId,
});
type Due = z.infer<typeof Due>;

const auditDue = (tx: Executor, action: string, { id, day }: Due, detail: Record<string, unknown>) =>
  tx
    .insert(auditEvent)
    .values({ actorId: null, actorKind: 'operator', action, subject: id, detail: { day, ...detail } });

async function publishOne(tx: Executor, due: Due): Promise<void> {
  const { id, day, dataset, ruleSet } = due;
  await makeProtected(tx, dataset, { releaseId: id, ruleSet });
  await show(tx, id, day);
  const codes = await adoptCodes(tx, id, { actorId: null, actorKind: 'operator' });
  const remade = codes.length > 0 ? codes : await remakeDependents(tx, dataset, id);
  await auditDue(tx, 'release.due', due, remade.length > 0 ? { remade } : {});
}

/** What can't be published on its day waits for an analyst, with the reason; readers see what they saw before. */
async function putBack(tx: Executor, due: Due, reason: string): Promise<void> {
  await tx.update(release).set({ status: 'staged', publishOn: null, publishedOn: null }).where(eq(release.id, due.id));
  const reject = `It was to be shown from ${due.day}, and was not published. ${reason}`;
  await tx.update(importFile).set({ status: 'ready', publishOn: null, reject }).where(eq(importFile.releaseId, due.id));
  await auditDue(tx, 'release.due.refused', due, { reason });
}

/**
 * Publishes what was set for a day that has come, in the order of the days, in the caller's transaction: counts are protected, and
 * figures of other files are made again, as in a publication at once.
 */
export async function publishDue(tx: Executor, today: string): Promise<void> {
  const isDue = and(eq(release.status, 'scheduled'), lte(release.publishOn, today));
  // Readers ask too: they wait for a publication only where there is something to publish.
  if ((await tx.select({ id: release.id }).from(release).where(isDue).limit(1)).length === 0) return;
  await lockPublications(tx);
  const rows = await tx
    .select({ id: release.id, day: release.publishOn, dataset: release.dataset, ruleSet: importFile.ruleSet })
    .from(release)
    .innerJoin(importFile, eq(importFile.releaseId, release.id))
    .where(isDue)
    .orderBy(asc(release.publishOn), asc(release.id))
    .for('update', { of: release });
  for (const due of z.array(Due).parse(rows)) {
    // A savepoint: nothing is left of one that is refused half-way.
    const refusal = await tx
      .transaction((inner) => publishOne(inner, due))
      .catch((error: unknown) => {
        if (!(error instanceof ImportRefused)) throw error;
        return error.message;
      });
    if (refusal) await putBack(tx, due, refusal);
  }
}
