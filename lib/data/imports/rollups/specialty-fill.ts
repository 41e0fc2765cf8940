import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { exactSum, INTO_OBSERVATION } from '@/lib/data/imports/area-sums';
import { findBeside } from '@/lib/data/imports/coverage';
import { figureNote } from '@/lib/data/imports/figure-note';
import { vintageOf } from '@/lib/data/imports/inputs';
import type { Rollup } from '@/lib/data/imports/rollup';

const ENGLAND = 'E92000001';

const PLACE_MISSING = figureNote(
  'missing',
  'The file names neither its year nor its area: no figure is made. Discard it and send it again with both (two fields of the form; on the command line --period 2025 --area E92000001), or put the counts into fill.csv.',
);

const placeOf = async (tx: Executor, releaseId: string) => {
  const { period, areaCode } = await vintageOf(tx, releaseId);
  const year = Number(period?.slice(0, 4));
  return areaCode !== null && year > 0 ? { areaCode, year } : null;
};

/** The file's own total of all programmes, where it prints one that its rows don't add up to. */
const Printed = z.object({ printed: z.number(), posts: z.number() });

async function findOtherTotal(tx: Executor, releaseId: string): Promise<z.infer<typeof Printed> | null> {
  const result = await tx.execute(sql`
    with counted as (
      select (body->>'posts')::float8 as posts, body->>'specialtyAndLevel' ~* '^(grand |overall )?totals?$' as is_total,
        body->>'specialtyAndLevel' ~* '^(grand |overall )?total' as is_left_out
      from source_row where release_id = ${releaseId} and jsonb_typeof(body->'posts') = 'number')
    select max(posts) filter (where is_total) as printed, coalesce(sum(posts) filter (where not is_left_out), 0) as posts from counted
    having count(*) filter (where is_total) = 1
      and max(posts) filter (where is_total) <> coalesce(sum(posts) filter (where not is_left_out), 0)`);
  return z.object({ rows: z.array(Printed) }).parse(result).rows[0] ?? null;
}

/**
 * Accepts ÷ posts by level and over all levels; for England by specialty too. A printed total is left out. Above 100 where
 * posts were added late: then it is no proportion, and its counts are left out.
 */
export const specialtyFillRollup: Rollup = {
  dataset: 'specialty_fill_rates',
  figures: async (tx, { releaseId }) => {
    const place = await placeOf(tx, releaseId);
    if (!place) return;
    await tx.execute(sql`
      with programmes as (
        select body->>'specialtyAndLevel' as label, (body->>'posts')::float8 as posts, (body->>'accepts')::float8 as accepts,
          case when body->>'specialtyAndLevel' ~* '\\m(CT1|ST1|CT1/ST1|ST1/CT1)\\)?$' then 'CT1/ST1' else body->>'level' end as level
        from source_row where release_id = ${releaseId} and body->>'specialtyAndLevel' !~* '^(grand |overall )?total'
          and jsonb_typeof(body->'posts') = 'number' and jsonb_typeof(body->'accepts') = 'number'),
      sums as (
        select 'specialty-fill-rate' as indicator_id, coalesce(level, 'all') as breakdown, ${exactSum(sql`posts`)} as posts,
          ${exactSum(sql`accepts`)} as accepts
        from programmes group by grouping sets ((), (level)) having grouping(level) = 1 or level is not null
        union all
        select 'specialty-fill-england-by-specialty', label, posts, accepts from programmes where ${place.areaCode} = ${ENGLAND})
      ${INTO_OBSERVATION}
      select indicator_id, area.code, ${releaseId}, ${String(place.year)}, make_date(${place.year}, 1, 1),
        make_date(${place.year}, 12, 31), breakdown, case when accepts <= posts then accepts end,
        case when accepts <= posts then posts end, case when posts > 0 then 100 * accepts / posts end,
        case when posts > 0 then 'value' else 'not_applicable' end, 'derived',
        case when posts = 0 then 'No post was on offer.' when accepts > posts then 'More accepts than posts: posts were added late.' end
      from sums, area where area.code = ${place.areaCode} and posts is not null`);
  },
  // A total of some programmes would be shown in place of the total of all.
  merged: async (tx, { releaseId }, superseded) => {
    const beside = await findBeside(tx, releaseId, 'specialty_fill_rates', superseded);
    if (beside.length === 0) return [];
    await tx.execute(sql`
      delete from observation where release_id = ${releaseId} and indicator_id = 'specialty-fill-rate'`);
    const titles = beside.map(({ title }) => title).join(', ');
    const message = `The file lacks programmes that ${titles} has, of the same area and year: no totals are made of it, by level or over all levels. Load a file with all programmes, those no longer there with 0 posts.`;
    return [figureNote('partial', message, 'totals')];
  },
  notes: async (tx, { releaseId }) => {
    if ((await placeOf(tx, releaseId)) === null) return [PLACE_MISSING];
    const other = await findOtherTotal(tx, releaseId);
    if (!other) return [];
    const message = `The file prints ${other.printed} posts as its total and has ${other.posts} in its rows: some are missing or stand twice. Totals are made of the rows: check the file before you publish it.`;
    return [figureNote('partial', message, 'printed total')];
  },
};
