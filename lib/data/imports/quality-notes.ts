import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import type { ImportNote } from '@/lib/contracts/import';
import { today } from '@/lib/data/clock';
import { type FlaggedIndicator, findQualityFlags } from '@/lib/data/quality-flags';
import { selectAllAreas } from '@/lib/data/queries/areas';
import { selectIndicators } from '@/lib/data/queries/figures';
import { DatedArea } from '@/lib/domain/geography/area';
import { Indicator } from '@/lib/domain/indicators/indicator';
import type { QualityCheck, QualityFlag } from '@/lib/domain/quality/quality-flag';
import { ADVICE, CHECK_WORDS } from '@/lib/format/quality-words';
import { breakdownLabel } from '@/lib/format/words';
import { findSuperseded } from './changes';

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
type Row = z.infer<typeof Row>;

const keyOf = ({ indicatorId, areaCode, breakdown, periodEnd }: Row): string =>
  JSON.stringify([indicatorId, areaCode, breakdown, periodEnd]);

/** The figures of a release, and those that would stand beside them when it is published: of the same indicators. */
async function selectBeside(tx: Executor, releaseId: string): Promise<Row[]> {
  const superseded = await findSuperseded(tx, releaseId);
  const result = await tx.execute(sql`
    with beside as (
      select o.indicator_id, o.area_code, o.breakdown, o.period_end, o.status, o.value, o.numerator, o.denominator,
        r.id, r.source_id, r.loaded_at, r.id = ${releaseId} as is_own
      from observation o join release r on r.id = o.release_id
      where (r.id = ${releaseId} or r.status = 'published' and r.id <> all(${sql.param(superseded)}::text[]))
        and o.indicator_id in (select distinct indicator_id from observation where release_id = ${releaseId}))
    select distinct on (indicator_id, area_code, breakdown, period_end, is_own) indicator_id as "indicatorId",
      area_code as "areaCode", breakdown, period_end::text as "periodEnd", status, value, numerator, denominator,
      id as "releaseId", source_id as "sourceId", is_own as "isOwn"
    from beside order by indicator_id, area_code, breakdown, period_end, is_own, loaded_at desc`);
  return z.object({ rows: z.array(Row) }).parse(result).rows;
}

/** Whether a flag is about the release, not about what is shown beside it. */
function isAbout(own: readonly Row[], indicatorId: string) {
  const rows = own.filter((row) => row.indicatorId === indicatorId);
  const isOf = (row: Row, { areaCode, period, breakdown }: QualityFlag['where']): boolean =>
    (areaCode === null || row.areaCode === areaCode) &&
    (period === null || row.periodEnd === period) &&
    (breakdown === null || row.breakdown === breakdown);
  return ({ check, where }: QualityFlag): boolean => {
    const place = check === 'missing_area' ? { ...where, areaCode: null } : where;
    return rows.some((row) => isOf(row, place));
  };
}

/** Whether two releases say something else, by what is shown of it. */
const differs = (a: Row, b: Row, decimals: number): boolean =>
  a.status !== b.status || a.value?.toFixed(decimals) !== b.value?.toFixed(decimals);

const EXAMPLES = 3;

export type QualityNote = ImportNote & { readonly rule: `quality_${QualityCheck}` };

/** One note for each kind of flag on an indicator: the first few in words, and what to do. */
function toNotes(
  { indicatorId, flags }: FlaggedIndicator,
  names: { indicators: readonly Indicator[]; areas: readonly DatedArea[] },
): QualityNote[] {
  const indicator = names.indicators.find(({ id }) => id === indicatorId)?.shortName ?? indicatorId;
  const areas = new Map(names.areas.map(({ code, name }) => [code, name]));
  const words = ({ where: { areaCode, breakdown }, detail }: QualityFlag): string => {
    const place = [areaCode === null ? '' : (areas.get(areaCode) ?? areaCode), breakdownLabel(breakdown ?? 'all')];
    const text = place.filter((part) => part !== '').join(', ');
    return text === '' ? detail : `${text}: ${detail}`;
  };
  return [...new Set(flags.map(({ check }) => check))].map((check) => {
    const same = flags.filter((flag) => flag.check === check);
    const more = same.length > EXAMPLES ? ` And ${same.length - EXAMPLES} more.` : '';
    return {
      rule: `quality_${check}`,
      detail: `${indicator}, ${CHECK_WORDS[check]}`,
      count: same.length,
      at: [],
      message: `${same.slice(0, EXAMPLES).map(words).join(' ')}${more} ${ADVICE[check]}`,
    };
  });
}

/** What the checks of data quality find in the figures of a release, beside those that are shown now. */
export async function qualityNotes(tx: Executor, releaseId: string): Promise<QualityNote[]> {
  const rows = await selectBeside(tx, releaseId);
  const own = rows.filter(({ isOwn }) => isOwn);
  if (own.length === 0) return [];
  const indicators = z.array(Indicator).parse(await selectIndicators(tx));
  const areas = z.array(DatedArea).parse(await selectAllAreas(tx));
  const decimals = new Map(indicators.map((indicator) => [indicator.id, indicator.decimals]));
  const ownByKey = new Map(own.map((row) => [keyOf(row), row]));
  const others = rows.filter(({ isOwn }) => !isOwn);
  const repeated = others.flatMap((row) => {
    const mine = ownByKey.get(keyOf(row));
    return mine && differs(row, mine, decimals.get(row.indicatorId) ?? 0) ? [row, mine] : [];
  });
  const beside = others.filter((row) => !ownByKey.has(keyOf(row)));
  return findQualityFlags({ rows: [...own, ...beside], repeated, indicators, areas, today: today() }).flatMap((found) =>
    toNotes({ ...found, flags: found.flags.filter(isAbout(own, found.indicatorId)) }, { indicators, areas }),
  );
}
