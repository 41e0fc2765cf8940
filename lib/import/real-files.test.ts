import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileOnDisk } from './import-file';
import { type ImportBatch, readImport } from './read-import';

const DATA = path.resolve(import.meta.dirname, '../../../shared/data');
const isPresent = existsSync(path.join(DATA, 'releases'));

const read = async (name: string) => {
  const batches: ImportBatch[] = [];
  const reading = await readImport(await fileOnDisk(path.join(DATA, name)), {
    onRecords: async (batch) => {
      batches.push(batch);
    },
  });
  return { reading, batches };
};

// Third-party files that are not part of the project.
describe.skipIf(!isPresent)('published files', () => {
  it.each([
    ['releases/imd2025_england_lsoa21.csv', 'imd2025_file7', 33_755],
    ['releases/lookup_lsoa21_icb24.csv', 'ons_lsoa_icb', 33_755],
    ['releases/2025_2026.csv', 'nhse_allocations_practice', 6_348],
    ['releases/imd2025_england_icb24.csv', 'imd2025_summary_icb', 42],
    ['releases/imd2025_england_ltla24.csv', 'imd2025_summary_lad', 296],
    ['releases/lookup_ltla24_region24.csv', 'ons_lad_region', 296],
    ['releases/england_underdoctored_areas.csv', 'gp_supply_lad', 296],
    ['releases/final_data_region.csv', 'heec_region_series', 1_854],
    ['boundaries/icb_42.geojson', 'boundaries_icb', 42],
    ['boundaries/nhs_region_7.geojson', 'boundaries_nhs_region', 7],
    ['boundaries/ltla24_england_296.geojson', 'boundaries_lad', 296],
  ])('%s is read whole and without an error', async (name, dataset, rows) => {
    const { reading, batches } = await read(name);
    expect(reading).toMatchObject({ dataset, status: 'ready', rows, errorTotal: 0, reject: null });
    expect(batches.reduce((sum, { records }) => sum + records.length, 0)).toBe(rows);
  });

  it('boundaries keep within the vertices that the map can draw', async () => {
    const { batches } = await read('boundaries/ltla24_england_296.geojson');
    const vertices = batches.flatMap((batch) =>
      batch.dataset === 'boundaries_lad'
        ? batch.records.flatMap(({ polygons }) => polygons.flat().map((ring) => ring.length))
        : [],
    );
    const total = vertices.reduce((sum, length) => sum + length, 0);
    expect(total).toBeLessThanOrEqual(4_000);
    expect(total).toBeGreaterThan(3_500);
  });
});
