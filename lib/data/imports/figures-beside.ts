import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';

const Row = z.object({
  indicatorId: z.string(),
  areaCode: z.string(),
  breakdown: z.string(),
  periodEnd: z.string(),
  status: z.string(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  releaseId: z.string(),
  sourceId: z.string(),
  isOwn: z.boolean(),
});
export type RowBeside = z.infer<typeof Row>;

/** Rows that are in memory at once, besides those of one area. */
const ROWS_AT_ONCE = 5_000;

/**
 * The figures of a release, and those that would stand beside them when it is published (of the same indicators), an area of
 * an indicator at a time: a release of many years has more than belong in memory. Of the same figure its own comes first,
 * then the one that was loaded last.
 */
export async function* figuresBeside(
  tx: Executor,
  releaseId: string,
  superseded: readonly string[],
): AsyncGenerator<RowBeside[]> {
  await tx.execute(sql`
    declare figures_beside no scroll cursor for
    select o.indicator_id as "indicatorId", o.area_code as "areaCode", o.breakdown, o.period_end::text as "periodEnd",
      o.status, o.value, o.numerator, o.denominator, r.id as "releaseId", r.source_id as "sourceId",
      r.id = ${releaseId} as "isOwn"
    from observation o join release r on r.id = o.release_id
    where (r.id = ${releaseId} or r.status = 'published' and r.id <> all(${sql.param([...superseded])}::text[]))
      and o.indicator_id in (select distinct indicator_id from observation where release_id = ${releaseId})
    order by o.indicator_id, o.area_code, o.period_end, o.breakdown, r.id = ${releaseId} desc, r.loaded_at desc`);
  const fetch = async (): Promise<RowBeside[]> => {
    const fetched = await tx.execute(sql`fetch ${sql.raw(String(ROWS_AT_ONCE))} from figures_beside`);
    return z.object({ rows: z.array(Row) }).parse(fetched).rows;
  };
  let ofArea: RowBeside[] = [];
  // One is fetched while the one before is at work.
  for (let next = fetch(); ; ) {
    const rows = await next;
    if (rows.length === 0) break;
    next = fetch();
    // Whoever stops early never hears of its fault: the transaction has ended by then.
    next.catch(() => {});
    for (const row of rows) {
      const [first] = ofArea;
      if (first && (first.areaCode !== row.areaCode || first.indicatorId !== row.indicatorId)) {
        yield ofArea;
        ofArea = [];
      }
      ofArea.push(row);
    }
  }
  if (ofArea.length > 0) yield ofArea;
  await tx.execute(sql`close figures_beside`);
}
