import { sql } from 'drizzle-orm';
import { INTO_OBSERVATION, REGIONS_BY_NAME, regionName } from '@/lib/data/imports/area-sums';
import { figureNote } from '@/lib/data/imports/figure-note';
import type { Rollup } from '@/lib/data/imports/rollup';

/** Medical vacancy rate of England and its regions at the end of each quarter, over all sectors, as published. */
export const medicalVacanciesRollup: Rollup = {
  dataset: 'nhs_vacancy',
  figures: async (tx, { releaseId }) => {
    await tx.execute(sql`
      with cells as (
        select region.code, (body->>'quarterEnd')::date as day, body->>'measure' as measure, body->'value' as value
        from source_row join ${REGIONS_BY_NAME} as region(code, name) on region.name =
          case when ${regionName(sql`body->>'regionName'`)} in ('total', 'grand total', 'all england', 'all regions')
            then 'england' else ${regionName(sql`body->>'regionName'`)} end
        where release_id = ${releaseId} and body->>'staffGroup' = 'medical'
          and lower(body->>'sector') in ('total', 'all', 'all sectors', 'grand total'))
      ${INTO_OBSERVATION}
      select 'medical-vacancy-rate', rate.code, ${releaseId}, to_char(rate.day, 'FMDD FMMonth YYYY'), rate.day, rate.day, 'all',
        case when jsonb_typeof(vacant.value) = 'number' then vacant.value::float8 end, null,
        case when jsonb_typeof(rate.value) = 'number' then rate.value::float8 end,
        case when jsonb_typeof(rate.value) = 'number' then 'value' else 'suppressed' end, 'published', null
      from cells rate left join cells vacant
        on vacant.code = rate.code and vacant.day = rate.day and vacant.measure = 'vacancyFte'
      where rate.measure = 'vacancyPct'
        and (jsonb_typeof(rate.value) = 'number' or rate.value->>'absent' = 'suppressed')
      on conflict do nothing`);
  },
  notes: async () => [
    figureNote(
      'kept',
      'Figures are made of the medical sheet, all sectors together. Rows of single sectors and of other staff are kept; no indicator is made of them yet.',
    ),
  ],
};
