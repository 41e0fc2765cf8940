import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';

/** The figures of an area, a column after the other; `places` are those of their releases. */
const OfArea = z.object({
  indicatorId: z.string(),
  areaCode: z.string(),
  breakdowns: z.array(z.string()),
  periodEnds: z.array(z.string()),
  statuses: z.array(z.string()),
  values: z.array(z.number().nullable()),
  numerators: z.array(z.number().nullable()),
  denominators: z.array(z.number().nullable()),
  places: z.array(z.number()),
});
type OfArea = z.infer<typeof OfArea>;

const Release = z.object({ releaseId: z.string(), sourceId: z.string() });
type Release = z.infer<typeof Release>;

export type RowBeside = Release & {
  readonly indicatorId: string;
  readonly areaCode: string;
  readonly breakdown: string;
  /** ISO day. */
  readonly periodEnd: string;
  readonly status: string;
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isOwn: boolean;
};

/** Rows that are fetched at once, as near as areas of the size of those before allow; never less than one area, nor more than these. */
const ROWS_AT_ONCE = 5_000;
const MOST_AREAS_AT_ONCE = 100;

const areasAtOnce = (before: readonly OfArea[]): number => {
  const rows = before.reduce((sum, { statuses }) => sum + statuses.length, 0);
  return Math.max(1, Math.min(MOST_AREAS_AT_ONCE, Math.floor((ROWS_AT_ONCE * before.length) / rows)));
};

/** The release, then those that stay beside it, the last that was loaded first. */
async function releasesBeside(tx: Executor, releaseId: string, superseded: readonly string[]): Promise<Release[]> {
  const result = await tx.execute(sql`
    select id as "releaseId", source_id as "sourceId" from release
    where id = ${releaseId} or status = 'published' and id <> all(${sql.param([...superseded])}::text[])
    order by id = ${releaseId} desc, loaded_at desc`);
  return z.object({ rows: z.array(Release) }).parse(result).rows;
}

const toRows = (area: OfArea, releases: readonly Release[]): RowBeside[] =>
  area.places.flatMap((place, at) => {
    // Places count from 1.
    const release = releases[place - 1];
    const [breakdown, periodEnd, status] = [area.breakdowns[at], area.periodEnds[at], area.statuses[at]];
    if (!release || breakdown === undefined || periodEnd === undefined || status === undefined) return [];
    return {
      indicatorId: area.indicatorId,
      areaCode: area.areaCode,
      breakdown,
      periodEnd,
      status,
      value: area.values[at] ?? null,
      numerator: area.numerators[at] ?? null,
      denominator: area.denominators[at] ?? null,
      releaseId: release.releaseId,
      sourceId: release.sourceId,
      isOwn: place === 1,
    };
  });

/**
 * The figures of a release, and those that would stand beside them when it is published (of the same indicators), an area of
 * an indicator at a time: a release of many years has more than belong in memory. Of the same figure its own comes first,
 * then the one that was loaded last. An area comes as columns, in two thirds of the time of rows and with far less to clear away.
 */
export async function* figuresBeside(
  tx: Executor,
  releaseId: string,
  superseded: readonly string[],
): AsyncGenerator<RowBeside[]> {
  const releases = await releasesBeside(tx, releaseId, superseded);
  // Aggregates take the rows in the order of the inner query.
  await tx.execute(sql`
    declare figures_beside no scroll cursor for
    select indicator_id as "indicatorId", area_code as "areaCode", json_agg(breakdown) as breakdowns, json_agg(period_end) as "periodEnds",
      json_agg(status) as statuses, json_agg(value) as "values", json_agg(numerator) as numerators, json_agg(denominator) as denominators,
      json_agg(place) as places
    from (
      select o.*, place from observation o
      join unnest(${sql.param(releases.map((one) => one.releaseId))}::text[]) with ordinality as beside(id, place) on beside.id = o.release_id
      where o.indicator_id in (select distinct indicator_id from observation where release_id = ${releaseId})
      order by o.indicator_id, o.area_code, o.period_end, o.breakdown, place) as figures
    group by 1, 2 order by 1, 2`);
  const fetch = async (areas: number): Promise<OfArea[]> => {
    const fetched = await tx.execute(sql`fetch ${sql.raw(String(areas))} from figures_beside`);
    return z.object({ rows: z.array(OfArea) }).parse(fetched).rows;
  };
  // One is fetched while the one before is at work.
  for (let next = fetch(1); ; ) {
    const areas = await next;
    if (areas.length === 0) break;
    next = fetch(areasAtOnce(areas));
    // Whoever stops early never hears of its fault: the transaction has ended by then.
    next.catch(() => {});
    for (const area of areas) yield toRows(area, releases);
  }
  await tx.execute(sql`close figures_beside`);
}
