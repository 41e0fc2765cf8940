import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { ImportNote } from '@/lib/contracts/import';
import { isRowFlagRule } from '@/lib/domain/quality/row-flags';

const Row = z.object({
  importId: z.uuid(),
  releaseId: z.string(),
  title: z.string(),
  dataset: z.string(),
  sourceId: z.string(),
  sourceName: z.string(),
  publishedOn: z.iso.date(),
  flags: z.array(ImportNote),
  geography: z.record(z.string(), z.number()).nullable(),
  /** Last of the time that its rows are of: a day, a year or a financial year. */
  to: z.string().nullable(),
  hasFigures: z.boolean(),
});
export type ReleaseQuality = z.infer<typeof Row>;

/** Published files with what was found in their rows, newest first. For the publisher: readers have no ledger. */
export async function selectReleaseQuality(tx: Executor): Promise<ReleaseQuality[]> {
  const result = await tx.execute(sql`
    select import_file.id as "importId", release.id as "releaseId", release.title, release.dataset, source.id as "sourceId",
      source.name as "sourceName", coalesce(release.published_on, release.loaded_at::date)::text as "publishedOn", import_file.flags,
      import_file.vintage->'geography' as geography, import_file.vintage->>'to' as to,
      exists (select 1 from observation where release_id = release.id) as "hasFigures"
    from release join import_file on import_file.release_id = release.id join source on source.id = release.source_id
    where release.status = 'published' and release.dataset is not null
    order by release.loaded_at desc, release.id`);
  const { rows } = z.object({ rows: z.array(Row) }).parse(result);
  return rows.map((row) => ({ ...row, flags: row.flags.filter(({ rule }) => isRowFlagRule(rule)) }));
}
