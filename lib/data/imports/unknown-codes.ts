import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Executor } from '@/db/client';
import { FORMER_AUTHORITIES } from '@/lib/domain/geography/former-authorities';
import type { DatasetId } from '@/lib/import/dataset-list';
import { BOARDS_BY_NHS_CODE } from './area-sums';

type People = 'patients' | 'population' | 'residents';
type Key = 'icbCode' | 'icbOdsCode' | 'ladCode' | 'areaCode';

/** Where a dataset names areas, and what its rows are. */
interface Naming {
  readonly key: Key;
  /** What a row is of. */
  readonly unit: string;
  /** How many people a row is of, by a number in it or by the residents of its small area, and what they are. */
  readonly people?: { readonly by: People; readonly what: string };
  /** Codes that are known beside those of the list. */
  readonly known?: SQL;
}

const RESIDENTS = { by: 'residents', what: 'residents' } as const;
const PATIENTS = { by: 'patients', what: 'patients' } as const;
const REGISTERED = { by: 'population', what: 'patients' } as const;
const NHS_BOARDS = sql`select nhs_code from ${BOARDS_BY_NHS_CODE} as board`;
const FORMER = sql`select unnest(${sql.param(FORMER_AUTHORITIES.map(({ fromCode }) => fromCode))}::text[])`;

const SMALL_AREAS_OF_AUTHORITIES: Naming = { key: 'ladCode', unit: 'small area', people: RESIDENTS };

const NAMING: Readonly<Partial<Record<DatasetId, readonly Naming[]>>> = {
  ons_lsoa_icb: [{ key: 'icbCode', unit: 'small area', people: RESIDENTS }, SMALL_AREAS_OF_AUTHORITIES],
  imd2025_file1: [SMALL_AREAS_OF_AUTHORITIES],
  imd2025_file7: [SMALL_AREAS_OF_AUTHORITIES],
  imd2019_file7: [{ key: 'ladCode', unit: 'small area', people: { by: 'population', what: 'people' }, known: FORMER }],
  imd2025_summary_icb: [{ key: 'areaCode', unit: 'board' }],
  imd2025_summary_lad: [{ key: 'areaCode', unit: 'authority' }],
  ons_lad_region: [{ key: 'ladCode', unit: 'authority' }],
  gp_supply_lad: [{ key: 'ladCode', unit: 'authority', people: PATIENTS }],
  gp_practice_detailed: [{ key: 'icbCode', unit: 'practice', people: PATIENTS, known: NHS_BOARDS }],
  nhse_allocations_practice: [
    { key: 'ladCode', unit: 'practice', people: REGISTERED },
    { key: 'icbOdsCode', unit: 'practice', people: REGISTERED, known: NHS_BOARDS },
  ],
};

const SHAPES: ReadonlySet<string> = new Set<DatasetId>(['boundaries_icb', 'boundaries_lad', 'boundaries_nhs_region']);

const Unknown = z.object({ code: z.string(), units: z.number(), people: z.number().nullable() });

/** Codes of one kind that are of no area, and how much of a file is in each. */
export interface UnknownCodes {
  /** What the rows are of. */
  readonly unit: string;
  /** Null where the file doesn't say how many people a row is of, and nothing else does. */
  readonly what: string | null;
  readonly codes: readonly z.infer<typeof Unknown>[];
}

const PEOPLE_BY: Readonly<Record<People, SQL>> = {
  patients: sql`case when jsonb_typeof(body->'patients') = 'number' then (body->>'patients')::float8 end`,
  population: sql`case when jsonb_typeof(body->'population') = 'number' then (body->>'population')::float8 end`,
  residents: sql`null::float8`,
};

/** Residents of small areas by the census file that was published last; a join only where somebody is left out. */
const RESIDENTS_OF = sql`
  select body->>'lsoaCode' as lsoa, (body->>'residents')::float8 as people from source_row
  where jsonb_typeof(body->'residents') = 'number' and release_id = (
    select id from release where dataset = 'census_residents_lsoa' and status = 'published' order by loaded_at desc limit 1)`;

const Codes = z.object({ rows: z.array(z.object({ code: z.string() })) });

/** Codes of rows that are not in the list of areas. */
async function unlistedIn(tx: Executor, rows: SQL, known: SQL | undefined): Promise<string[]> {
  const result = await tx.execute(sql`
    select distinct code from (${rows}) as named where code is not null and code not in (
      select code from area where root = 'england'${known ? sql` union ${known}` : sql``}) order by 1`);
  return Codes.parse(result).rows.map(({ code }) => code);
}

async function countLeftOut(tx: Executor, rows: SQL, codes: readonly string[], by: People | null) {
  const [people, residents] =
    by === 'residents'
      ? [sql`residents.people`, sql`left join (${RESIDENTS_OF}) as residents using (lsoa)`]
      : [sql`named.people`, sql``];
  const result = await tx.execute(sql`
    select named.code, count(*)::int as units, sum(${people}) as people from (${rows}) as named ${residents}
    where named.code = any(${sql.param([...codes])}::text[]) group by 1 order by 1`);
  return z.object({ rows: z.array(Unknown) }).parse(result).rows;
}

const rowsOf = (releaseId: string, dataset: string): { rows: SQL; naming: Omit<Naming, 'key'> }[] => {
  if (SHAPES.has(dataset)) {
    const rows = sql`select shape->>'code' as code, null as lsoa, null::float8 as people
      from boundary_set, jsonb_array_elements(areas) as shape where release_id = ${releaseId}`;
    return [{ rows, naming: { unit: 'area' } }];
  }
  const known = Object.entries(NAMING).find(([id]) => id === dataset)?.[1] ?? [];
  return known.map(({ key, ...naming }) => ({
    rows: sql`select body->>${sql.raw(`'${key}'`)} as code, body->>'lsoaCode' as lsoa,
      ${PEOPLE_BY[naming.people?.by ?? 'residents']} as people from source_row where release_id = ${releaseId}`,
    naming,
  }));
};

/**
 * Codes of a published file that are not in the list of areas: those that are read as an area all the same, and the others, with what is
 * left out of figures because of them.
 */
export async function findUnlistedCodes(
  tx: Executor,
  { releaseId, dataset, aliases }: { releaseId: string; dataset: string; aliases: ReadonlySet<string> },
): Promise<{ readonly read: readonly string[]; readonly unknown: readonly UnknownCodes[] }> {
  const read = new Set<string>();
  const unknown: UnknownCodes[] = [];
  for (const { rows, naming } of rowsOf(releaseId, dataset)) {
    const unlisted = await unlistedIn(tx, rows, naming.known);
    for (const code of unlisted.filter((one) => aliases.has(one))) read.add(code);
    const left = unlisted.filter((code) => !aliases.has(code));
    if (left.length === 0) continue;
    const { unit, people } = naming;
    unknown.push({ unit, what: people?.what ?? null, codes: await countLeftOut(tx, rows, left, people?.by ?? null) });
  }
  return { read: [...read], unknown };
}
