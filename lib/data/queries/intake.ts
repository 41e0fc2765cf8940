import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import type { Root } from '@/lib/domain/geography/area';
import { QUINTILES, ROUTES } from '@/lib/domain/journeys/journey-record';
import { DEMONSTRATION_SOURCE } from './root-of-source';

const Release = z.object({
  id: z.string(),
  title: z.string(),
  publisher: z.string(),
  licence: z.string(),
  ruleSet: z.string(),
});
export type IntakeRelease = z.infer<typeof Release>;

/** The newest published intake file of a country with rows of one school; null where none is loaded. For the publisher only. */
export async function selectIntakeRelease(tx: Executor, root: Root, school: string): Promise<IntakeRelease | null> {
  const result = await tx.execute(sql`
    select release.id, release.title, source.publisher, source.licence, source.rule_set as "ruleSet"
    from release join source on source.id = release.source_id
    where release.status = 'published' and release.dataset = 'intake'
      and starts_with(source.id, ${DEMONSTRATION_SOURCE}) = ${root === 'demonstration'}
      and exists (select 1 from source_row where source_row.release_id = release.id and body->>'schoolId' = ${school})
    order by release.loaded_at desc, release.id desc limit 1`);
  return (
    z
      .object({ rows: z.array(Release) })
      .parse(result)
      .rows.at(0) ?? null
  );
}

const Row = z.object({
  entryYear: z.number(),
  homeLadCode: z.string(),
  imdQuintile: z.enum(QUINTILES).nullable(),
  entryRoute: z.enum(ROUTES),
  /** Null where withheld. */
  entrants: z.number().nullable(),
});
export type IntakeRow = z.infer<typeof Row>;

/** The rows of one school, and of no other that the file may hold. For the publisher only. */
export async function selectIntakeRows(tx: Executor, releaseId: string, school: string): Promise<IntakeRow[]> {
  const result = await tx.execute(sql`
    select (body->>'entryYear')::int as "entryYear", body->>'homeLadCode' as "homeLadCode",
      body->>'imdQuintile' as "imdQuintile", body->>'entryRoute' as "entryRoute",
      case when jsonb_typeof(body->'entrants') = 'number' then (body->>'entrants')::float8 end as entrants
    from source_row where release_id = ${releaseId} and dataset = 'intake' and body->>'schoolId' = ${school}`);
  return z.object({ rows: z.array(Row) }).parse(result).rows;
}
