import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { exactSum } from '@/lib/data/imports/area-sums';

/** Marks the sums that are made here. */
export const WHOLE_COUNTRY_NOTE = 'The sum of all training regions.';

/**
 * Adds a release's percentages of parts and wholes up for the country: where every training region has one for the period and
 * breakdown, and nowhere else, because a sum that lacks a region is no figure of the country. A figure that the file gives stays.
 */
export const addWholeCountry = (tx: Executor, releaseId: string) =>
  tx.execute(sql`
    insert into observation (indicator_id, area_code, release_id, period_label, period_start, period_end, breakdown,
      numerator, denominator, value, status, provenance, note)
    select indicator_id, country.code, ${releaseId}, period_label, period_start, period_end, breakdown,
      ${exactSum(sql`numerator`)}, ${exactSum(sql`denominator`)}, 100 * ${exactSum(sql`numerator`)} / ${exactSum(sql`denominator`)}, 'value', min(provenance),
      ${WHOLE_COUNTRY_NOTE}
    from observation
    join area as region on region.code = area_code and region.type = 'training_region'
    join area as country on country.root = region.root
      and country.type = case region.root when 'england' then 'england' else 'country' end
    where release_id = ${releaseId} and numerator is not null and denominator > 0
    group by indicator_id, country.code, country.root, period_label, period_start, period_end, breakdown
    having count(*) = (select count(*) from area where type = 'training_region' and root = country.root)
    on conflict do nothing`);
