import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { INTO_OBSERVATION } from '@/lib/data/imports/area-sums';
import { figureNote } from '@/lib/data/imports/figure-note';
import { vintageOf } from '@/lib/data/imports/inputs';
import type { Rollup } from '@/lib/data/imports/rollup';

const ENGLAND = 'E92000001';

const placeOf = async (tx: Executor, releaseId: string) => {
  const { period, areaCode } = await vintageOf(tx, releaseId);
  const year = Number(period?.slice(0, 4));
  return areaCode !== null && year > 0 ? { areaCode, year } : null;
};

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
        select 'specialty-fill-rate' as indicator_id, coalesce(level, 'all') as breakdown, sum(posts) as posts, sum(accepts) as accepts
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
  notes: async (tx, { releaseId }) =>
    (await placeOf(tx, releaseId)) === null
      ? [
          figureNote(
            'missing',
            'The file names neither its year nor its area: no figure is made. Discard it and send it again with both (two fields of the form; on the command line --period 2025 --area E92000001), or put the counts into fill.csv.',
          ),
        ]
      : [],
};
