import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import type { Root } from '@/lib/domain/geography/area';
import type { JourneyRecord } from '@/lib/domain/journeys/journey-record';
import { DEMONSTRATION_SOURCE, READER_TITLE } from './root-of-source';

const Release = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  ruleSet: z.string(),
});
export type CohortRelease = z.infer<typeof Release>;

/** The newest published cohort of a country; null where none is loaded. */
export async function selectCohortRelease(tx: Executor, root: Root): Promise<CohortRelease | null> {
  const result = await tx.execute(sql`
    select release.id, ${READER_TITLE} as title, source.publisher, source.licence, source.rule_set as "ruleSet"
    from release join source on source.id = release.source_id
    where release.status = 'published' and starts_with(source.id, ${DEMONSTRATION_SOURCE}) = ${root === 'demonstration'}
      and exists (select 1 from import_file where import_file.release_id = release.id and import_file.dataset = 'cohort')
    order by release.loaded_at desc, release.id desc limit 1`);
  return (
    z
      .object({ rows: z.array(Release) })
      .parse(result)
      .rows.at(0) ?? null
  );
}

/** Pages of the table that one statement reads: some two thousand rows, a few hundredths of a second. */
const PAGES = 128;

/** Where the batches of a reading of the table begin, in its pages. */
export async function cohortPages(tx: Executor): Promise<number[]> {
  const sized = await tx.execute(
    sql`select pg_relation_size('source_row') / current_setting('block_size')::int as pages`,
  );
  const { pages } = z.object({ rows: z.tuple([z.object({ pages: z.coerce.number() })]) }).parse(sized).rows[0];
  return Array.from({ length: Math.ceil(pages / PAGES) }, (_, batch) => batch * PAGES);
}

const Batch = z.object({ rows: z.tuple([z.object({ records: z.array(z.custom<JourneyRecord>()).nullable() })]) });

/** The rows of a cohort on some pages of the table, so that no cohort stands in memory as rows. For the publisher only. */
export async function selectCohortBatch(tx: Executor, releaseId: string, fromPage: number): Promise<JourneyRecord[]> {
  const range = sql`ctid >= ${`(${fromPage},0)`}::tid and ctid < ${`(${fromPage + PAGES},0)`}::tid`;
  // As one JSON text, which is read twice as fast as an array for each field.
  const result = await tx.execute(sql`
    select json_agg(body) as records from source_row where release_id = ${releaseId} and dataset = 'cohort' and ${range}`);
  return Batch.parse(result).rows[0].records ?? [];
}
