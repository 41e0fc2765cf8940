import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { exactSum, INTO_OBSERVATION } from '@/lib/data/imports/area-sums';
import { hasBeside, olderBeside } from '@/lib/data/imports/coverage';
import type { Rollup, StagedRelease } from '@/lib/data/imports/rollup';
import { dropSlices, mergedNote } from './merged-sums';
import { HAS_ALL_REGIONS, TO_COUNTRY, WHOLE_COUNTRY_NOTE } from './whole-country';

/**
 * A million rows make some 90,000 sums: in the 4 MB that PostgreSQL gives by default they would go through the disk. Scans
 * that join one another begin anywhere, and the last digits of a sum depend on the order.
 */
const prepare = (tx: Executor) =>
  tx.execute(sql`select set_config('work_mem', '64MB', true), set_config('synchronize_seqscans', 'off', true)`);

/** Sums over rows by area and period, whole, by level and by specialty. `having` keeps some of them. */
const addSums = (tx: Executor, releaseId: string, { rows, having }: { rows: SQL; having: SQL }) =>
  tx.execute(sql`
    ${INTO_OBSERVATION}
    select indicator_id, area_code, ${releaseId}, to_char(period_end, 'FMDD FMMonth YYYY'), period_end, period_end, breakdown,
      vacant, funded, case when funded > 0 then 100 * vacant / funded end,
      case when funded > 0 then 'value' else 'not_applicable' end,
      case when area_code like 'XD-%' then 'demonstration' else 'derived' end,
      case when funded > 0 then null else 'No post is funded.' end
    from (
      select case when grouping(specialty) = 1 then 'training-vacancy-rate' else 'training-vacancy-by-specialty' end
          as indicator_id,
        area_code, period_end,
        case when grouping(specialty) = 0 then specialty when grouping(level) = 0 then level else 'all' end as breakdown,
        sum(establishment_fte) - sum(in_post_fte) as vacant, sum(establishment_fte) as funded
      from ${rows}
      group by grouping sets ((area_code, period_end), (area_code, period_end, level), (area_code, period_end, specialty))
      having ${having}
    ) as sums
    where area_code in (select code from area)`);

/** The sums of all regions, made of theirs. A figure of the country that the file gives stays. */
const addWholeCountry = (tx: Executor, releaseId: string) =>
  tx.execute(sql`
    ${INTO_OBSERVATION}
    select indicator_id, country.code, ${releaseId}, period_label, period_start, period_end, breakdown,
      ${exactSum(sql`numerator`)}, ${exactSum(sql`denominator`)}, 100 * ${exactSum(sql`numerator`)} / ${exactSum(sql`denominator`)},
      'value', min(provenance), ${WHOLE_COUNTRY_NOTE}
    from observation ${TO_COUNTRY}
    where release_id = ${releaseId}
    group by indicator_id, country.code, country.root, period_label, period_start, period_end, breakdown
    having ${HAS_ALL_REGIONS} and sum(denominator) > 0
    on conflict do nothing`);

/** Sums are of an area and a period: odd and even ones, by a hash of the two, share nothing. */
const sumsOf =
  (half: 0 | 1) =>
  async (tx: Executor, { releaseId }: StagedRelease): Promise<void> => {
    await prepare(tx);
    const rows = sql`establishment where release_id = ${releaseId}
      and (hashtext(area_code) # (period_end - date '2000-01-01')) & 1 = ${half}`;
    await addSums(tx, releaseId, { rows, having: sql`true` });
  };

const Slices = z.object({ rows: z.array(z.object({ areaCode: z.string(), day: z.string(), rows: z.number() })) });

/** Areas and periods of which other published releases have posts that this one doesn't have. */
async function partialSlices(tx: Executor, releaseId: string, older: SQL) {
  const result = await tx.execute(sql`
    with beside as materialized ${older}
    select area_code as "areaCode", period_end::text as day, count(distinct (specialty, level))::int as rows
    from establishment gone
    where release_id in (select id from beside)
      and (area_code, period_end) in (select area_code, period_end from establishment where release_id = ${releaseId})
      and not exists (select from establishment own where own.release_id = ${releaseId}
        and own.area_code = gone.area_code and own.period_end = gone.period_end
        and own.specialty = gone.specialty and own.level = gone.level)
    group by 1, 2 order by 1, 2`);
  return Slices.parse(result).rows;
}

/** (establishment − in post) ÷ establishment, per cent: negative where more are in post than funded; none without posts. */
export const establishmentRollup: Rollup = {
  dataset: 'establishment',
  parts: [sumsOf(0), sumsOf(1)],
  figures: async (tx, { releaseId }) => {
    await prepare(tx);
    await addWholeCountry(tx, releaseId);
  },
  merged: async (tx, { releaseId }, superseded) => {
    const older = olderBeside(releaseId, superseded);
    const slices = (await hasBeside(tx, older)) ? await partialSlices(tx, releaseId, older) : [];
    if (slices.length === 0) return [];
    await dropSlices(tx, releaseId, slices);
    const rows = sql`(
      select distinct on (area_code, period_end, specialty, level) area_code, period_end, specialty, level, establishment_fte,
        in_post_fte, release_id = ${releaseId} as is_own
      from establishment left join ${older} as beside on beside.id = release_id
      where (release_id = ${releaseId} or beside.id is not null)
        and (area_code, period_end) in (select * from unnest(
          ${sql.param(slices.map(({ areaCode }) => areaCode))}::text[], ${sql.param(slices.map(({ day }) => day))}::date[]))
      order by area_code, period_end, specialty, level, is_own desc, beside.loaded_at desc, beside.id desc) as newest`;
    await addSums(tx, releaseId, { rows, having: sql`bool_or(is_own)` });
    await addWholeCountry(tx, releaseId);
    return [mergedNote(slices)];
  },
};
