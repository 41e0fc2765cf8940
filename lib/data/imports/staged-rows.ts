import { eq, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { establishment, observation, release, sourceRow } from '@/db/schema';
import type { ImportBatch } from '@/lib/import/read-import';

type EstablishmentBatch = Extract<ImportBatch, { dataset: 'establishment' }>;

/** Columns as arrays: one statement for a batch, whatever its length. */
const writeEstablishment = (tx: Executor, releaseId: string, { records }: EstablishmentBatch) => {
  const column = <Value>(of: (record: EstablishmentBatch['records'][number]) => Value) => sql.param(records.map(of));
  return tx.execute(sql`
    insert into establishment
    select ${releaseId}, * from unnest(
      ${column(({ periodEnd }) => periodEnd)}::date[], ${column(({ areaCode }) => areaCode)}::text[],
      ${column(({ specialty }) => specialty)}::text[], ${column(({ level }) => level)}::text[],
      ${column(({ establishmentFte }) => establishmentFte)}::float8[], ${column(({ inPostFte }) => inPostFte)}::float8[])`);
};

/** Writes a batch below a release that is not shown yet. */
export const writeBatch = (tx: Executor, releaseId: string, batch: ImportBatch) => {
  if (batch.dataset === 'establishment') return writeEstablishment(tx, releaseId, batch);
  const bodies = batch.records.map((record) => JSON.stringify(record));
  return tx.execute(sql`
    insert into source_row (release_id, dataset, body)
    select ${releaseId}, ${batch.dataset}, body from unnest(${sql.param(bodies)}::jsonb[]) as body`);
};

/** Takes back what was staged below a release that was never shown, and the release. */
export async function dropStaged(tx: Executor, releaseId: string): Promise<void> {
  await tx.delete(observation).where(eq(observation.releaseId, releaseId));
  await tx.delete(establishment).where(eq(establishment.releaseId, releaseId));
  await tx.delete(sourceRow).where(eq(sourceRow.releaseId, releaseId));
  await tx.delete(release).where(eq(release.id, releaseId));
}
