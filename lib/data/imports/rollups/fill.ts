import { sql } from 'drizzle-orm';
import type { Rollup } from '@/lib/data/imports/rollup';
import { addWholeCountry } from './whole-country';

/**
 * Accepts ÷ posts over rounds and specialties, per cent. Above 100 where posts were added late: then it is no proportion,
 * and its counts are left out so that it gets no interval.
 */
export const fillRollup: Rollup = {
  dataset: 'fill',
  figures: async (tx, { releaseId }) => {
    await tx.execute(sql`
      insert into observation (indicator_id, area_code, release_id, period_label, period_start, period_end, breakdown,
        numerator, denominator, value, status, provenance, note)
      select 'specialty-fill-rate', area_code, ${releaseId}, year::text, make_date(year, 1, 1), make_date(year, 12, 31), level,
        case when accepts <= posts then accepts end, case when accepts <= posts then posts end,
        case when posts > 0 then 100 * accepts / posts end,
        case when posts > 0 then 'value' else 'not_applicable' end,
        case when area_code like 'XD-%' then 'demonstration' else 'derived' end,
        case when posts = 0 then 'No post was on offer.'
          when accepts > posts then 'More accepts than posts: posts were added late.' end
      from (
        select body->>'areaCode' as area_code, (body->>'year')::int as year, body->>'level' as level,
          sum((body->>'accepts')::float8) as accepts, sum((body->>'posts')::float8) as posts
        from source_row where release_id = ${releaseId} and body->>'areaCode' in (select code from area)
        group by 1, 2, 3
      ) as sums`);
    await addWholeCountry(tx, releaseId);
  },
};
