import { sql } from 'drizzle-orm';
import { INTO_OBSERVATION, REGIONS_BY_NAME, regionName } from '@/lib/data/imports/area-sums';
import { figureNote } from '@/lib/data/imports/figure-note';
import type { Rollup } from '@/lib/data/imports/rollup';

/** The sector as it is shown; all of them together are the whole. */
const SECTOR = sql`case when lower(trim(body->>'sector')) in ('total', 'all', 'all sectors', 'grand total') then 'all'
  else lower(regexp_replace(trim(body->>'sector'), '\\s+', ' ', 'g')) end`;

/** Medical vacancy rate of England and its regions at the end of each quarter, over all sectors and in each, as published. */
export const medicalVacanciesRollup: Rollup = {
  dataset: 'nhs_vacancy',
  figures: async (tx, { releaseId }) => {
    await tx.execute(sql`
      with cells as (
        select region.code, ${SECTOR} as sector, (body->>'quarterEnd')::date as day, body->>'measure' as measure,
          body->'value' as value
        from source_row join ${REGIONS_BY_NAME} as region(code, name) on region.name =
          case when ${regionName(sql`body->>'regionName'`)} in ('total', 'grand total', 'all england', 'all regions')
            then 'england' else ${regionName(sql`body->>'regionName'`)} end
        where release_id = ${releaseId} and body->>'staffGroup' = 'medical')
      ${INTO_OBSERVATION}
      select 'medical-vacancy-rate', rate.code, ${releaseId}, to_char(rate.day, 'FMDD FMMonth YYYY'), rate.day, rate.day,
        rate.sector, case when jsonb_typeof(vacant.value) = 'number' then vacant.value::float8 end, null,
        case when jsonb_typeof(rate.value) = 'number' then rate.value::float8 end,
        case when jsonb_typeof(rate.value) = 'number' then 'value' else 'suppressed' end, 'published', null
      from cells rate left join cells vacant on (vacant.code, vacant.sector, vacant.day) = (rate.code, rate.sector, rate.day)
        and vacant.measure = 'vacancyFte'
      where rate.measure = 'vacancyPct'
        and (jsonb_typeof(rate.value) = 'number' or rate.value->>'absent' = 'suppressed')
      on conflict do nothing`);
  },
  notes: async () => [
    figureNote(
      'kept',
      'Figures are made of the medical sheet: all sectors together, and each. Rows of other staff are kept; no indicator is made of them, because Stead is about doctors.',
    ),
  ],
};
