import { and, desc, eq, lte, or, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { boundarySet, release } from '@/db/schema';

/** Every boundary file that is shown `today`, newest first. */
export const selectBoundarySets = (db: Executor, today: string) =>
  db
    .select({
      releaseId: boundarySet.releaseId,
      fileName: release.title,
      publishedOn: release.publishedOn,
      vintage: release.vintage,
      licence: boundarySet.licence,
      areas: boundarySet.areas,
    })
    .from(boundarySet)
    .innerJoin(release, eq(release.id, boundarySet.releaseId))
    .where(or(eq(release.status, 'published'), and(eq(release.status, 'scheduled'), lte(release.publishOn, today))))
    .orderBy(desc(sql`coalesce(${release.publishOn}, ${release.publishedOn})`), desc(release.loadedAt));
