import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import type { ImportEntry } from '@/lib/contracts/import';
import { getImport, publishImport, stageImport } from '@/lib/data/imports';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { comparePrinted, type Made, madeFigures, type PrintedColumn, readPrinted } from '@/lib/testing/printed-figures';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const DATA = path.resolve(import.meta.dirname, '../../../../shared/data');
const SETTING_UP_MS = 120_000;
/** The small areas come before their look-up: the order doesn't matter. */
const FILES = [
  ['imd2025_england_lsoa21.csv', 'imd2025_file7', 33_755],
  ['lookup_lsoa21_icb24.csv', 'ons_lsoa_icb', 33_755],
  ['lookup_ltla24_region24.csv', 'ons_lad_region', 296],
  ['imd2025_england_icb24.csv', 'imd2025_summary_icb', 42],
  ['imd2025_england_ltla24.csv', 'imd2025_summary_lad', 296],
  ['2025_2026.csv', 'nhse_allocations_practice', 6_348],
  ['england_underdoctored_areas.csv', 'gp_supply_lad', 296],
  ['final_data_region.csv', 'heec_region_series', 1_854],
] as const;

const byCode = (column: string) => (row: Record<string, string>, figure: Made) => row[column] === figure.areaCode;
const plainName = (name: string | undefined) => name?.replace('&', 'and').toLowerCase();
const byRegion = (column: string, prefix: RegExp) => (row: Record<string, string>, figure: Made) =>
  prefix.test(figure.areaCode) && plainName(row[column]) === plainName(figure.areaName);

const domainColumns: PrintedColumn[] = [
  ['imd_average_score', 'imd-score'],
  ['income_average_score', 'imd-income'],
  ['employment_average_score', 'imd-employment'],
  ['education_skills_and_training_average_score', 'imd-education'],
  ['health_deprivation_and_disability_average_score', 'imd-health'],
  ['crime_average_score', 'imd-crime'],
  ['barriers_to_housing_and_services_average_score', 'imd-housing'],
  ['living_environment_average_score', 'imd-environment'],
].map(([column = '', indicatorId = '']) => ({ column, indicatorId }));
const tenth: PrintedColumn = {
  column: 'imd_proportion_of_lso_as_in_most_deprived_10_percent_nationally',
  indicatorId: 'neighbourhoods-most-deprived-tenth',
  scale: 0.01,
};
const lsoas: PrintedColumn[] = [
  { column: 'lsoas', indicatorId: 'neighbourhoods-most-deprived-tenth', field: 'denominator' },
  { column: 'pct_lsoas_most_deprived_decile', indicatorId: 'neighbourhoods-most-deprived-tenth' },
];
const needs: PrintedColumn[] = [
  { column: 'need_index_core', indicatorId: 'need-index-core' },
  { column: 'need_index_primary_care', indicatorId: 'need-index-primary-care' },
  { column: 'registered_pop_alloc2526', indicatorId: 'need-index-core', field: 'denominator' },
];
const weighted: PrintedColumn[] = [
  { column: 'final_need_weighted_pop', indicatorId: 'need-index-core', field: 'numerator' },
  { column: 'final_primary_care_weighted_pop', indicatorId: 'need-index-primary-care', field: 'numerator' },
];
const trainingNeeds: PrintedColumn[] = [
  { column: 'need_index_core_vs_england', indicatorId: 'need-index-core' },
  { column: 'need_index_primary_care_vs_england', indicatorId: 'need-index-primary-care' },
];
const gps: PrintedColumn[] = [
  { column: 'patients_per_gp_fte_incl_trainees_mar2024', indicatorId: 'patients-per-gp-incl-trainees' },
  {
    column: 'gp_fte_incl_trainees_mar2024_apportioned',
    indicatorId: 'patients-per-gp-incl-trainees',
    field: 'denominator',
  },
  {
    column: 'gp_registered_patients_mar2024_apportioned',
    indicatorId: 'patients-per-gp-incl-trainees',
    field: 'numerator',
  },
];
const fifths: PrintedColumn[] = ['imd_q5_most', 'imd_q4_mid', 'imd_q3_mid', 'imd_q2_mid', 'imd_q1_least'].map(
  (column, at) => ({ column, indicatorId: 'gp-fte-per-10k', breakdown: `fifth-${at + 1}` }),
);

const REGION = /^E40|^E92/;
const TRAINING = /^TR-/;
const ICB = 'icb_42_indicators.csv';
const NHS = 'nhs_region_7_indicators.csv';
const LAD = 'ltla_296_indicators.csv';
const TR = 'training_region_11_indicators_draft.csv';

