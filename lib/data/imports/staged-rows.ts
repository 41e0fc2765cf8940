import { eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { boundarySet, establishment, observation, release, sourceRow } from '@/db/schema';
import type { RecordBatch } from '@/lib/jobs/import-protocol';

/** Columns as arrays: one statement for a batch, whatever its length. Row-level security forbids COPY into the table. */
const writeColumns = (
  tx: Executor,
  releaseId: string,
  [periods, period, areas, area, specialties, specialty, levels, level, posts, inPost]: readonly string[],
) =>
  tx.execute(sql`
    insert into establishment
    select ${releaseId}, (${periods}::date[])[period], (${areas}::text[])[area], (${specialties}::text[])[specialty],
      (${levels}::text[])[level], posts, in_post
    from unnest(${period}::int[], ${area}::int[], ${specialty}::int[], ${level}::int[], ${posts}::float8[],
      ${inPost}::float8[]) as coded(period, area, specialty, level, posts, in_post)`);

/** Writes a batch below a release that is not shown yet. */
export const writeBatch = (tx: Executor, releaseId: string, batch: RecordBatch) => {
  if (batch.kind === 'columns') return writeColumns(tx, releaseId, batch.columns);
  return batch.kind === 'shapes'
    ? tx.execute(sql`
        insert into boundary_set (release_id, licence, areas)
        values (${releaseId}, ${batch.licence}, ${batch.json}::jsonb)`)
    : tx.execute(sql`
        insert into source_row (release_id, dataset, body)
        select ${releaseId}, ${batch.dataset}, value from jsonb_array_elements(${batch.json}::jsonb)`);
};

/** Takes back what was staged below a release that was never shown, and the release. */
export async function dropStaged(tx: Executor, releaseId: string): Promise<void> {
  await tx.delete(observation).where(eq(observation.releaseId, releaseId));
  await tx.delete(establishment).where(eq(establishment.releaseId, releaseId));
  await tx.delete(boundarySet).where(eq(boundarySet.releaseId, releaseId));
  await tx.delete(sourceRow).where(eq(sourceRow.releaseId, releaseId));
  await tx.delete(release).where(eq(release.id, releaseId));
}
