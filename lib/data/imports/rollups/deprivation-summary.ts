import { sql } from 'drizzle-orm';
import { areaOf } from '@/lib/data/imports/area-codes';
import { INTO_OBSERVATION } from '@/lib/data/imports/area-sums';
import type { Rollup } from '@/lib/data/imports/rollup';

const summaryRollup = (dataset: 'imd2025_summary_icb' | 'imd2025_summary_lad'): Rollup => ({
  dataset,
  figures: async (tx, { releaseId }) => {
    await tx.execute(sql`
      ${INTO_OBSERVATION}
      select figure.indicator_id, area.code, ${releaseId}, '2025', '2025-10-30', '2025-10-30', 'all', null, null,
        figure.value::float8, 'value', 'published', null
      from source_row join area on area.code = ${areaOf(sql`body->>'areaCode'`)}
      cross join lateral (
        select 'imd-score' as indicator_id, body->'imdAverageScore' as value
        union all select 'imd-' || key, value from jsonb_each(body->'domainAverageScores')
        union all select 'neighbourhoods-most-deprived-tenth',
          to_jsonb(100 * (body->>'mostDeprivedTenthShare')::numeric)) as figure
      where release_id = ${releaseId} and jsonb_typeof(figure.value) = 'number'`);
  },
});

/** Official average scores, and shares of small areas among the most deprived tenth, as published. */
export const deprivationSummaryRollups: readonly Rollup[] = [
  summaryRollup('imd2025_summary_icb'),
  summaryRollup('imd2025_summary_lad'),
];
