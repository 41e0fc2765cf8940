import { sql } from 'drizzle-orm';
import { INTO_OBSERVATION, REGIONS_BY_NHS_CODE } from '@/lib/data/imports/area-sums';
import { figureNote } from '@/lib/data/imports/figure-note';
import type { Rollup } from '@/lib/data/imports/rollup';

/**
 * Leavers ÷ mean headcount of doctors at the start and the end of the period. Every level is as published: who moves
 * between regions has left the one and not England, so that rates don't add up.
 */
export const leaversRollup: Rollup = {
  dataset: 'hchs_turnover1',
  figures: async (tx, { releaseId }) => {
    await tx.execute(sql`
      with doctors as (
        select coalesce(region.code, case when coalesce(body->>'regionCode', 'England') in ('England', 'ENG', 'All', 'All regions')
            then 'E92000001' end) as code,
          lower(body->>'staffGroup') ~ '(exclud|except|without|non).*train' as is_without_trainees,
          body->>'monthStart' as month_start, body->>'monthEnd' as month_end, lower(body->>'type') as type,
          case when jsonb_typeof(body->'headcount') = 'number' then (body->>'headcount')::float8 end as heads
        from source_row left join ${REGIONS_BY_NHS_CODE} as region(nhs_code, code) on region.nhs_code = body->>'regionCode'
        where release_id = ${releaseId}
          and lower(body->>'staffGroup') ~ '^((all )?(hchs|hospital and community) )?doctors( [(,]?(exclud|except|without|non).*train.*)?$'),
      rates as (
        select leaver.*, coalesce(at_start.heads, dated_start.heads) as heads_start, coalesce(at_end.heads, dated_end.heads) as heads_end
        from doctors leaver
        left join doctors at_start on (at_start.code, at_start.is_without_trainees, at_start.month_start, at_start.month_end)
          = (leaver.code, leaver.is_without_trainees, leaver.month_start, leaver.month_end) and at_start.type like 'denom%start%'
        left join doctors at_end on (at_end.code, at_end.is_without_trainees, at_end.month_start, at_end.month_end)
          = (leaver.code, leaver.is_without_trainees, leaver.month_start, leaver.month_end) and at_end.type like 'denom%end%'
        left join doctors dated_start on (dated_start.code, dated_start.is_without_trainees, dated_start.month_end)
          = (leaver.code, leaver.is_without_trainees, leaver.month_start) and dated_start.type = 'denoms'
        left join doctors dated_end on (dated_end.code, dated_end.is_without_trainees, dated_end.month_end)
          = (leaver.code, leaver.is_without_trainees, leaver.month_end) and dated_end.type = 'denoms'
        where leaver.type = 'leavers' and leaver.code is not null),
      dated as (
        select *, (to_date(month_start, 'YYYY-MM') + interval '1 month - 1 day')::date as day_start,
          (to_date(month_end, 'YYYY-MM') + interval '1 month - 1 day')::date as day_end from rates)
      ${INTO_OBSERVATION}
      select case when is_without_trainees then 'hospital-doctor-leaver-rate-excl-trainees' else 'all-doctors-leaver-rate' end,
        code, ${releaseId}, to_char(day_start, 'FMMon YYYY') || ' to ' || to_char(day_end, 'FMMon YYYY'), day_start, day_end, 'all',
        heads, (heads_start + heads_end) / 2, 100 * heads / ((heads_start + heads_end) / 2), 'value', 'derived',
        'Leavers divided by the mean of the headcounts at the start and the end.'
      from dated where heads is not null and heads_start + heads_end > 0
      on conflict do nothing`);
  },
  notes: async () => [
    figureNote(
      'method',
      'Leaver rates are made of rows of doctors only, each region and England as published. Where trainees are counted, the rate includes planned rotation. Other staff and joiners are kept; no indicator is made of them yet.',
    ),
  ],
};
