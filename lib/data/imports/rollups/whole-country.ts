import { sql } from 'drizzle-orm';

/** Begins the note of every sum over all training regions of a country, and marks it. */
export const WHOLE_COUNTRY_NOTE = 'The sum of all training regions.';

/** Joins sums with an `area_code` to the country of their training region; of other areas there is nothing to add up. */
export const TO_COUNTRY = sql`
  join area as region on region.code = area_code and region.type = 'training_region'
  join area as country on country.root = region.root
    and country.type = case region.root when 'england' then 'england' else 'country' end`;

/**
 * Whether a group of such sums, by `country.root` and more, has every training region: a sum that lacks one is no figure of the
 * country. A region that is given with 0 posts isn't lacking.
 */
export const HAS_ALL_REGIONS = sql`
  count(*) = (select count(*) from area where type = 'training_region' and root = country.root)`;
