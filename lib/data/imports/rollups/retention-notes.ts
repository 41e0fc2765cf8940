import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { today } from '@/lib/data/clock';
import { createNoteTally, type QualityNote } from '@/lib/data/imports/note-tally';
import { selectAllAreas } from '@/lib/data/queries/areas';
import { selectIndicators } from '@/lib/data/queries/figures';
import { DatedArea } from '@/lib/domain/geography/area';
import { Indicator } from '@/lib/domain/indicators/indicator';
import { checkFuture } from '@/lib/domain/quality/check-future';

const Counted = z.object({ areaCode: z.string(), period: z.string(), breakdown: z.string(), value: z.number() });

/** Shares are made when the file is published: what can't have been counted yet is told before, from its rows. */
export async function retentionNotes(tx: Executor, releaseId: string): Promise<QualityNote[]> {
  const result = await tx.execute(sql`
    select body->>'areaCode' as "areaCode", (body->>'cohortYear') || '-12-31' as period,
      (body->>'stage') || '-' || years || 'y' as breakdown, still::float8 as value
    from source_row, lateral (values (1, body->'stillInRegion1y'), (3, body->'stillInRegion3y'), (5, body->'stillInRegion5y'))
      as horizon(years, still)
    where release_id = ${releaseId} and jsonb_typeof(still) = 'number' order by 2, 3, 1`);
  const { rows } = z.object({ rows: z.array(Counted) }).parse(result);
  const counted = rows.map((row) => ({ ...row, numerator: null, denominator: null, row: null }));
  const early = checkFuture(counted, today(), true);
  if (early.length === 0) return [];
  const indicators = z.array(Indicator).parse(await selectIndicators(tx));
  const indicator = indicators.find(({ id }) => id === 'retention-in-region');
  if (!indicator) return [];
  const areas = z.array(DatedArea).parse(await selectAllAreas(tx));
  const tally = createNoteTally(indicator, new Map(areas.map((area) => [area.code, area])));
  tally.add(early);
  return tally.notes();
}
