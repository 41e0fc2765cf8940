import { and, eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { protectedTables, release } from '@/db/schema';

type Kept = typeof protectedTables.$inferInsert;

/** What is kept of a source, made from what there is now if it has its key. For the publisher only. */
export const selectProtectedTables = (tx: Executor, source: string) =>
  tx
    .select({ key: protectedTables.key, body: protectedTables.body })
    .from(protectedTables)
    .where(eq(protectedTables.source, source));

/** Keeps it instead of what was kept of the source before; nothing of a release that is no longer published. */
export async function keepProtectedTables(tx: Executor, { source, ...kept }: Kept): Promise<void> {
  const standing = await tx
    .select({ id: release.id })
    .from(release)
    .where(and(eq(release.id, kept.releaseId), eq(release.status, 'published')))
    .for('share');
  if (standing.length === 0) return;
  await tx
    .insert(protectedTables)
    .values({ source, ...kept })
    .onConflictDoUpdate({ target: protectedTables.source, set: { ...kept, madeAt: sql`now()` } });
}

export const dropProtectedTables = (tx: Executor, releaseId: string) =>
  tx.delete(protectedTables).where(eq(protectedTables.releaseId, releaseId));
