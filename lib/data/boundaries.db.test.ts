import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, withPublisher, withScope } from '@/db/client';
import { boundarySet } from '@/db/schema';
import type { Viewer } from '@/lib/domain/access/access';
import type { AreaType } from '@/lib/domain/geography/area';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { listAreas } from './areas';
import { findBoundaryMap } from './boundaries';
import { cancelImport, publishImport, stageImport, withdrawRelease } from './imports';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

let db: Database;
let analyst: Viewer;
let manager: Viewer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'stead-boundaries-'));
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  manager = await addViewer(db, 'manager@example.test', [OWN_GRANT.deanery]);
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

const square = (west: number, south: number) => [
  [
    [west, south],
    [west, south + 0.2],
    [west + 0.2, south + 0.2],
    [west + 0.2, south],
    [west, south],
  ],
];

/** A file of boards, each a square; `year` is that of the codes. */
function boards(name: string, codes: readonly string[], { year = 24, more = {} } = {}): string {
  const features = codes.map((code, at) => ({
    type: 'Feature',
    properties: { [`ICB${year}CD`]: code, [`ICB${year}NM`]: `Board ${code}` },
    geometry: { type: 'Polygon', coordinates: square(-3 + at, 51 + at) },
  }));
  const file = path.join(folder, name);
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', ...more, features }));
  return file;
}

const stage = (file: string) =>
  runAs(analyst, () => stageImport({ file, fileName: path.basename(file), isLocalOnly: true }));
async function load(file: string) {
  const { entry } = await stage(file);
  return runAs(analyst, () => publishImport(entry.id));
}
const mapOf = (type: AreaType) => runAs(manager, async () => findBoundaryMap(await listAreas([type])));
const withdraw = (releaseId: string | null) =>
  runAs(analyst, () => withdrawRelease(releaseId ?? '', 'ordinary', 'Test'));
const drawnCodes = async () => (await mapOf('icb'))?.drawing.shapes.map(({ code }) => code) ?? [];

describe('boundaries', () => {
  test('are shown to every reader once published, with year and licence line', async () => {
    const { entry } = await stage(boards('a.geojson', ['E54000008', 'E54000010'], { more: { licence: 'Our own' } }));
    expect(entry).toMatchObject({ status: 'ready', rows: 2, changes: { areasMatched: 2, areasUnknown: [] } });
    expect(await mapOf('icb')).toBeNull();
    const done = await runAs(analyst, () => publishImport(entry.id));
    expect(await mapOf('icb')).toMatchObject({
      licence: 'Our own',
      vintage: 'ICB 2024',
      fileName: 'a.geojson',
      publishedOn: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    expect(await mapOf('nhs_region')).toBeNull();
    await withdraw(done.releaseId);
    expect(await mapOf('icb')).toBeNull();
  });

  test('a newer file of the same year supersedes; withdrawn, the older is shown again', async () => {
    const first = await load(boards('b.geojson', ['E54000008']));
    const second = await load(boards('c.geojson', ['E54000010', 'E54000008']));
    expect(await drawnCodes()).toEqual(['E54000010', 'E54000008']);
    await withdraw(second.releaseId);
    expect(await drawnCodes()).toEqual(['E54000008']);
    await withdraw(first.releaseId);
    expect(await drawnCodes()).toEqual([]);
  });

  test('of files of several years the one with most of the areas shown is drawn', async () => {
    const old = await load(boards('d.geojson', ['E54000008', 'E54000010', 'E54000011']));
    const newer = await load(boards('e.geojson', ['E54999998', 'E54000008'], { year: 26 }));
    expect(await drawnCodes()).toHaveLength(3);
    const asked = await runAs(manager, () => findBoundaryMap([{ code: 'E54999998' }]));
    expect(asked?.vintage).toBe('ICB 2026');
    await withdraw(old.releaseId);
    await withdraw(newer.releaseId);
  });

  test('what is only staged can’t be read with the rights of the application, and is gone when cancelled', async () => {
    const { entry } = await stage(boards('f.geojson', ['E54000011']));
    const read = () => withScope(db, manager.userId, (tx) => tx.select().from(boundarySet));
    expect((await read()).map(({ releaseId }) => releaseId)).not.toContain(entry.releaseId);
    await runAs(analyst, () => cancelImport(entry.id));
    const left = await withPublisher(db, (tx) =>
      tx.execute(sql`select 1 from boundary_set s join release r on r.id = s.release_id where r.status = 'staged'`),
    );
    expect(left).toMatchObject({ rows: [] });
  });
});

const REAL = path.resolve(import.meta.dirname, '../../../shared/data/boundaries');

// Third-party files that are not part of the project.
describe.skipIf(!existsSync(REAL))('published boundary files', () => {
  test.each([
    ['nhs_region_7.geojson', 'nhs_region', 7, 1],
    ['icb_42.geojson', 'icb', 42, 5],
    ['ltla24_england_296.geojson', 'local_authority', 296, 33],
  ] as const)(
    '%s gives every area of the list its shape, within the size of a page',
    async (file, type, count, inLondon) => {
      await load(path.join(REAL, file));
      const map = await mapOf(type);
      const areas = await runAs(manager, () => listAreas([type]));
      const shapes = map?.drawing.shapes ?? [];
      expect(shapes.map(({ code }) => code).toSorted()).toEqual(areas.map(({ code }) => code).toSorted());
      expect(shapes).toHaveLength(count);
      expect(shapes.filter(({ inset }) => inset).length).toBeGreaterThanOrEqual(inLondon);
      expect(map?.licence).toContain('Open Government Licence');
      const bytes = shapes.reduce((sum, { path: d, inset }) => sum + d.length + (inset?.path.length ?? 0), 0);
      expect(bytes).toBeLessThan(32_000);
    },
  );

  test('no coast runs under the inset', async () => {
    const map = await mapOf('local_authority');
    const inset = map?.drawing.inset;
    const under = (map?.drawing.shapes ?? []).filter(({ path: d }) =>
      [...d.matchAll(/M(-?\d+) ?(-?\d+)l([^z]*)z/g)].some(([, x0, y0, steps = '']) => {
        let [x, y] = [Number(x0), Number(y0)];
        const numbers = [...steps.matchAll(/-?\d+/g)].map(([text]) => Number(text));
        return numbers.some((value, at) => {
          if (at % 2 === 0) x += value;
          else y += value;
          return inset && x > inset.x && y < inset.y + inset.height;
        });
      }),
    );
    expect(under.map(({ name }) => name)).toEqual([]);
  });
});
