import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { INTO_OBSERVATION } from '@/lib/data/imports/area-sums';
import { hasBeside, olderBeside } from '@/lib/data/imports/coverage';
import type { Rollup, StagedRelease } from '@/lib/data/imports/rollup';
import { dropSlices, mergedNote } from './merged-sums';
import { addWholeCountry } from './whole-country';

/**
 * A million rows make some 90,000 sums: in the 4 MB that PostgreSQL gives by default they would go through the disk. Scans
 * that join one another begin anywhere, and the last digits of a sum depend on the order.
 */
const prepare = (tx: Executor) =>
  tx.execute(sql`select set_config('work_mem', '64MB', true), set_config('synchronize_seqscans', 'off', true)`);

type Indicator = 'training-vacancy-rate' | 'training-vacancy-by-specialty';

/** What the sums of an indicator are of besides an area and a period, and the name of each such part. */
const BREAKDOWNS: Readonly<Record<Indicator, { sets: SQL; name: SQL }>> = {
  'training-vacancy-rate': {
    sets: sql`(area_code, period_end), (area_code, period_end, level)`,
    name: sql`case when grouping(level) = 1 then 'all' else level end`,
  },
  'training-vacancy-by-specialty': { sets: sql`(area_code, period_end, specialty)`, name: sql`specialty` },
};
const INDICATORS = ['training-vacancy-rate', 'training-vacancy-by-specialty'] as const;

/** The sums of an indicator over rows. `having` keeps some of them. */
const addSums = (
  tx: Executor,
  { releaseId, indicator, rows, having }: { releaseId: string; indicator: Indicator; rows: SQL; having: SQL },
) =>
  tx.execute(sql`
    ${INTO_OBSERVATION}
    select ${indicator}, area_code, ${releaseId}, to_char(period_end, 'FMDD FMMonth YYYY'), period_end, period_end, breakdown,
      vacant, funded, case when funded > 0 then 100 * vacant / funded end,
      case when funded > 0 then 'value' else 'not_applicable' end,
      case when area_code like 'XD-%' then 'demonstration' else 'derived' end,
      case when funded > 0 then null else 'No post is funded.' end
    from (
      select area_code, period_end, ${BREAKDOWNS[indicator].name} as breakdown,
        sum(establishment_fte) - sum(in_post_fte) as vacant, sum(establishment_fte) as funded
      from ${rows}
      group by grouping sets (${BREAKDOWNS[indicator].sets})
      having ${having}
    ) as sums
    where area_code in (select code from area)`);

/** Indicators share no figure. */
const sumsOf =
  (indicator: Indicator) =>
  async (tx: Executor, { releaseId }: StagedRelease): Promise<void> => {
    await prepare(tx);
    const rows = sql`establishment where release_id = ${releaseId}`;
    await addSums(tx, { releaseId, indicator, rows, having: sql`true` });
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
  parts: INDICATORS.map(sumsOf),
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
    for (const indicator of INDICATORS) await addSums(tx, { releaseId, indicator, rows, having: sql`bool_or(is_own)` });
    await addWholeCountry(tx, releaseId);
    return [mergedNote(slices)];
  },
};
