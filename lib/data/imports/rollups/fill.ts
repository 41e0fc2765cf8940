import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { exactSum, INTO_OBSERVATION } from '@/lib/data/imports/area-sums';
import { hasBeside, olderBeside } from '@/lib/data/imports/coverage';
import { figureNote } from '@/lib/data/imports/figure-note';
import type { Rollup } from '@/lib/data/imports/rollup';
import { fillOfYear, fillRows } from '@/lib/data/queries/fill-rows';
import { addCompetition } from './competition';
import { dropSlices, mergedNote } from './merged-sums';
import { HAS_ALL_REGIONS, TO_COUNTRY, WHOLE_COUNTRY_NOTE } from './whole-country';

const ABOVE_IN_SOME = 'In some, more accepts than posts are counted: posts were added late.';

/**
 * Sums by area, year and level, and of those over all regions: of what is counted in each, because posts that were added late in one
 * leave its accepts and posts true. Sums of areas without a row of the release itself are left out, and what is there stays.
 */
const addSums = (tx: Executor, releaseId: string, rows: SQL) =>
  tx.execute(sql`
    with own as materialized (
      select area_code, year, level, ${exactSum(sql`accepts`)} as accepts, ${exactSum(sql`posts`)} as posts
      from (${fillOfYear(rows)}) as unit
      where area_code in (select code from area)
      group by area_code, year, level having bool_or(is_own)),
    whole as (
      select country.code as area_code, year, level, ${exactSum(sql`accepts`)} as accepts, ${exactSum(sql`posts`)} as posts,
        concat_ws(' ', ${WHOLE_COUNTRY_NOTE}::text,
          case when bool_or(accepts > posts) and sum(accepts) <= sum(posts) then ${ABOVE_IN_SOME}::text end) as note
      from own ${TO_COUNTRY}
      where (country.code, year, level) not in (select area_code, year, level from own)
      group by country.code, country.root, year, level
      having ${HAS_ALL_REGIONS} and sum(posts) > 0)
    ${INTO_OBSERVATION}
    select 'specialty-fill-rate', area_code, ${releaseId}, year::text, make_date(year, 1, 1), make_date(year, 12, 31), level,
      case when accepts <= posts then accepts end, case when accepts <= posts then posts end,
      case when posts > 0 then 100 * accepts / posts end,
      case when posts > 0 then 'value' else 'not_applicable' end,
      case when area_code like 'XD-%' then 'demonstration' else 'derived' end,
      nullif(concat_ws(' ', note, case when posts = 0 then 'No post was on offer.'
        when accepts > posts then 'More accepts than posts: posts were added late.' end), '')
    from (select *, null as note from own union all select * from whole) as sums
    on conflict do nothing`);

const ownRows = (releaseId: string): SQL => sql`
  select *, true as is_own from (${fillRows(sql`release_id = ${releaseId}`)}) as own`;

const Slices = z.object({ rows: z.array(z.object({ areaCode: z.string(), day: z.string(), rows: z.number() })) });

/** Areas and years of which other published releases have rounds that this one doesn't have. */
async function partialSlices(tx: Executor, releaseId: string, older: SQL) {
  const result = await tx.execute(sql`
    with beside as materialized ${older},
      own as materialized (${fillRows(sql`release_id = ${releaseId}`)}),
      gone as materialized (${fillRows(sql`release_id in (select id from beside)`)})
    select area_code as "areaCode", make_date(year, 12, 31)::text as day, count(*)::int as rows
    from gone
    where (area_code, year) in (select area_code, year from own)
      and not exists (select from own where own.area_code = gone.area_code and own.year = gone.year
        and own.specialty = gone.specialty and own.level = gone.level and lower(own.round) in ('all', lower(gone.round)))
    group by 1, 2 order by 1, 2`);
  return Slices.parse(result).rows;
}

const Overlaps = z.object({ rows: z.tuple([z.object({ both: z.number(), several: z.number() })]) });

/** How often rounds are given beside all rounds together, and one after the other. */
async function roundNotes(tx: Executor, releaseId: string) {
  const result = await tx.execute(sql`
    select (count(*) filter (where has_all and rounds > 1))::int as both,
      (count(*) filter (where not has_all and rounds > 1))::int as several
    from (select bool_or(lower(round) = 'all') as has_all, count(*) as rounds
      from (${fillRows(sql`release_id = ${releaseId}`)}) as own group by year, area_code, specialty, level) as unit`);
  const [{ both, several }] = Overlaps.parse(result).rows;
  return [
    ...(both > 0
      ? [
          figureNote(
            'method',
            `${both} times rounds stand beside all rounds together ("all"): they overlap, and "all" alone is counted.`,
            'rounds and all',
          ),
        ]
      : []),
    ...(several > 0
      ? [
          figureNote(
            'method',
            `${several} times there are several rounds: posts are the most of any round, because later rounds offer again what was left; accepts are added.`,
            'several rounds',
          ),
        ]
      : []),
  ];
}

/**
 * Accepts ÷ posts over rounds and specialties, per cent. Above 100 where posts were added late: then it is no proportion,
 * and its counts are left out so that it gets no interval.
 */
export const fillRollup: Rollup = {
  dataset: 'fill',
  figures: async (tx, { releaseId }) => {
    await addSums(tx, releaseId, ownRows(releaseId));
    await addCompetition(tx, releaseId, ownRows(releaseId));
  },
  merged: async (tx, { releaseId }, superseded) => {
    const older = olderBeside(releaseId, superseded);
    const slices = (await hasBeside(tx, older)) ? await partialSlices(tx, releaseId, older) : [];
    if (slices.length === 0) return [];
    await dropSlices(tx, releaseId, slices);
    const all = fillRows(sql`release_id = ${releaseId} or release_id in (select id from ${older} as beside)`);
    const inSlices = sql`(area_code, make_date(year, 12, 31)) in (select * from unnest(
      ${sql.param(slices.map(({ areaCode }) => areaCode))}::text[], ${sql.param(slices.map(({ day }) => day))}::date[]))`;
    const newest = (which: SQL) => sql`
      select distinct on (year, area_code, specialty, level, lower(round)) row.*, release_id = ${releaseId} as is_own
      from (${all}) as row left join ${older} as beside on beside.id = release_id
      where ${which}
      order by year, area_code, specialty, level, lower(round), is_own desc, beside.loaded_at desc, beside.id desc`;
    // The country needs the release's other areas too.
    await addSums(tx, releaseId, newest(sql`${inSlices} or release_id = ${releaseId}`));
    await addCompetition(tx, releaseId, newest(inSlices));
    return [mergedNote(slices)];
  },
  notes: async (tx, { releaseId }) => roundNotes(tx, releaseId),
};
