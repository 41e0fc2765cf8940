import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { type ImportChanges, LostFigures } from '@/lib/contracts/import';
import { coversOlder, findBeside } from './coverage';
import { type MatchedAreas, matchAreas } from './matched-areas';

const Counts = z.object({
  figures: z.coerce.number(),
  added: z.coerce.number(),
  changed: z.coerce.number(),
  same: z.coerce.number(),
});
const Superseded = z.object({ id: z.string() });

const one = <Row>(result: unknown, schema: z.ZodType<Row>): Row =>
  z.object({ rows: z.array(schema).min(1) }).parse(result).rows[0] ?? schema.parse(null);

const Staged = z.object({ rows: z.array(z.object({ dataset: z.string() })) });

async function datasetOf(tx: Executor, releaseId: string): Promise<string> {
  const result = await tx.execute(sql`select coalesce(dataset, '') as dataset from release where id = ${releaseId}`);
  return Staged.parse(result).rows[0]?.dataset ?? '';
}

/**
 * Releases of the same dataset whose time lies within the new one's, or which have the same codes where there is no
 * time, and which have nothing that the new one hasn't: they would no longer be shown. Rows never change: what the preview found to be
 * covered still is.
 */
export async function findSuperseded(tx: Executor, releaseId: string): Promise<string[]> {
  const dataset = await datasetOf(tx, releaseId);
  const result = await tx.execute(sql`
    select old.id from release old
    join release new on new.id = ${releaseId} and new.dataset = old.dataset and new.source_id = old.source_id
    left join import_file old_file on old_file.release_id = old.id
    left join import_file new_file on new_file.release_id = new.id
    where old.id <> new.id and old.status = 'published'
      and old_file.vintage->>'areaCode' is not distinct from new_file.vintage->>'areaCode'
      and coalesce(old_file.vintage->'geography', '{}') = coalesce(new_file.vintage->'geography', '{}')
      and (old_file.vintage->>'from' is null and new_file.vintage->>'from' is null
        or new_file.vintage->>'from' <= old_file.vintage->>'from' and new_file.vintage->>'to' >= old_file.vintage->>'to')
      and (coalesce(new_file.changes->'supersedes' ? old.id, false) or ${coversOlder(dataset)})
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

/**
 * Figures of superseded releases that the new one doesn't have. Figures of protected counts are made at publication: until then
 * nothing can be said of them, and the rows of the new release cover them.
 */
async function figuresLost(tx: Executor, releaseId: string, supersedes: readonly string[]) {
  const result = await tx.execute(sql`
    select release.id as "releaseId", release.title, count(*)::int as figures
    from observation old join release on release.id = old.release_id
    where old.release_id = any(${sql.param([...supersedes])}::text[])
      and exists (select 1 from observation where release_id = ${releaseId})
      and not exists (
        select 1 from observation new where new.release_id = ${releaseId} and new.indicator_id = old.indicator_id
          and new.area_code = old.area_code and new.breakdown = old.breakdown and new.period_end = old.period_end)
    group by 1, 2 order by 1`);
  return z.object({ rows: z.array(LostFigures) }).parse(result).rows;
}

/** What the figures of a staged release would change among those that are shown. */
export async function findChanges(
  tx: Executor,
  releaseId: string,
  supersedes: string[],
  areas?: MatchedAreas,
): Promise<ImportChanges> {
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
  const lostFrom = await figuresLost(tx, releaseId, supersedes);
  return {
    ...one(counts, Counts),
    gone: lostFrom.reduce((sum, { figures }) => sum + figures, 0),
    lostFrom,
    beside: await findBeside(tx, releaseId, await datasetOf(tx, releaseId), supersedes),
    ...(areas ?? (await matchAreas(tx, releaseId)).matched),
    supersedes,
  };
}
