import { sql } from 'drizzle-orm';
import { INTO_OBSERVATION, REGIONS_BY_NAME, regionName } from '@/lib/data/imports/area-sums';
import { figureNote } from '@/lib/data/imports/figure-note';
import type { Rollup } from '@/lib/data/imports/rollup';

/**
 * Fully qualified GPs per 10,000 by fifth of practice deprivation. The source counts fifth 1 as the least deprived: turned
 * here. Its average is England's, whatever the row.
 */
export const gpFifthsRollup: Rollup = {
  dataset: 'heec_region_series',
  figures: async (tx, { releaseId }) => {
    await tx.execute(sql`
      ${INTO_OBSERVATION}
      select 'gp-fte-per-10k', region.code, ${releaseId}, body->>'year', make_date((body->>'year')::int, 1, 1),
        make_date((body->>'year')::int, 12, 31), figure.breakdown, null, null, figure.value::float8, 'value', 'published', null
      from source_row
      join ${REGIONS_BY_NAME} as region(code, name) on region.name = ${regionName(sql`body->>'region'`)}
      cross join lateral (
        select 'fifth-' || (6 - fifth.place) as breakdown, fifth.value
        from jsonb_array_elements(body->'byQuintile') with ordinality as fifth(value, place)
        union all select 'all', body->'average' where region.name = 'england') as figure
      where release_id = ${releaseId} and body->>'indicator' = 'TOTAL_GP_EXTGL_FTE' and jsonb_typeof(figure.value) = 'number'`);
  },
  notes: async () => [
    figureNote('kept', 'Rows of measures other than fully qualified GPs are kept; no indicator is made of them yet.'),
  ],
};
