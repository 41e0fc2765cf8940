import { sql } from 'drizzle-orm';
import type { Executor } from '@/db/client';
import { type FigureNote, figureNote } from '@/lib/data/imports/figure-note';
import { WHOLE_COUNTRY_NOTE } from './whole-country';

/** An area and a day of which other releases have rows besides; `rows` is how many. */
type Slice = { readonly areaCode: string; readonly day: string; readonly rows: number };

/** Takes back a release's sums of these areas and days, and those of the country on these days that were made of them. */
export const dropSlices = (tx: Executor, releaseId: string, slices: readonly Slice[]) =>
  tx.execute(sql`
    delete from observation using unnest(${sql.param(slices.map(({ areaCode }) => areaCode))}::text[],
      ${sql.param(slices.map(({ day }) => day))}::date[]) as slice(area_code, day)
    where release_id = ${releaseId} and period_end = slice.day
      and (observation.area_code = slice.area_code or starts_with(note, ${WHOLE_COUNTRY_NOTE}))`);

const NAMED_AREAS = 3;

export function mergedNote(slices: readonly Slice[]): FigureNote {
  const rows = slices.reduce((sum, slice) => sum + slice.rows, 0);
  const areas = [...new Set(slices.map(({ areaCode }) => areaCode))];
  const named = `${areas.slice(0, NAMED_AREAS).join(', ')}${areas.length > NAMED_AREAS ? ` and ${areas.length - NAMED_AREAS} more` : ''}`;
  return figureNote(
    'merged',
    `The file has a part of what is published of ${named}. Its totals count ${rows} rows of other releases too, which this file doesn't have: a total of a part would look like a change. If these posts are no longer there, give them with 0, or withdraw the release that has them.`,
    named,
  );
}
