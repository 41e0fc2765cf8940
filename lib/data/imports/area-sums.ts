import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { areaOf } from './area-codes';

/** The columns that a rollup fills. */
export const INTO_OBSERVATION = sql`insert into observation (indicator_id, area_code, release_id, period_label, period_start,
  period_end, breakdown, numerator, denominator, value, status, provenance, note)`;

/**
 * For figures that are made with several look-ups, one after another: areas that the first gives no figure of, such as boards of another
 * time, get theirs from the next.
 */
export const UNLESS_MADE = sql`on conflict on constraint observation_key do nothing`;

export const INDICATIVE_REGION = 'Training region: indicative membership by whole boards.';

/**
 * A sum of fractions that doesn't depend on the order of the rows: floats added in another order differ in their last digits, and the
 * database gives no order. Each is taken to 15 significant digits.
 */
export const exactSum = (value: SQLWrapper): SQL => sql`(sum((${value})::numeric)::float8)`;

/** Residents of every area, as they are shown. */
export const RESIDENTS = sql`
  select distinct on (area_code) area_code as code, value from observation join release on release.id = release_id
  where indicator_id = 'population' and breakdown = 'all' and release.status = 'published'
  order by area_code, period_end desc, release.loaded_at desc`;

/** NHS codes of boards, which the published list of areas gives in its notes. Kept, or each joined row reads all notes. */
export const BOARDS_BY_NHS_CODE = sql`(
  with coded as materialized (
    select substring(note from 'ODS code (Q[A-Z0-9]{2})') as nhs_code, code from area where type = 'icb' and note ~ 'ODS code Q')
  select nhs_code, code from coded)`;

/** NHS codes of the regions of NHS England since 2019. */
export const REGIONS_BY_NHS_CODE = sql`(values ('Y56', 'E40000003'), ('Y58', 'E40000006'), ('Y59', 'E40000005'),
  ('Y60', 'E40000011'), ('Y61', 'E40000007'), ('Y62', 'E40000010'), ('Y63', 'E40000012'))`;

/** England and the NHS regions by name, "&" and "and" alike. */
export const REGIONS_BY_NAME = sql`(
  select code, lower(name) as name from area where root = 'england' and type in ('england', 'nhs_region'))`;

export const regionName = (column: SQL) => sql`lower(replace(trim(${column}), '&', 'and'))`;

/** Boards that existed when the newest of these did, and are not among them. */
export const absentBoards = (boards: SQL): SQL => sql`
  select board.code from area board,
    (select max(valid_from) as day from area where type = 'icb' and code in (${boards})) as newest
  where board.type = 'icb' and board.root = 'england' and coalesce(board.valid_from, newest.day) <= newest.day
    and coalesce(board.valid_to, newest.day) >= newest.day
    and board.code not in (select code from (${boards}) as given(code) where code is not null)`;

/**
 * Common table expressions that sum units (small areas, practices) over the areas they are in: `area_sums(code, type, …)`.
 * `units` has `icb` and `lad` (either may be null) and what the sums are of. Regions are summed from whole boards, and only
 * where every board is known and has its regions; nothing is summed over part of the units. Regions and England also need
 * every board of the day to be there, unless the units are known to be the whole country. A region that has only a share of some board
 * gets no sum. Codes stand for the areas that they are read as.
 */
export const areaSums = (
  units: SQL,
  { sums, isWholeCountry }: { sums: Readonly<Record<string, SQL>>; isWholeCountry: boolean },
): SQL => {
  const names = Object.keys(sums);
  const made = sql.join(
    names.map((name) => sql`${sums[name]} as ${sql.identifier(name)}`),
    sql`, `,
  );
  const again = sql.join(
    names.map((name) => sql`${exactSum(sql.identifier(name))} as ${sql.identifier(name)}`),
    sql`, `,
  );
  const columns = sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  );
  return sql`
    units as materialized (${units}),
    by_code as materialized (
      select icb, lad, grouping(icb) = 0 as is_board, ${made} from units group by grouping sets ((icb), (lad))),
    by_place as materialized (
      select ${areaOf(sql`by_code.icb`)} as icb, ${areaOf(sql`by_code.lad`)} as lad, is_board, ${columns} from by_code),
    member_of as materialized (
      select member.child_code as icb, parent.code, parent.type, member.weight from area_membership member
      join area parent on parent.code = member.parent_code
      where parent.type in ('nhs_region', 'training_region')
        and member.child_code in (select icb from by_place where is_board)),
    parents as (
      select icb, code, type from member_of where code not in (select code from member_of where weight < 1)),
    known as (
      select coalesce(bool_and(area.code is not null), false) as boards,
        coalesce(bool_and((select count(distinct type) from member_of where member_of.icb = by_place.icb) = 2), false) as regions
      from by_place left join area on area.code = by_place.icb and area.type = 'icb' where is_board),
    whole as (select ${isWholeCountry} or (
      exists (select from by_place join area on area.code = icb and area.type = 'icb' where is_board)
      and not exists (${absentBoards(sql`select icb from by_place where is_board`)})) as country),
    placed as (
      select area.code, area.type, by_place.* from by_place
        join area on area.code = by_place.icb and area.type = 'icb'
        where is_board and not exists (select from by_place where is_board and icb is null)
      union all
      select parents.code, parents.type, by_place.* from by_place join parents using (icb), known, whole
        where is_board and known.boards and known.regions and whole.country
      union all
      select area.code, area.type, by_place.* from by_place
        join area on area.code = by_place.lad and area.type = 'local_authority'
        where not is_board and not exists (select from by_place where not is_board and lad is null)
      union all
      select area.code, area.type, by_place.* from by_place join area on area.type = 'england' and area.root = 'england', whole
        where is_board and whole.country),
    area_sums as materialized (select code, type, ${again} from placed group by code, type)`;
};
