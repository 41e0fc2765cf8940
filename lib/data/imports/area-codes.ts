import { eq, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { areaAlias, release } from '@/db/schema';
import { selectAliases } from '@/lib/data/queries/area-aliases';
import { selectAllAreas } from '@/lib/data/queries/areas';
import { DatedArea } from '@/lib/domain/geography/area';
import { type AliasProposals, AreaAlias, proposeAliases } from '@/lib/domain/geography/area-alias';
import type { DatasetId } from '@/lib/import/dataset-list';

/** Codes of files that stand for an area with another code in the list. */
export const ALIAS_CODES = sql`(select code from area_alias where status <> 'rejected')`;

/**
 * The area that a code of a file stands for: the one place where that is decided in SQL. Each call looks the code up: use it where rows
 * were grouped by their codes, or are few.
 */
export const areaOf = (code: SQL): SQL => sql`coalesce(
  (select alias.area_code from area_alias alias where alias.code = ${code} and alias.status <> 'rejected'), ${code})`;

export const loadAliases = async (tx: Executor): Promise<AreaAlias[]> =>
  z.array(AreaAlias).parse(await selectAliases(tx));

const Named = z.object({ code: z.string(), name: z.string() });
const Year = z.object({ year: z.number().nullable() });
const NOTHING: AliasProposals = { proposed: [], ambiguous: [] };

const WITH_BOARD_NAMES: ReadonlySet<string> = new Set<DatasetId>([
  'ons_lsoa_icb',
  'imd2025_summary_icb',
  'boundaries_icb',
]);

/** Boards that a look-up, boundaries or a summary name beside their codes. */
const namedBoards = (releaseId: string): SQL => sql`
  select distinct code, name from (
    select body->>'icbCode' as code, body->>'icbName' as name from source_row
      where release_id = ${releaseId} and dataset = 'ons_lsoa_icb'
    union all select body->>'areaCode', body->>'areaName' from source_row
      where release_id = ${releaseId} and dataset = 'imd2025_summary_icb'
    union all select shape->>'code', shape->>'name' from boundary_set, jsonb_array_elements(areas) as shape
      where release_id = ${releaseId}) as named
  where code like 'E54%' and coalesce(name, '') <> '' order by 1, 2`;

/** What the names of a release's boards say of codes that are in no list; nothing where `unknown` has no such code. */
export async function proposalsOf(
  tx: Executor,
  releaseId: string,
  unknown: readonly string[] | null = null,
): Promise<AliasProposals> {
  if (unknown !== null && !unknown.some((code) => code.startsWith('E54'))) return NOTHING;
  const [of] = await tx.select({ dataset: release.dataset }).from(release).where(eq(release.id, releaseId));
  if (!WITH_BOARD_NAMES.has(of?.dataset ?? '')) return NOTHING;
  const named = z.object({ rows: z.array(Named) }).parse(await tx.execute(namedBoards(releaseId))).rows;
  if (named.length === 0) return NOTHING;
  const vintage = await tx.execute(
    sql`select (vintage->'geography'->>'icb')::int as year from import_file where release_id = ${releaseId}`,
  );
  const [row] = z.object({ rows: z.array(Year) }).parse(vintage).rows;
  const areas = z.array(DatedArea).parse(await selectAllAreas(tx));
  const england = areas.filter(({ root }) => root === 'england');
  return proposeAliases(named, { areas: england, aliases: await loadAliases(tx), year: row?.year ?? null });
}

/** Puts to use what the names of a release that is being published say without doubt. Gives the codes. */
export async function adoptProposals(
  tx: Executor,
  releaseId: string,
  userId: string | null,
): Promise<AliasProposals['proposed']> {
  const { proposed } = await proposalsOf(tx, releaseId);
  for (const { code, areaCode } of proposed) {
    await tx
      .insert(areaAlias)
      .values({
        code,
        areaCode,
        validFrom: sql`(select valid_from from area where code = ${areaCode})`,
        source: `The name of the board in release ${releaseId}`,
        status: 'proposed',
        changedBy: userId,
      })
      .onConflictDoNothing();
  }
  return proposed;
}
