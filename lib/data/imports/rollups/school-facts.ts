import { sql } from 'drizzle-orm';
import { INTO_OBSERVATION } from '@/lib/data/imports/area-sums';
import type { Rollup } from '@/lib/data/imports/rollup';

/** Founding years, entrants and foundation places of a year, as the file gives them: nothing is added up. */
export const schoolFactsRollup: Rollup = {
  dataset: 'school_facts',
  figures: async (tx, { releaseId }) => {
    await tx.execute(sql`
      ${INTO_OBSERVATION}
      select fact.indicator_id, area.code, ${releaseId}, body->>'year', make_date((body->>'year')::int, 1, 1),
        make_date((body->>'year')::int, 12, 31), 'all', null, null, fact.value::float8, 'value',
        case area.root when 'demonstration' then 'demonstration' else 'published' end, null
      from source_row join area on area.code = body->>'areaCode'
      cross join lateral (values ('school-founded', body->'founded'), ('annual-intake', body->'annualIntake'),
        ('annual-foundation-places', body->'annualFoundationPlaces')) as fact(indicator_id, value)
      where release_id = ${releaseId} and jsonb_typeof(fact.value) = 'number'`);
  },
};
