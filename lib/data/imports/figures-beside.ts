import { type SQL, sql } from 'drizzle-orm';
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

/** Rows that are fetched at once: never less than an area, and no more where an area has less. */
const ROWS_AT_ONCE = 5_000;

/** Of areas with so many rows each, in their order: how many are fetched at a time. */
export function fetchSizes(rowsByArea: readonly number[]): number[] {
  const sizes: number[] = [];
  let rows = Number.POSITIVE_INFINITY;
  for (const ofArea of rowsByArea) {
    if (rows + ofArea > ROWS_AT_ONCE) {
      sizes.push(0);
      rows = 0;
    }
    sizes[sizes.length - 1] = (sizes.at(-1) ?? 0) + 1;
    rows += ofArea;
  }
  return sizes;
}

/** The release, then those that stay beside it, the last that was loaded first. */
async function releasesBeside(tx: Executor, releaseId: string, superseded: readonly string[]): Promise<Release[]> {
  const result = await tx.execute(sql`
    select id as "releaseId", source_id as "sourceId" from release
    where id = ${releaseId} or status = 'published' and id <> all(${sql.param([...superseded])}::text[])
    order by id = ${releaseId} desc, loaded_at desc, id`);
  return z.object({ rows: z.array(Release) }).parse(result).rows;
}

const figuresOf = (releases: readonly Release[], releaseId: string): SQL => sql`
  from observation o
  join unnest(${sql.param(releases.map((one) => one.releaseId))}::text[]) with ordinality as beside(id, place) on beside.id = o.release_id
  where o.indicator_id in (select distinct indicator_id from observation where release_id = ${releaseId})`;

const Counted = z.object({ rows: z.array(z.object({ rows: z.number() })) });

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
  const areas = sql`
    select indicator_id as "indicatorId", area_code as "areaCode", json_agg(breakdown) as breakdowns, json_agg(period_end) as "periodEnds",
      json_agg(status) as statuses, json_agg(value) as "values", json_agg(numerator) as numerators, json_agg(denominator) as denominators,
      json_agg(place) as places
    from (
      select o.*, place ${figuresOf(releases, releaseId)}
      order by o.indicator_id, o.area_code, o.period_end, o.breakdown, place) as figures
    group by 1, 2 order by 1, 2`;
  const counted = await tx.execute(sql`
    select count(*)::int as rows ${figuresOf(releases, releaseId)} group by o.indicator_id, o.area_code order by o.indicator_id, o.area_code`);
  await tx.execute(sql`declare figures_beside no scroll cursor for ${areas}`);
  const fetch = async (size: number): Promise<OfArea[]> => {
    const fetched = await tx.execute(sql`fetch ${sql.raw(String(size))} from figures_beside`);
    return z.object({ rows: z.array(OfArea) }).parse(fetched).rows;
  };
  const sizes = fetchSizes(Counted.parse(counted).rows.map(({ rows }) => rows));
  // One is fetched while the one before is at work.
  let next = fetch(sizes[0] ?? 1);
  for (const at of sizes.keys()) {
    const these = await next;
    next = fetch(sizes[at + 1] ?? 1);
    // Whoever stops early never hears of its fault: the transaction has ended by then.
    next.catch(() => {});
    for (const area of these) yield toRows(area, releases);
  }
  await next;
  await tx.execute(sql`close figures_beside`);
}
