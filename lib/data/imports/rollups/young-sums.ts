import { type SQL, sql } from 'drizzle-orm';
import { exactSum, RESIDENTS } from '@/lib/data/imports/area-sums';
import { FORMER_PARTS } from '@/lib/domain/geography/former-authorities';
import { ALL } from '@/lib/domain/indicators/indicator';
import { YOUNG_GROUPS } from '@/lib/import/datasets/young-people';

/** Nothing is known here of areas before the list of this day: files of earlier years are of its areas too. */
const FIRST_LIST = sql`date '2024-04-01'`;
const isOfDay = (table: SQL): SQL => sql`(coalesce(${table}.valid_from, day) <= greatest(day, ${FIRST_LIST})
  and coalesce(${table}.valid_to, day) >= day)`;

const FORMER = sql`unnest(${sql.param(FORMER_PARTS.map(({ code }) => code))}::text[],
  ${sql.param(FORMER_PARTS.map(({ successor }) => successor))}::text[],
  ${sql.param(FORMER_PARTS.map(({ share }) => share))}::float8[]) as former(code, successor, part)`;

const COUNTS = sql.join(
  [[ALL, 'people'] as const, ...YOUNG_GROUPS].map(
    ([breakdown, field]) => sql`(${sql.raw(`'${breakdown}'`)}, body->${sql.raw(`'${field}'`)})`,
  ),
  sql`, `,
);

/**
 * `authorities(lad, year, day, breakdown, people, is_rebased)`: each of today's list, whole: one that took over others only where the file
 * has all of these. `sums(code, type, day, year, breakdown, people, counted, units, is_whole)`: boards, regions and the country with how many of
 * their authorities the file has. A board or region is made of whole authorities where their residents add up to its own, to the person.
 */
export const youngSums = (releaseId: string): SQL => sql`
  counts as (
    select coalesce(former.successor, body->>'ladCode') as lad, (body->>'year')::int as year, count.breakdown,
      coalesce(former.part, 1) as part, former.code is not null as is_rebased, count.people
    from source_row left join ${FORMER} on former.code = body->>'ladCode'
    cross join lateral (values ${COUNTS}) as count(breakdown, people)
    where release_id = ${releaseId} and jsonb_typeof(count.people) = 'number'),
  authorities as materialized (
    select lad, year, make_date(year, 6, 30) as day, breakdown, ${exactSum(sql`people`)} as people, bool_or(is_rebased) as is_rebased
    from counts group by lad, year, breakdown having abs(sum(part) - 1) < 1e-9),
  years as (select distinct (body->>'year')::int as year, make_date((body->>'year')::int, 6, 30) as day
    from source_row where release_id = ${releaseId}),
  listed as (
    select years.*, area.code as lad, area.root from years join area on area.type = 'local_authority' and ${isOfDay(sql`area`)}
    where root in (select root from area where code in (select lad from authorities))),
  best as (
    select listed.*, member.parent_code as code from listed
    join area_membership member on member.child_code = listed.lad and ${isOfDay(sql`member`)}),
  members as (
    select year, day, lad, code from best
    union select best.year, best.day, best.lad, up.parent_code from best join area_membership up on up.child_code = best.code
      and ${isOfDay(sql`up`)}
      join area on area.code = up.parent_code and area.type = 'nhs_region'
    union select year, day, lad, area.code from listed join area on area.root = listed.root
      and area.type = case area.root when 'england' then 'england' else 'country' end),
  residents as materialized (${RESIDENTS}),
  parts as (
    select members.code, members.year, members.day, kind.breakdown, ${exactSum(sql`own.people`)} as people, count(own.lad)::int as counted,
      count(*)::int as units, ${exactSum(sql`residents.value`)} as residents
    from members cross join (select distinct breakdown from authorities) as kind
    left join authorities own on own.lad = members.lad and own.year = members.year and own.breakdown = kind.breakdown
    left join residents on residents.code = members.lad
    group by members.code, members.year, members.day, kind.breakdown),
  sums as materialized (
    select parts.*, area.type, area.type in ('england', 'country') or parts.residents = residents.value as is_whole
    from parts join area using (code) left join residents on residents.code = area.code
    where area.type in ('icb', 'nhs_region', 'training_region', 'england', 'country'))`;
