import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import type { DatasetId } from '@/lib/import/dataset-list';
import type { DatedPlace } from '@/lib/import/dated-places';

const yearOf = (field: string): { from: SQL; to: SQL } => ({
  from: sql`make_date((body->>${field})::int, 1, 1)`,
  to: sql`make_date((body->>${field})::int, 12, 31)`,
});

/** First and last day that a row is of, by dataset. */
const SPANS: Readonly<Partial<Record<DatasetId, { from: SQL; to: SQL }>>> = {
  fill: yearOf('year'),
  retention: yearOf('cohortYear'),
  school_facts: yearOf('year'),
  placements: { from: sql`(body->>'start')::date`, to: sql`(body->>'end')::date` },
};

/** A row that began after an area ended, or ended before one began that took over others. */
const spansOf = (releaseId: string, dataset: DatasetId): SQL | null => {
  if (dataset === 'establishment') {
    // One row for an area: its last day is past the end if any is, and its first before the beginning. Its figures have the same days
    // as its rows, and are far fewer; they are missing where the reading found faults.
    const days = (
      table: SQL,
    ) => sql`select area_code as code, max(period_end) as first, min(period_end) as last from ${table}
      where release_id = ${releaseId} and area_code in (select code from limits)`;
    return sql`${days(sql`observation`)} group by area_code
      union all ${days(sql`establishment`)} and not exists (select from observation where release_id = ${releaseId}) group by area_code`;
  }
  const span = SPANS[dataset];
  if (!span) return null;
  return sql`select body->>'areaCode' as code, ${span.from} as first, ${span.to} as last from source_row
    where release_id = ${releaseId} and body->>'areaCode' in (select code from limits)`;
};

const Place = z.object({
  code: z.string(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  before: z.array(z.string()),
  after: z.array(z.string()),
});

/** Areas that have a last day, or a first one that a change made; elsewhere the first day is that of the list, and says nothing. */
const LIMITS = sql`
  select code, valid_to, (select min(on_date) from area_successor where to_code = code and on_date = valid_from) as began
  from area where valid_to is not null or exists (select from area_successor where to_code = code and on_date = valid_from)`;

const WITH_DAYS = sql`limits.code, limits.began::text as "from", limits.valid_to::text as "to",
  array(select from_code from area_successor where to_code = limits.code order by 1) as before,
  array(select to_code from area_successor where from_code = limits.code order by 1) as after`;

const placesIn = async (tx: Executor, query: SQL): Promise<DatedPlace[]> =>
  z.object({ rows: z.array(Place) }).parse(await tx.execute(query)).rows;

/** Areas that rows of an exchange file name for days on which they didn't exist, with those to name instead. */
export async function findDatedPlaces(tx: Executor, releaseId: string, dataset: DatasetId): Promise<DatedPlace[]> {
  const spans = spansOf(releaseId, dataset);
  if (!spans) return [];
  return placesIn(
    tx,
    sql`with limits as materialized (${LIMITS}), rows as (${spans})
      select distinct ${WITH_DAYS} from rows join limits using (code)
      where rows.first > limits.valid_to or rows.last < limits.began order by 1`,
  );
}

/** Those of some codes that didn't always exist: of a file with faults, whose bad rows are not stored, each row is to be told. */
export const datedAmong = (tx: Executor, codes: readonly string[]): Promise<DatedPlace[]> =>
  placesIn(
    tx,
    sql`with limits as (${LIMITS}) select ${WITH_DAYS} from limits
      where code = any(${sql.param([...codes])}::text[]) order by 1`,
  );
