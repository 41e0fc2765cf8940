import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import type { Root } from '@/lib/domain/geography/area';
import type { LoadedPosts, LoadedRound } from '@/lib/domain/pathway-baseline/loaded-pathway';
import { fillOfYear, fillRows } from './fill-rows';
import { isSourceOf } from './root-of-source';

/** Published releases of a dataset in a country. Several may have the same row: the one that was loaded last is shown. */
const publishedOf = (root: Root, dataset: string): SQL => sql`
  select release.id, release.loaded_at from release join source on source.id = release.source_id
  where release.status = 'published' and release.dataset = ${dataset} and ${isSourceOf(root)}`;

const IN_REGIONS = (root: Root): SQL => sql`(select code from area where type = 'training_region' and root = ${root})`;

const Posts = z.object({
  regionCode: z.string(),
  specialty: z.string(),
  level: z.string(),
  establishmentFte: z.number(),
  inPostFte: z.number(),
});

/** Posts of the training regions of a country on the last day that is loaded. For the publisher only. */
export async function selectLatestPosts(tx: Executor, root: Root): Promise<LoadedPosts[]> {
  const result = await tx.execute(sql`
    with given as (${publishedOf(root, 'establishment')}),
      last as (select max(period_end) as day from establishment where release_id in (select id from given))
    select distinct on (area_code, specialty, level) area_code as "regionCode", specialty, level,
      establishment_fte as "establishmentFte", in_post_fte as "inPostFte"
    from establishment join given on given.id = release_id, last
    where period_end = last.day and area_code in ${IN_REGIONS(root)}
    order by area_code, specialty, level, given.loaded_at desc, given.id desc`);
  return z.object({ rows: z.array(Posts) }).parse(result).rows;
}

/** The same on the last loaded day of each calendar year. For the publisher only. */
export async function selectPostsByYear(tx: Executor, root: Root): Promise<(LoadedPosts & { year: number })[]> {
  const result = await tx.execute(sql`
    with given as (${publishedOf(root, 'establishment')}),
      last as (select extract(year from period_end)::int as year, max(period_end) as day from establishment
        where release_id in (select id from given) group by 1)
    select distinct on (last.year, area_code, specialty, level) last.year, area_code as "regionCode", specialty, level,
      establishment_fte as "establishmentFte", in_post_fte as "inPostFte"
    from establishment join given on given.id = release_id join last on last.day = period_end
    where area_code in ${IN_REGIONS(root)}
    order by last.year, area_code, specialty, level, given.loaded_at desc, given.id desc`);
  return z.object({ rows: z.array(Posts.extend({ year: z.number() })) }).parse(result).rows;
}

const Round = z.object({
  year: z.number(),
  regionCode: z.string(),
  specialty: z.string(),
  level: z.enum(['CT1/ST1', 'ST3', 'ST4']),
  posts: z.number(),
  accepts: z.number(),
});

/** Recruitment of the training regions of a country, all rounds of a year together. For the publisher only. */
export async function selectRounds(tx: Executor, root: Root): Promise<LoadedRound[]> {
  const newest = sql`
    select distinct on (year, area_code, specialty, level, lower(round)) row.*, true as is_own
    from (${fillRows(sql`release_id in (select id from given)`)}) as row join given on given.id = release_id
    order by year, area_code, specialty, level, lower(round), given.loaded_at desc, given.id desc`;
  const result = await tx.execute(sql`
    with given as (${publishedOf(root, 'fill')})
    select year, area_code as "regionCode", specialty, level, posts, accepts
    from (${fillOfYear(newest)}) as unit
    where area_code in ${IN_REGIONS(root)} and level in ('CT1/ST1', 'ST3', 'ST4')
    order by 1, 2, 3, 4`);
  return z.object({ rows: z.array(Round) }).parse(result).rows;
}

/** Releases that posts and recruitment come from. For the publisher only. */
export async function selectGivenReleases(tx: Executor, root: Root): Promise<string[]> {
  const result = await tx.execute(sql`
    select id from (${publishedOf(root, 'establishment')}) as posts
    union select id from (${publishedOf(root, 'fill')}) as rounds`);
  return z
    .object({ rows: z.array(z.object({ id: z.string() })) })
    .parse(result)
    .rows.map(({ id }) => id);
}
