import { eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { boundarySet, establishment, observation, release, sourceRow } from '@/db/schema';
import type { RecordBatch } from '@/lib/jobs/import-protocol';

/**
 * Columns as arrays: one statement for a batch, whatever its length. Row-level security forbids COPY into the table. Taken by
 * their place: `unnest` of several arrays would write each to a store of its own first.
 */
const writeColumns = (
  tx: Executor,
  releaseId: string,
  { count, columns }: { count: number; columns: readonly string[] },
) => {
  const [periods, period, areas, area, specialties, specialty, levels, level, posts, inPost] = columns;
  return tx.execute(sql`
    insert into establishment
    select ${releaseId}, (${periods}::date[])[(${period}::int[])[row]], (${areas}::text[])[(${area}::int[])[row]],
      (${specialties}::text[])[(${specialty}::int[])[row]], (${levels}::text[])[(${level}::int[])[row]],
      (${posts}::float8[])[row], (${inPost}::float8[])[row]
    from generate_series(1, ${count}::int) as row`);
};

/** Writes a batch below a release that is not shown yet. */
export const writeBatch = (tx: Executor, releaseId: string, batch: RecordBatch) => {
  if (batch.kind === 'columns') return writeColumns(tx, releaseId, batch);
  return batch.kind === 'shapes'
    ? tx.execute(sql`
        insert into boundary_set (release_id, licence, areas)
        values (${releaseId}, ${batch.licence}, ${batch.json}::jsonb)`)
    : tx.execute(sql`
        insert into source_row (release_id, dataset, body)
        select ${releaseId}, ${batch.dataset}, value from jsonb_array_elements(${batch.json}::jsonb)`);
};

/** Takes back what was staged below a release that was never shown. */
export async function dropRows(tx: Executor, releaseId: string): Promise<void> {
  await tx.delete(observation).where(eq(observation.releaseId, releaseId));
  await tx.delete(establishment).where(eq(establishment.releaseId, releaseId));
  await tx.delete(boundarySet).where(eq(boundarySet.releaseId, releaseId));
  await tx.delete(sourceRow).where(eq(sourceRow.releaseId, releaseId));
}

/** The same, and the release. */
export async function dropStaged(tx: Executor, releaseId: string): Promise<void> {
  await dropRows(tx, releaseId);
  await tx.delete(release).where(eq(release.id, releaseId));
}
