import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { selectRuleSet } from '@/lib/data/queries/counts';
import { DEMONSTRATION_SOURCE, rootOfSource } from '@/lib/data/queries/root-of-source';
import type { Root } from '@/lib/domain/geography/area';
import { checkPlacements, type DatedPlacement } from '@/lib/domain/placements/placement';
import type { PlacementSpan } from '@/lib/domain/placements/placement-year';
import type { Position } from '@/lib/domain/statistics/haversine';
import { olderBeside } from './coverage';

const Line = z.object({
  traineeRef: z.string(),
  programme: z.string(),
  specialty: z.string(),
  level: z.string(),
  employerCode: z.string(),
  siteCode: z.string(),
  areaCode: z.string(),
  start: z.string(),
  end: z.string(),
  wte: z.number(),
  noticeWeeks: z.number().nullable(),
});

/** Lines of training regions below a release. Of single people: they end where figures are protected. */
export async function placementsOf(tx: Executor, releaseId: string): Promise<readonly DatedPlacement[]> {
  const result = await tx.execute(sql`
    select body->>'traineeRef' as "traineeRef", body->>'programme' as programme, body->>'specialty' as specialty,
      body->>'level' as level, body->>'employerCode' as "employerCode", body->>'siteCode' as "siteCode",
      body->>'areaCode' as "areaCode", body->>'start' as start, body->>'end' as end, (body->>'wte')::float8 as wte,
      case when jsonb_typeof(body->'noticeWeeks') = 'number' then (body->>'noticeWeeks')::float8 end as "noticeWeeks"
    from source_row join area on area.code = body->>'areaCode' and area.type = 'training_region'
    where release_id = ${releaseId}`);
  return checkPlacements(z.object({ rows: z.array(Line) }).parse(result).rows).placements;
}

const Missing = z.object({ areaCode: z.string(), specialty: z.string(), title: z.string(), releaseId: z.string() });

/** Specialties of this release's regions that another published one has during this one's time, and this one hasn't. */
export async function missingSpecialties(tx: Executor, releaseId: string, superseded: readonly string[]) {
  const result = await tx.execute(sql`
    with own as materialized (
      select body->>'areaCode' as area_code, body->>'specialty' as specialty, min(body->>'start') as first, max(body->>'end') as last
      from source_row where release_id = ${releaseId} group by 1, 2),
    span as (select area_code, min(first) as first, max(last) as last from own group by 1)
    select distinct gone.body->>'areaCode' as "areaCode", gone.body->>'specialty' as specialty, release.title,
      release.id as "releaseId"
    from source_row gone join ${olderBeside(releaseId, superseded)} as beside on beside.id = gone.release_id
      join release on release.id = beside.id join span on span.area_code = gone.body->>'areaCode'
    where gone.body->>'start' <= span.last and gone.body->>'end' >= span.first
      and (gone.body->>'areaCode', gone.body->>'specialty') not in (select area_code, specialty from own)
    order by 1, 2`);
  return z.object({ rows: z.array(Missing) }).parse(result).rows;
}

/** The country that a release is about. */
export async function rootOfRelease(tx: Executor, releaseId: string): Promise<Root> {
  const [source] = await selectRuleSet(tx, releaseId);
  return rootOfSource(source?.sourceId ?? '');
}

/** Rows of the published `sites.csv` of a country. */
const siteRows = (root: Root): SQL => sql`source_row
  join release on release.id = source_row.release_id and release.status = 'published' and release.dataset = 'sites'
    and (release.source_id like ${`${DEMONSTRATION_SOURCE}%`}) = ${root === 'demonstration'}`;

const Site = z.object({ code: z.string(), latitude: z.number(), longitude: z.number() });

/**
 * Where the sites of a country are, as known on a day; null where no `sites.csv` is published. A site that moved has a line
 * for each place; one that closed keeps its last.
 */
export async function sitePositions(
  tx: Executor,
  root: Root,
  day: string,
): Promise<ReadonlyMap<string, Position> | null> {
  const result = await tx.execute(sql`
    select distinct on (code) body->>'siteCode' as code, (body->>'latitude')::float8 as latitude,
      (body->>'longitude')::float8 as longitude
    from ${siteRows(root)} where coalesce(body->>'validFrom', '') <= ${day}
    order by code, coalesce(body->>'validFrom', '') desc, release.loaded_at desc`);
  const { rows } = z.object({ rows: z.array(Site) }).parse(result);
  return rows.length === 0 ? null : new Map(rows.map(({ code, ...position }) => [code, position]));
}

const Facts = z.object({
  spans: z.array(z.object({ areaCode: z.string(), first: z.string(), last: z.string() })),
  sites: z.number(),
  placed: z.number(),
  hasSites: z.boolean(),
  elsewhere: z.number(),
});

export type PlacementFacts = {
  /** Of each training region with lines. */
  spans: readonly PlacementSpan[];
  /** Sites in the file, and how many of them have a position. */
  sites: number;
  placed: number;
  hasSites: boolean;
  /** Lines of areas that are no training region. */
  elsewhere: number;
};

/** What there is to say of a file of placements before figures are made. */
export async function placementFacts(tx: Executor, releaseId: string, root: Root): Promise<PlacementFacts> {
  const result = await tx.execute(sql`
    with known as (select distinct body->>'siteCode' as code from ${siteRows(root)}),
    line as (
      select body->>'siteCode' as site, body->>'start' as start, body->>'end' as "end", area.code as region
      from source_row left join area on area.code = body->>'areaCode' and area.type = 'training_region'
      where release_id = ${releaseId})
    select (select coalesce(json_agg(span order by "areaCode"), '[]') from (
        select region as "areaCode", min(start) as first, max("end") as last from line
        where region is not null group by region) as span) as spans,
      count(distinct site)::int as sites, count(distinct known.code)::int as placed,
      exists (select from known) as "hasSites", (count(*) filter (where region is null))::int as elsewhere
    from line left join known on known.code = line.site`);
  const [facts] = z.object({ rows: z.tuple([Facts]) }).parse(result).rows;
  return facts;
}
