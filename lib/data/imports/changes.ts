import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import type { ImportChanges } from '@/lib/contracts/import';
import { type MatchedAreas, matchAreas } from './matched-areas';

const Counts = z.object({
  figures: z.coerce.number(),
  added: z.coerce.number(),
  changed: z.coerce.number(),
  same: z.coerce.number(),
});
const Gone = z.object({ gone: z.coerce.number() });
const Superseded = z.object({ id: z.string() });

const one = <Row>(result: unknown, schema: z.ZodType<Row>): Row =>
  z.object({ rows: z.array(schema).min(1) }).parse(result).rows[0] ?? schema.parse(null);

/** A school's own file replaces files of the same schools only: another school's stays. */
const HOLDS_NO_OTHER_SCHOOL = sql`(new.dataset <> 'intake' or not exists (
  select 1 from source_row gone where gone.release_id = old.id and not exists (
    select 1 from source_row stay where stay.release_id = new.id and stay.body->>'schoolId' = gone.body->>'schoolId')))`;

/**
 * Releases of the same dataset whose time lies within the new one's, or which have the same codes where there is no
 * time: they would no longer be shown.
 */
export async function findSuperseded(tx: Executor, releaseId: string): Promise<string[]> {
  const result = await tx.execute(sql`
    select old.id from release old
    join release new on new.id = ${releaseId} and new.dataset = old.dataset and new.source_id = old.source_id
    left join import_file old_file on old_file.release_id = old.id
    left join import_file new_file on new_file.release_id = new.id
    where old.id <> new.id and old.status = 'published' and ${HOLDS_NO_OTHER_SCHOOL}
      and old_file.vintage->>'areaCode' is not distinct from new_file.vintage->>'areaCode'
      and coalesce(old_file.vintage->'geography', '{}') = coalesce(new_file.vintage->'geography', '{}')
      and (old_file.vintage->>'from' is null and new_file.vintage->>'from' is null
        or new_file.vintage->>'from' <= old_file.vintage->>'from' and new_file.vintage->>'to' >= old_file.vintage->>'to')
    order by old.id`);
  return z
    .object({ rows: z.array(Superseded) })
    .parse(result)
    .rows.map(({ id }) => id);
}

/**
 * Within a twentieth of the last digit that is shown, a figure is the same: publishers round, and sums are exact. A status
 * is the same or not.
 */
const IS_SAME = sql`shown.status is not distinct from new.status
  and (shown.value is not distinct from new.value
    or abs(shown.value - new.value) <= 0.0501 * 10.0 ^ -indicator.decimals)`;

/** What the figures of a staged release would change among those that are shown. */
export async function findChanges(tx: Executor, releaseId: string, areas?: MatchedAreas): Promise<ImportChanges> {
  const counts = await tx.execute(sql`
    with shown as (
      select distinct on (o.indicator_id, o.area_code, o.breakdown, o.period_end)
        o.indicator_id, o.area_code, o.breakdown, o.period_end, o.status, o.value
      from observation o join release r on r.id = o.release_id and r.status = 'published'
      where o.indicator_id in (select distinct indicator_id from observation where release_id = ${releaseId})
      order by o.indicator_id, o.area_code, o.breakdown, o.period_end, r.loaded_at desc
    )
    select count(*) as figures,
      count(*) filter (where shown.status is null) as added,
      count(*) filter (where shown.status is not null and not coalesce(${IS_SAME}, false)) as changed,
      count(*) filter (where ${IS_SAME}) as same
    from observation new join indicator on indicator.id = new.indicator_id left join shown using (indicator_id, area_code, breakdown, period_end)
    where new.release_id = ${releaseId}`);
  const supersedes = await findSuperseded(tx, releaseId);
  const gone = await tx.execute(sql`
    select count(*) as gone from observation old
    where old.release_id = any(${sql.param(supersedes)}::text[]) and not exists (
      select 1 from observation new where new.release_id = ${releaseId} and new.indicator_id = old.indicator_id
        and new.area_code = old.area_code and new.breakdown = old.breakdown and new.period_end = old.period_end)`);
  return {
    ...one(counts, Counts),
    ...one(gone, Gone),
    ...(areas ?? (await matchAreas(tx, releaseId)).matched),
    supersedes,
  };
}
