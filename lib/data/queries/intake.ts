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

/**
 * The rows of one school, and of no other that its files may hold: each year of entry from the newest file that has it, among those
 * under the rule of `newest`. For the publisher only.
 */
export async function selectIntakeRows(tx: Executor, newest: string, school: string): Promise<IntakeRow[]> {
  const result = await tx.execute(sql`
    with given as (
      select release.id, release.loaded_at from release join source on source.id = release.source_id
      join (select source.id, source.rule_set from release join source on source.id = release.source_id
        where release.id = ${newest}) as own on own.rule_set = source.rule_set
          and starts_with(own.id, ${DEMONSTRATION_SOURCE}) = starts_with(source.id, ${DEMONSTRATION_SOURCE})
      where release.status = 'published' and release.dataset = 'intake'),
    ranked as (
      select body, dense_rank() over (partition by body->>'entryYear' order by given.loaded_at desc, given.id desc) as place
      from source_row join given on given.id = release_id where dataset = 'intake' and body->>'schoolId' = ${school})
    select (body->>'entryYear')::int as "entryYear", body->>'homeLadCode' as "homeLadCode",
      body->>'imdQuintile' as "imdQuintile", body->>'entryRoute' as "entryRoute",
      case when jsonb_typeof(body->'entrants') = 'number' then (body->>'entrants')::float8 end as entrants
    from ranked where place = 1`);
  return z.object({ rows: z.array(Row) }).parse(result).rows;
}