/** Table, dataset, areas, columns, cells that are compared, cells for which no figure is made. */
const TABLES = [
  [ICB, 'imd2025_file7', byCode('icb_gss'), lsoas, 84, 0],
  [NHS, 'imd2025_file7', byRegion('nhs_region', REGION), lsoas, 16, 0],
  ['icb_42_imd2025_domains.csv', 'imd2025_summary_icb', byCode('icb24_code'), [...domainColumns, tenth], 378, 0],
  ['ltla_296_imd2025_domains.csv', 'imd2025_summary_lad', byCode('ltla24_code'), [...domainColumns, tenth], 2_664, 0],
  [ICB, 'nhse_allocations_practice', byCode('icb_gss'), [...needs, ...weighted], 210, 0],
  [NHS, 'nhse_allocations_practice', byRegion('nhs_region', REGION), needs, 24, 0],
  [TR, 'nhse_allocations_practice', byRegion('training_region_draft', TRAINING), trainingNeeds, 22, 0],
  [LAD, 'gp_supply_lad', byCode('ltla24_code'), gps, 888, 0],
  // Boards that share an authority wait for residents by small area.
  [ICB, 'gp_supply_lad', byCode('icb_gss'), gps, 81, 45],
  [NHS, 'gp_supply_lad', byRegion('nhs_region', REGION), gps, 6, 18],
  [TR, 'gp_supply_lad', byRegion('training_region_draft', TRAINING), gps, 6, 27],
  ['heec_gp_fte_per_10k_by_region_quintile_2024.csv', 'heec_region_series', byRegion('area', REGION), fifths, 40, 0],
] as const;

describe.skipIf(!existsSync(path.join(DATA, 'releases')))('the published files, imported', () => {
  let db: Database;
  let analyst: Viewer;
  const entries = new Map<string, ImportEntry>();

  beforeAll(async () => {
    db = await openPublishedDb();
    analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
    for (const [fileName, dataset] of FILES) {
      const file = path.join(DATA, 'releases', fileName);
      const { entry } = await runAs(analyst, () => stageImport({ file, fileName, isLocalOnly: true }));
      entries.set(dataset, entry);
      await runAs(analyst, () => publishImport(entry.id));
    }
  }, SETTING_UP_MS);
  afterAll(() => db.close());

  test.each(FILES)('%s is read whole and published', async (_, dataset, rows) => {
    const entry = await runAs(analyst, () => getImport(entries.get(dataset)?.id ?? ''));
    expect(entry).toMatchObject({ dataset, rows, errorTotal: 0, status: 'published' });
  });

  test.each(TABLES)(
    '%s: %s gives the printed digits of every area',
    async (table, dataset, areaOf, columns, cells, missing) => {
      const rows = readPrinted(path.join(DATA, 'derived', table));
      const outcome = comparePrinted(rows, await madeFigures(db, dataset), { areaOf, columns });
      expect(outcome).toEqual({ cells, missing, mismatches: [] });
    },
  );

  test('patients of training regions are those printed, which were summed from boards rounded to whole people', async () => {
    const made = (await madeFigures(db, 'nhse_allocations_practice')).filter(({ areaCode }) => TRAINING.test(areaCode));
    const columns = [
      ['registered_pop_alloc2526', 'need-index-core', 'denominator'],
      ['final_need_weighted_pop', 'need-index-core', 'numerator'],
      ['final_primary_care_weighted_pop', 'need-index-primary-care', 'numerator'],
    ] as const;
    const offs = readPrinted(path.join(DATA, 'derived', TR)).flatMap((row) =>
      columns.map(([column, indicatorId, field]) => {
        const figure = made.find(
          (one) => one.indicatorId === indicatorId && one.areaName === row.training_region_draft,
        );
        return Math.abs((figure?.[field] ?? 0) - Number(row[column]));
      }),
    );
    expect(offs).toHaveLength(33);
    expect(Math.max(...offs)).toBeLessThan(2);
  });

  test.each([
    // Shares of small areas: those of boards came with File 7 just before.
    ['imd2025_summary_icb', 378, 0],
    ['imd2025_summary_lad', 2_368, 296],
    // The pack has no need indices of authorities; the file has old codes for four of them.
    ['nhse_allocations_practice', 122, 2 * 292],
    ['heec_region_series', 41, 0],
    ['gp_supply_lad', 297 + 27 + 3, 0],
  ])('%s shows the same as the published pack', async (dataset, same, added) => {
    expect(entries.get(dataset)?.changes).toMatchObject({ same, added, changed: 0, gone: 0 });
  });

  test('scores and shares of people wait for residents, and the preview says so', async () => {
    const { flags } = await runAs(analyst, () => getImport(entries.get('imd2025_file7')?.id ?? ''));
    expect(flags.map(({ rule, detail }) => [rule, detail])).toEqual([
      ['figures_partial', 'local authorities'],
      ['figures_missing', 'residents'],
    ]);
  });

  test('small areas of 2011 are not joined to the look-up of 2021, in words', async () => {
    const files = importedFiles(db, analyst);
    const header =
      'LSOA code (2011),LSOA name (2011),Index of Multiple Deprivation (IMD) Score,Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)';
    const { changes, flags } = await files.stage(
      'imd2019.csv',
      csvOf(header, [['E01000001', 'City 001A', 6.2, 29199, 9]]),
    );
    files.close();
    expect(changes).toMatchObject({ figures: 0 });
    expect(flags.find(({ rule }) => rule === 'figures_not_joined')?.message).toContain(
      'lookup_lsoa21_icb24.csv is of small areas (LSOAs) of 2021, this file of small areas (LSOAs) of 2011. They are not joined',
    );
  });
});
