import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import type { Rollup, StagedRelease } from '@/lib/data/imports/rollup';
import { addWholeCountry } from './whole-country';

/**
 * A million rows make some 90,000 sums: in the 4 MB that PostgreSQL gives by default they would go through the disk. Scans
 * that join one another begin anywhere, and the last digits of a sum depend on the order.
 */
const prepare = (tx: Executor) =>
  tx.execute(sql`select set_config('work_mem', '64MB', true), set_config('synchronize_seqscans', 'off', true)`);

/** Sums are of an area and a period: odd and even ones, by a hash of the two, share nothing. */
const sumsOf =
  (half: 0 | 1) =>
  async (tx: Executor, { releaseId }: StagedRelease): Promise<void> => {
    await prepare(tx);
    await tx.execute(sql`
      insert into observation (indicator_id, area_code, release_id, period_label, period_start, period_end, breakdown,
        numerator, denominator, value, status, provenance, note)
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
        from establishment
        where release_id = ${releaseId} and (hashtext(area_code) # (period_end - date '2000-01-01')) & 1 = ${half}
        group by grouping sets ((area_code, period_end), (area_code, period_end, level), (area_code, period_end, specialty))
      ) as sums
      where area_code in (select code from area)`);
  };

/** (establishment − in post) ÷ establishment, per cent: negative where more are in post than funded; none without posts. */
export const establishmentRollup: Rollup = {
  dataset: 'establishment',
  parts: [sumsOf(0), sumsOf(1)],
  figures: async (tx, { releaseId }) => {
    await prepare(tx);
    await addWholeCountry(tx, releaseId);
  },
};
