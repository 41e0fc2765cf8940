import { type SQL, sql } from 'drizzle-orm';
import type { DatasetId } from '@/lib/import/dataset-list';
import { YOUNG_GROUPS } from '@/lib/import/datasets/young-people';
import { areaOf } from './area-codes';

const fields = (...names: readonly string[]): SQL =>
  sql.join(
    names.map((name) => sql`body->>${sql.raw(`'${name}'`)}`),
    sql`, `,
  );

type Table = 'establishment' | 'source_row' | 'boundary_set';

/** What a row is about, and what such things are called. */
export interface CoverageKeys {
  readonly table: Table;
  readonly keys: SQL;
  readonly of: string;
  /** Which rows count: all, or those that something is made of. */
  readonly only?: SQL;
  /** What rows of the same keys are told apart by, and the word in it that stands for all of them. */
  readonly parts?: { readonly by: SQL; readonly all: string };
}

const rows = (of: string, ...names: readonly string[]): CoverageKeys => ({
  table: 'source_row',
  keys: fields(...names),
  of,
});
/** Which of these numbers a row has: a file without one of them doesn't take the place of one that has it. */
const given = (...names: readonly string[]): SQL => {
  const each = names.map(
    (name) => sql`case when jsonb_typeof(body->${sql.raw(`'${name}'`)}) = 'number' then ${sql.raw(`'${name}'`)} end`,
  );
  return sql`unnest(array_remove(array[${sql.join(each, sql`, `)}]::text[], null))`;
};
const numbersOf = (key: string, ...names: readonly string[]): CoverageKeys => ({
  table: 'source_row',
  keys: sql`${fields('year', key)}, ${given(...names)}`,
  of: 'numbers',
});
const SHAPES: CoverageKeys = {
  table: 'boundary_set',
  keys: sql`jsonb_array_elements(areas)->>'code'`,
  of: 'areas',
};
const SMALL_AREAS = rows('small areas', 'lsoaCode');
/** By the area that a code stands for: it may have had another when the older file was made. */
const areas = (of: string, name: string): CoverageKeys => ({
  table: 'source_row',
  keys: areaOf(sql`body->>${sql.raw(`'${name}'`)}`),
  of,
});
const AUTHORITIES = areas('authorities', 'ladCode');

/** Not the organisation: trusts merge, and no figure is made of one. */
const PLACED = ['monthEnd', 'level', 'regionCode', 'icbOdsCode'] as const;

/**
 * A newer file takes the place of an older one only where it has all that the older one has: every key of an exchange file; every area
 * of a published one, with the time, staff group, sector or other part that its figures are made of. Practices close: a file that has
 * their boards need not have each, but `gp_practice_high` has no boards, so that every practice counts. Sites come whole.
 */
const KEYS: Readonly<Partial<Record<DatasetId, CoverageKeys>>> = {
  establishment: { table: 'establishment', keys: sql`period_end, area_code, specialty, level`, of: 'entries' },
  fill: {
    ...rows('entries', 'year', 'areaCode', 'specialty', 'level'),
    parts: { by: sql`lower(body->>'round')`, all: 'all' },
  },
  retention: rows('entries', 'cohortYear', 'areaCode', 'stage'),
  home_school: rows('entries', 'period', 'homeLadCode', 'schoolId'),
  school_foundation: rows('entries', 'period', 'schoolId', 'foundationAreaCode'),
  intake: rows('entries', 'schoolId', 'entryYear'),
  young_people: numbersOf('ladCode', 'people', ...YOUNG_GROUPS.map(([, field]) => field)),
  school_facts: numbersOf('areaCode', 'founded', 'annualIntake', 'annualFoundationPlaces'),
  cohort: rows('entries', 'schoolId', 'entryYear'),
  placements: rows('entries', 'areaCode', 'specialty'),
  imd2019_file1: SMALL_AREAS,
  imd2019_file7: SMALL_AREAS,
  imd2025_file1: SMALL_AREAS,
  imd2025_file7: SMALL_AREAS,
  ons_lsoa_icb: SMALL_AREAS,
  census_residents_lsoa: SMALL_AREAS,
  patients_practice: {
    table: 'source_row',
    keys: sql`${fields('lsoaCode', 'extractDate')}, coalesce(upper(body->>'sex'), 'ALL')`,
    of: 'small areas by sex',
  },
  imd2025_summary_icb: areas('boards', 'areaCode'),
  imd2025_summary_lad: areas('authorities', 'areaCode'),
  ons_lad_region: AUTHORITIES,
  gp_supply_lad: AUTHORITIES,
  gp_practice_high: rows('practices', 'practiceCode'),
  gp_practice_detailed: rows('boards', 'icbCode'),
  gp_individual: rows('boards', 'icbCode'),
  nhse_allocations_practice: rows('boards and authorities', 'icbOdsCode', 'ladCode'),
  heec_region_series: rows('areas and years', 'year', 'region', 'icbName'),
  hchs_core1: rows('areas, months and staff groups', ...PLACED, 'mainStaffGroup', 'staffGroup'),
  hchs_core3_doctors: rows('areas, months, grades and specialties', ...PLACED, 'grade', 'specialtyGroup', 'specialty'),
  hchs_turnover1: rows(
    'regions, periods and staff groups',
    'monthStart',
    'monthEnd',
    'regionCode',
    'staffGroup',
    'type',
  ),
  nhs_vacancy: rows('regions, quarters and sectors', 'staffGroup', 'regionName', 'quarterEnd', 'sector', 'measure'),
  specialty_fill_rates: {
    ...rows('programmes', 'specialtyAndLevel'),
    only: sql`body->>'specialtyAndLevel' !~* '^(grand |overall )?total'`,
  },
  boundaries_nhs_region: SHAPES,
  boundaries_icb: SHAPES,
  boundaries_lad: SHAPES,
};

/** Null for a dataset whose files always come whole. */
export const coverageKeys = (dataset: DatasetId): CoverageKeys | null => KEYS[dataset] ?? null;

const rowsOf = ({ table, only }: CoverageKeys, releaseId: SQL): SQL =>
  sql`from ${sql.identifier(table)} where release_id = ${releaseId} and ${only ?? sql`true`}`;

/** The keys of a release. */
export const keysOf = (coverage: CoverageKeys, releaseId: SQL): SQL =>
  sql`select ${coverage.keys} ${rowsOf(coverage, releaseId)}`;

/** What `older` has and `newer` hasn't: its keys, with their parts where it has these. */
export const goneFrom = (coverage: CoverageKeys, older: SQL, newer: SQL): SQL => {
  const { keys, parts } = coverage;
  if (!parts) return sql`${keysOf(coverage, older)} except ${keysOf(coverage, newer)}`;
  const [ofOlder, ofNewer] = [rowsOf(coverage, older), rowsOf(coverage, newer)];
  return sql`select ${keys}, ${parts.by} ${ofOlder} except select ${keys}, ${parts.by} ${ofNewer}
    except select whole.*, part.name from (select ${keys} ${ofNewer} and ${parts.by} = ${parts.all}) as whole
      cross join (select distinct ${parts.by} as name ${ofOlder}) as part`;
};
