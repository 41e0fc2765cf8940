import { type SQL, sql } from 'drizzle-orm';

/** A row of `fill.csv` that is of all rounds of its year. */
const IS_ALL = sql`lower(round) = 'all'`;

/** Rows of `fill.csv` among those of `source_row` that `where` names, with their release. */
export const fillRows = (where: SQL): SQL => sql`
  select release_id, (body->>'year')::int as year, body->>'round' as round, body->>'areaCode' as area_code,
    body->>'specialty' as specialty, body->>'level' as level, (body->>'posts')::float8 as posts,
    (body->>'accepts')::float8 as accepts,
    case when jsonb_typeof(body->'applicants') = 'number' then (body->>'applicants')::float8 end as applicants,
    coalesce(body->'applicants'->>'absent' = 'suppressed', false) as is_withheld
  from source_row where ${where}`;

/**
 * Posts and accepts of a year by area, specialty and level. The row of all rounds stands alone where there is one. Else posts are
 * the most that any round had, because later rounds offer again what was left, and accepts are added over rounds. `rows` has the
 * columns of `fillRows`, and `is_own`.
 */
export const fillOfYear = (rows: SQL): SQL => sql`
  select year, area_code, specialty, level,
    coalesce(max(posts) filter (where ${IS_ALL}), max(posts)) as posts,
    coalesce(max(accepts) filter (where ${IS_ALL}), sum(accepts)) as accepts,
    bool_or(is_own) as is_own
  from (${rows}) as row group by year, area_code, specialty, level`;
