import { type SQL, sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { INTO_OBSERVATION } from '@/lib/data/imports/area-sums';

/** Who applies again in a later round would count twice, and who applies in two specialties does: nothing is added up. */
const OF_ONE_ROUND = 'Of the round with the most posts.';

/**
 * Applicants ÷ posts by area, year, specialty and level, of all rounds together where the file has that row, else of the round with
 * the most posts. Nothing where no applicants are given. `rows` has the columns of `fillRows`, and `is_own`: units without a row of
 * the release itself are left out.
 */
export const addCompetition = (tx: Executor, releaseId: string, rows: SQL) =>
  tx.execute(sql`
    ${INTO_OBSERVATION}
    select 'competition-ratio', area_code, ${releaseId}, year::text, make_date(year, 1, 1), make_date(year, 12, 31),
      specialty || ' ' || level, applicants, case when applicants is not null then posts end, applicants / posts,
      case when applicants is null then 'suppressed' else 'value' end,
      case when area_code like 'XD-%' then 'demonstration' else 'derived' end,
      case when rounds > 1 and lower(round) <> 'all' then ${OF_ONE_ROUND} end
    from (
      select distinct on (year, area_code, specialty, level) *
      from (select row.*, bool_or(is_own) over unit as is_of_release, count(*) over unit as rounds
        from (${rows}) as row window unit as (partition by year, area_code, specialty, level)) as given
      where is_of_release
      order by year, area_code, specialty, level, lower(round) = 'all' desc, posts desc, round) as chosen
    where posts > 0 and (applicants is not null or is_withheld) and area_code in (select code from area)`);
