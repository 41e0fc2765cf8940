import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { areaOf } from '@/lib/data/imports/area-codes';
import { exactSum, INDICATIVE_REGION, INTO_OBSERVATION, RESIDENTS, UNLESS_MADE } from '@/lib/data/imports/area-sums';
import { lookupNotes } from '@/lib/data/imports/code-notes';
import { type FigureNote, figureNote } from '@/lib/data/imports/figure-note';
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

/** Share of each authority's residents in each board, by small areas; null where their authorities aren't known. */
async function sharesBy(tx: Executor, lookup: string, residents: string): Promise<SQL | null> {
  const coded = sql`
    select look.body->>'ladCode' as lad, look.body->>'icbCode' as icb, sum((people.body->>'residents')::float8) as people
    from source_row look join source_row people
      on people.release_id = ${residents} and people.body->>'lsoaCode' = look.body->>'lsoaCode'
    where look.release_id = ${lookup} group by 1, 2`;
  const placed = sql`
    select ${areaOf(sql`coded.lad`)} as lad, ${areaOf(sql`coded.icb`)} as icb, sum(people) as people
    from (${coded}) as coded group by 1, 2`;
  const result = await tx.execute(sql`select count(*)::int as n from (${placed}) as placed where lad is null`);
  const [row] = z.object({ rows: z.array(z.object({ n: z.number() })) }).parse(result).rows;
  return row?.n === 0
    ? sql`select lad, icb, people / sum(people) over (partition by lad) as share from (${placed}) as placed`
    : null;
}

/** By each look-up to another list of boards, the newest first; none where look-up or residents aren't known. */
async function measuredShares(tx: Executor): Promise<SQL[]> {
  const { lookup, residents } = await boardInputs(tx);
  if (lookup.kind === 'none' || residents.kind === 'none') return [];
  const shares: SQL[] = [];
  for (const one of lookup.releaseIds) {
    const found = await sharesBy(tx, one, residents.releaseId);
    if (found) shares.push(found);
  }
  return shares;
}

/** Boards of the file's day, in the code list of April 2024. */
const OF_THE_DAY = sql`coalesce(member.valid_from, '2024-04-01') <= '2024-04-01'`;

/** Regions of whole boards: those of the boards that the shares are of, each known; none that has only a part of one. */
const REGIONS = sql`
  select member.child_code as icb, parent.code from area_membership member
  join area parent on parent.code = member.parent_code and parent.type in ('nhs_region', 'training_region')
  where member.child_code in (select icb from shares)
    and not exists (select from shares where icb not in (select code from area where type = 'icb'))
    and not exists (select from area_membership part where part.parent_code = member.parent_code and part.weight < 1
      and part.child_code in (select icb from shares))`;

/** Without small areas: the board that each authority fits best, whole. */
const BEST_FIT = sql`
  select member.child_code as lad, member.parent_code as icb, 1.0::float8 as share from area_membership member
  join area on area.code = member.parent_code and area.type = 'icb' where member.child_code like 'E0%' and ${OF_THE_DAY}`;

async function writeFigures(tx: Executor, releaseId: string, shares: SQL | null): Promise<void> {
  // Best fit is right only for areas made of whole authorities: their residents add up to the person. Measured shares name every
  // authority of England: a file that lacks one gives no figure of it.
  const isWhole = shares ? sql`true` : sql`parts.residents = residents.value`;
  await tx.execute(sql`
    with file as materialized (
      select ${areaOf(sql`body->>'ladCode'`)} as lad, (body->>'patients')::float8 as patients, (body->>'gpFte')::float8 as fte
      from source_row where release_id = ${releaseId}
        and jsonb_typeof(body->'patients') = 'number' and jsonb_typeof(body->'gpFte') = 'number'),
    residents as materialized (${RESIDENTS}),
    shares as materialized (${shares ?? BEST_FIT}),
    places as (
      select lad, icb as code, share from shares
      union all select shares.lad, region.code, shares.share from shares join (${REGIONS}) as region using (icb)
      union all select distinct lad, 'E92000001', 1 from ${shares ? sql`shares` : sql`file`}),
    parts as (
      select places.code, ${exactSum(sql`share * patients`)} as patients, ${exactSum(sql`share * fte`)} as fte,
        ${exactSum(sql`residents.value * share`)} as residents,
        count(*) as units, count(file.lad) as counted
      from places left join file using (lad) left join residents on residents.code = places.lad group by places.code),
    sums as (
      select lad as code, patients, fte from file
      union all
      select parts.code, parts.patients, parts.fte from parts left join residents on residents.code = parts.code
      where counted = units and ${isWhole})
    ${INTO_OBSERVATION}
    select 'patients-per-gp-incl-trainees', area.code, ${releaseId}, '31 March 2024', '2024-03-31', '2024-03-31', 'all',
      patients, fte, patients / fte, 'value', 'derived', case when area.type = 'training_region' then ${INDICATIVE_REGION} end
    from sums join area using (code) where fte > 0
    ${UNLESS_MADE}`);
}

const Absent = z.object({ rows: z.array(z.object({ code: z.string() })) });
const NAMED_AUTHORITIES = 5;

/** Authorities of the look-up that the file hasn't: the boards and regions that they are in, and England, get no figure. */
async function coverNotes(tx: Executor, releaseId: string, shares: SQL): Promise<FigureNote[]> {
  const result = await tx.execute(sql`
    select distinct lad as code from (${shares}) as shares where lad not in (
      select ${areaOf(sql`body->>'ladCode'`)} from source_row where release_id = ${releaseId}) order by 1`);
  const codes = Absent.parse(result).rows.map(({ code }) => code);
  if (codes.length === 0) return [];
  const named = `${codes.slice(0, NAMED_AUTHORITIES).join(', ')}${codes.length > NAMED_AUTHORITIES ? ' …' : ''}`;
  const message = `The file has nothing of ${codes.length} authorities of the look-up (${named}): boards and regions that they are in, and England, get no figure, for it would be of a part.`;
  return [figureNote('partial', message, 'local authorities')];
}

const BEST_FIT_ONLY =
  'Boards and regions get a figure only where they are made of whole authorities: for the others load an ONS look-up with local authorities, and Census 2021 residents by LSOA.';

/** Patients per GP, trainees and locums included: authorities as they are, larger areas by residents. */
export const gpSupplyRollup: Rollup = {
  dataset: 'gp_supply_lad',
  inputs: ['ons_lsoa_icb', 'census_residents_lsoa'],
  figures: async (tx, { releaseId }) => {
    const measured = await measuredShares(tx);
    for (const shares of measured.length > 0 ? measured : [null]) await writeFigures(tx, releaseId, shares);
  },
  notes: async (tx, { releaseId }) => {
    const [shares] = await measuredShares(tx);
    if (!shares) return [figureNote('partial', BEST_FIT_ONLY)];
    const { lookup } = await boardInputs(tx);
    const left = lookup.kind === 'found' ? await lookupNotes(tx, lookup.releaseIds) : [];
    return [...(await coverNotes(tx, releaseId, shares)), ...left];
  },
};
