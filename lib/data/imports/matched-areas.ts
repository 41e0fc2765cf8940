import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import type { ImportChanges, MatchedVintage } from '@/lib/contracts/import';
import { selectAllAreas } from '@/lib/data/queries/areas';
import { type AreaType, DatedArea, Root } from '@/lib/domain/geography/area';
import { aliasMap } from '@/lib/domain/geography/area-alias';
import { FORMER_AUTHORITIES } from '@/lib/domain/geography/former-authorities';
import { matchVintage } from '@/lib/domain/geography/match-vintage';
import { vintagesOf } from '@/lib/domain/geography/validity';
import { loadAliases, proposalsOf } from './area-codes';

const Named = z.object({ root: Root, codes: z.array(z.string()).nullable() });

/** Of published files with many codes: of an exchange file with one it is refused, with every row. */
const MOST_UNKNOWN = 50;

/** Homes that are in no list of areas, and are known all the same. */
const FORMER = FORMER_AUTHORITIES.map(({ fromCode }) => fromCode);
const ELSEWHERE = '^(W06|S12|N09)[0-9]{6}$';

/** The codes that rows name, and the country that they have to be in. */
export type NamedCodes = { readonly root: Root; readonly codes: readonly string[] };

/** The same, looked up among the rows of a release. */
async function namedCodes(tx: Executor, releaseId: string): Promise<NamedCodes> {
  const result = await tx.execute(sql`
    with named as (
      select area_code as code from establishment where release_id = ${releaseId}
      union select body->>'areaCode' from source_row where release_id = ${releaseId}
      union select body->>'homeLadCode' from source_row where release_id = ${releaseId}
        and body->>'homeLadCode' <> all(${sql.param(FORMER)}::text[]) and body->>'homeLadCode' !~ ${ELSEWHERE}
      union select body->>'icbCode' from source_row where release_id = ${releaseId} and dataset not in ('gp_individual', 'gp_practice_detailed')
      union select body->>'ladCode' from source_row where release_id = ${releaseId}
        and (dataset not in ('imd2019_file1', 'imd2019_file7', 'young_people') or body->>'ladCode' <> all(${sql.param(FORMER)}::text[]))
      union select unnest(array[body->>'schoolId', body->>'foundationAreaCode', body->>'specialtyAreaCode', body->>'careerAreaCode'])
        from source_row where release_id = ${releaseId}
      union select shape->>'code' from boundary_set, jsonb_array_elements(areas) as shape
        where release_id = ${releaseId}
    )
    select case when source_id like 'demonstration-%' then 'demonstration' else 'england' end as root,
      (select array_agg(code order by code) from named where code is not null) as codes
    from release where id = ${releaseId}`);
  const [row] = z.object({ rows: z.array(Named) }).parse(result).rows;
  return { root: row?.root ?? 'england', codes: row?.codes ?? [] };
}

/** Which list of a type the areas are of; null where there is only one, or the codes touch no change. */
function vintageOfType(codes: readonly string[], areas: readonly DatedArea[]): MatchedVintage | null {
  const [first] = areas;
  const vintages = vintagesOf(areas);
  if (!first || vintages.length < 2) return null;
  const match = matchVintage(codes, vintages);
  if (match.kind === 'matched') {
    const { from, to } = match.vintage;
    return { type: first.type, from, to, missing: match.missing.length, isMixed: false };
  }
  if (match.kind === 'ambiguous') return null;
  return { type: first.type, from: null, to: null, missing: 0, isMixed: true };
}

/** A code that stands for an area with another code in the list. */
type ReadAs = { readonly code: string; readonly areaCode: string };

/** Codes of the list stand for themselves; others for the area that they are read as, or will be once the release is published. */
async function otherCodes(tx: Executor, releaseId: string | null, unlisted: readonly string[]) {
  if (unlisted.length === 0) return { aliases: [], proposed: [] };
  const known = aliasMap(await loadAliases(tx));
  const aliases = unlisted.flatMap((code): ReadAs[] => {
    const areaCode = known.get(code);
    return areaCode === undefined ? [] : [{ code, areaCode }];
  });
  const left = unlisted.filter((code) => !known.has(code));
  return { aliases, proposed: releaseId === null ? [] : (await proposalsOf(tx, releaseId, left)).proposed };
}

export type MatchedAreas = Pick<ImportChanges, 'areasMatched' | 'areasUnknown' | 'areaVintages'>;

/**
 * The areas that rows are of: known ones counted, and the list that they are of; unknown ones, or those of the other
 * country, listed (in `matched` the first 50). `named` is what the rows name, where that is known already: it has to be where no row is
 * stored. `aliases` are the codes among them that are read as an area with another code; `typeOf` has every area of the list.
 */
export async function matchAreas(
  tx: Executor,
  releaseId: string | null,
  named: NamedCodes | null = null,
): Promise<{
  readonly matched: MatchedAreas;
  readonly unknown: readonly string[];
  readonly aliases: readonly ReadAs[];
  readonly typeOf: ReadonlyMap<string, AreaType>;
}> {
  const { root, codes } = named ?? (await namedCodes(tx, releaseId ?? ''));
  const areas = z
    .array(DatedArea)
    .parse(await selectAllAreas(tx))
    .filter((area) => area.root === root);
  const typeOf = new Map(areas.map(({ code, type }) => [code, type]));
  const unlisted = codes.filter((code) => !typeOf.has(code));
  const { aliases, proposed } = await otherCodes(tx, releaseId, root === 'england' ? unlisted : []);
  const readAs = new Map([...aliases, ...proposed].map(({ code, areaCode }) => [code, areaCode]));
  const known = [...new Set(codes.map((code) => readAs.get(code) ?? code))].filter((code) => typeOf.has(code));
  const types = [...new Set(known.map((code) => typeOf.get(code)))];
  const unknown = unlisted.filter((code) => !readAs.has(code));
  const matched = {
    areasMatched: known.length,
    areasUnknown: unknown.slice(0, MOST_UNKNOWN),
    areaVintages: types.flatMap((type) => {
      const ofType = areas.filter((area) => area.type === type);
      const found = vintageOfType(
        known.filter((code) => typeOf.get(code) === type),
        ofType,
      );
      return found ? [found] : [];
    }),
  };
  return { matched, unknown, aliases, typeOf };
}
