import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { INDICATIVE_REGION, INTO_OBSERVATION } from '@/lib/data/imports/area-sums';
import { figureNote } from '@/lib/data/imports/figure-note';
import { findSmallAreaInput } from '@/lib/data/imports/inputs';
import type { Rollup } from '@/lib/data/imports/rollup';

/** The file is of 31 March 2024; its authorities and small areas are of 2024 and 2021. */
const LSOA_YEAR = 2021;

const boardInputs = async (tx: Executor) => ({
  lookup: await findSmallAreaInput(tx, { dataset: 'ons_lsoa_icb', what: 'an ONS look-up', lsoaYear: LSOA_YEAR }),
  residents: await findSmallAreaInput(tx, {
    dataset: 'census_residents_lsoa',
    what: 'residents',
    lsoaYear: LSOA_YEAR,
  }),
});

/** Share of each authority's residents in each board, by small areas; null where these or their authorities aren't known. */
async function measuredShares(tx: Executor): Promise<SQL | null> {
  const { lookup, residents } = await boardInputs(tx);
  if (lookup.kind === 'none' || residents.kind === 'none') return null;
  const placed = sql`
    select look.body->>'ladCode' as lad, look.body->>'icbCode' as icb, sum((people.body->>'residents')::float8) as people
    from source_row look join source_row people
      on people.release_id = ${residents.releaseId} and people.body->>'lsoaCode' = look.body->>'lsoaCode'
    where look.release_id = ${lookup.releaseId} group by 1, 2`;
  const result = await tx.execute(sql`select count(*)::int as n from (${placed}) as placed where lad is null`);
  const [row] = z.object({ rows: z.array(z.object({ n: z.number() })) }).parse(result).rows;
  return row?.n === 0
    ? sql`select lad, icb, people / sum(people) over (partition by lad) as share from (${placed}) as placed`
    : null;
}

/** Boards of the file's day, in the code list of April 2024. */
const OF_THE_DAY = sql`coalesce(member.valid_from, '2024-04-01') <= '2024-04-01'`;

/** Without small areas: the board that each authority fits best, whole. */
const BEST_FIT = sql`
  select member.child_code as lad, member.parent_code as icb, 1.0::float8 as share from area_membership member
  join area on area.code = member.parent_code and area.type = 'icb' where member.child_code like 'E0%' and ${OF_THE_DAY}`;

/** Residents of every area, as they are shown. */
const RESIDENTS = sql`
  select distinct on (area_code) area_code as code, value from observation join release on release.id = release_id
  where indicator_id = 'population' and breakdown = 'all' and release.status = 'published'
  order by area_code, period_end desc, release.loaded_at desc`;

async function writeFigures(tx: Executor, releaseId: string): Promise<void> {
  const shares = await measuredShares(tx);
  // Best fit is right only for areas made of whole authorities: their residents add up to the person.
  const isWhole = shares ? sql`true` : sql`parts.residents = residents.value`;
  await tx.execute(sql`
    with file as materialized (
      select body->>'ladCode' as lad, (body->>'patients')::float8 as patients, (body->>'gpFte')::float8 as fte
      from source_row where release_id = ${releaseId}
        and jsonb_typeof(body->'patients') = 'number' and jsonb_typeof(body->'gpFte') = 'number'),
    residents as materialized (${RESIDENTS}),
    shares as (${shares ?? BEST_FIT}),
    places as (
      select lad, icb as code, share from shares
      union all select shares.lad, member.parent_code, shares.share from shares
        join area_membership member on member.child_code = shares.icb and member.weight = 1 and ${OF_THE_DAY}
        join area parent on parent.code = member.parent_code and parent.type in ('nhs_region', 'training_region')
      union all select lad, 'E92000001', 1 from file),
    parts as (
      select places.code, sum(share * patients) as patients, sum(share * fte) as fte, sum(residents.value * share) as residents,
        count(*) as units, count(file.lad) as counted
      from places left join file using (lad) left join residents on residents.code = places.lad group by places.code),
    sums as (
      select lad as code, patients, fte from file
      union all
      select parts.code, parts.patients, parts.fte from parts join residents on residents.code = parts.code
      where counted = units and ${isWhole})
    ${INTO_OBSERVATION}
    select 'patients-per-gp-incl-trainees', area.code, ${releaseId}, '31 March 2024', '2024-03-31', '2024-03-31', 'all',
      patients, fte, patients / fte, 'value', 'derived', case when area.type = 'training_region' then ${INDICATIVE_REGION} end
    from sums join area using (code) where fte > 0`);
}

const BEST_FIT_ONLY =
  'Boards and regions get a figure only where they are made of whole authorities: for the others load an ONS look-up with local authorities, and Census 2021 residents by LSOA.';

/** Patients per GP, trainees and locums included: authorities as they are, larger areas by residents. */
export const gpSupplyRollup: Rollup = {
  dataset: 'gp_supply_lad',
  inputs: ['ons_lsoa_icb', 'census_residents_lsoa'],
  figures: (tx, { releaseId }) => writeFigures(tx, releaseId),
  notes: async (tx) => ((await measuredShares(tx)) ? [] : [figureNote('partial', BEST_FIT_ONLY)]),
};
