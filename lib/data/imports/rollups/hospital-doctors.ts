import { type SQL, sql } from 'drizzle-orm';
import { exactSum, INTO_OBSERVATION, REGIONS_BY_NHS_CODE } from '@/lib/data/imports/area-sums';
import { figureNote } from '@/lib/data/imports/figure-note';
import type { Rollup } from '@/lib/data/imports/rollup';

const isTotal = (key: string): SQL => sql`lower(body->>${key}) ~ '^(all|total)\\M'`;
const hasTotals = (releaseId: string, key: string): SQL => sql`
  exists (select from source_row where release_id = ${releaseId} and ${isTotal(key)})`;

/** Rows of a total and of its parts are never added: the total where there is one, else the parts. */
const oneLevel = (releaseId: string, keys: readonly string[]): SQL =>
  sql.join(
    keys.map((key) => sql`coalesce(${isTotal(key)}, false) = ${hasTotals(releaseId, key)}`),
    sql` and `,
  );

const DOCTORS = sql`lower(body->>'staffGroup') ~ '^(all )?(hchs|hospital and community) doctors$'`;

/** Doctors per 100,000 residents of Census 2021, for England and the NHS regions where the file gives their level. */
const doctorsRollup = (dataset: 'hchs_core1' | 'hchs_core3_doctors'): Rollup => ({
  dataset,
  figures: async (tx, { releaseId }) => {
    const rows = dataset === 'hchs_core1' ? DOCTORS : oneLevel(releaseId, ['grade', 'specialtyGroup', 'specialty']);
    await tx.execute(sql`
      with doctors as (
        select coalesce(region.code, 'E92000001') as code, (body->>'monthEnd')::date as day,
          ${exactSum(sql`(body->>'fte')::float8`)} as fte, bool_and(jsonb_typeof(body->'fte') = 'number') as is_whole
        from source_row left join ${REGIONS_BY_NHS_CODE} as region(nhs_code, code)
          on region.nhs_code = body->>'regionCode' and lower(body->>'level') like '%region%'
        where release_id = ${releaseId} and ${rows}
          and (lower(body->>'level') ~ '^(national|england)' or region.code is not null)
        group by 1, 2),
      residents as (
        select distinct on (area_code) area_code as code, value from observation join release on release.id = release_id
        where indicator_id = 'population' and breakdown = 'all' and period_end = '2021-03-21' and release.status = 'published'
        order by area_code, release.loaded_at desc)
      ${INTO_OBSERVATION}
      select 'hospital-doctors-per-100k', code, ${releaseId}, to_char(day, 'FMDD FMMonth YYYY'), day, day, 'all', fte,
        residents.value, 100000 * fte / residents.value, 'value', 'derived', 'Per resident of Census 2021.'
      from doctors join residents using (code) where is_whole and residents.value > 0`);
  },
  notes: async () => [
    figureNote(
      'partial',
      'Doctors per 100,000 residents are made for England and the NHS regions from rows of those levels. Rows of boards and organisations are kept: doctors are counted where their trust is, so no rate is made of them.',
    ),
  ],
});

export const hospitalDoctorsRollups: readonly Rollup[] = [
  doctorsRollup('hchs_core1'),
  doctorsRollup('hchs_core3_doctors'),
];
