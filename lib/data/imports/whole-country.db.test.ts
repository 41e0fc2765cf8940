import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { readPackCsv } from '@/db/seeds/csv';
import { AreaRow } from '@/db/seeds/pack-rows';
import type { ImportEntry } from '@/lib/contracts/import';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const ENGLAND = 'E92000001';
const REGIONS = readPackCsv('areas.csv', AreaRow).flatMap(({ code, type }) =>
  type === 'training_region' ? [code] : [],
);
const [FIRST = '', SECOND = ''] = REGIONS;
const OTHERS = REGIONS.length - 1;

let db: Database;
let files: ReturnType<typeof importedFiles>;

beforeAll(async () => {
  db = await openPublishedDb();
  files = importedFiles(db, await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]));
}, 90_000);
afterAll(async () => {
  await db.close();
  files.close();
});

const inArea = async (entry: ImportEntry, indicatorId: string, area = ENGLAND) =>
  (await files.figures(entry, indicatorId))
    .filter(({ areaCode }) => areaCode === area)
    .map(({ breakdown, numerator, denominator, value, note }) => [breakdown, numerator, denominator, value, note]);

describe('vacancies of England', () => {
  const HEADER = 'period_end,area_code,specialty,level,establishment_fte,in_post_fte';

  test('count a region with 0 posts of a specialty as 0 of 0, and doctors beyond the posts as in a region', async () => {
    const text = csvOf(
      HEADER,
      REGIONS.flatMap((area, at) => [
        ['2026-03-31', area, 'gone', 'ST3', at === 0 ? 0 : 10, at === 0 ? 0 : 9],
        ['2026-03-31', area, 'beyond', 'ST3', at === 0 ? 0 : 10, at === 0 ? 3 : 9],
        ['2026-03-31', area, 'nowhere', 'ST3', 0, 0],
        ...(at === 0 ? [] : [['2026-03-31', area, 'elsewhere', 'ST3', 10, 9]]),
      ]),
    );
    const entry = await files.publish('establishment.csv', text);
    const [posts, vacant] = [10 * OTHERS, OTHERS];
    const note = 'The sum of all training regions.';
    expect(await inArea(entry, 'training-vacancy-by-specialty')).toEqual([
      ['beyond', vacant - 3, posts, (100 * (vacant - 3)) / posts, note],
      ['gone', vacant, posts, 10, note],
    ]);
    expect(await inArea(entry, 'training-vacancy-by-specialty', FIRST)).toEqual([
      ['beyond', -3, 0, null, 'No post is funded.'],
      ['gone', 0, 0, null, 'No post is funded.'],
      ['nowhere', 0, 0, null, 'No post is funded.'],
    ]);
  });
});

describe('fill of England', () => {
  const HEADER = 'year,round,area_code,specialty,level,posts,accepts,applicants';
  type Row = readonly [specialty: string, level: string, posts: number, accepts: number];
  const fillCsv = (year: number, rowsOf: (area: string) => readonly Row[], areas = REGIONS) =>
    csvOf(
      HEADER,
      areas.flatMap((area) => rowsOf(area).map((row) => [year, '1', area, ...row, 500])),
    );
  const ABOVE = 'The sum of all training regions. In some, more accepts than posts are counted: posts were added late.';

  test('is made of the posts and accepts of every region, also of one above 100% or without posts', async () => {
    const entry = await files.publish(
      'fill.csv',
      fillCsv(2025, (area) => [
        ['medicine', 'ST3', 100, area === FIRST ? 101 : 50],
        ['medicine', 'ST4', area === FIRST ? 0 : 100, area === FIRST ? 0 : 50],
        ['surgery', 'ST1', 10, 11],
        ['surgery', 'ST2', 0, 0],
      ]),
    );
    const accepts = 101 + 50 * OTHERS;
    const posts = 100 * REGIONS.length;
    expect(await inArea(entry, 'specialty-fill-rate')).toEqual([
      ['ST1', null, null, 110, 'The sum of all training regions. More accepts than posts: posts were added late.'],
      ['ST3', accepts, posts, (100 * accepts) / posts, ABOVE],
      ['ST4', 50 * OTHERS, 100 * OTHERS, 50, 'The sum of all training regions.'],
    ]);
    expect((await inArea(entry, 'specialty-fill-rate', FIRST)).filter(([level]) => level === 'ST3')).toEqual([
      ['ST3', null, null, 101, 'More accepts than posts: posts were added late.'],
    ]);
    expect(await inArea(entry, 'competition-ratio')).toEqual([]);
  });

  test('stays as the file gives it', async () => {
    const text = fillCsv(2023, (area) => [['medicine', 'ST3', 100, area === ENGLAND ? 77 : 50]], [...REGIONS, ENGLAND]);
    const entry = await files.stage('fill-england.csv', text);
    expect(await inArea(entry, 'specialty-fill-rate')).toEqual([['ST3', 77, 100, 77, null]]);
  });

  test('counts what another file has of a region, and the region above 100% of the file itself', async () => {
    await files.publish(
      'fill-part.csv',
      fillCsv(2024, () => [['surgery', 'ST3', 20, 10]], [SECOND]),
    );
    const text = fillCsv(2024, (area) => [['medicine', 'ST3', 100, area === FIRST ? 101 : 50]]);
    const entry = await files.publish('fill-medicine.csv', text);
    const accepts = 101 + 50 * OTHERS + 10;
    const posts = 100 * REGIONS.length + 20;
    expect(await inArea(entry, 'specialty-fill-rate')).toEqual([
      ['ST3', accepts, posts, (100 * accepts) / posts, ABOVE],
    ]);
    expect(await inArea(entry, 'specialty-fill-rate', SECOND)).toMatchObject([['ST3', 60, 120, 50, null]]);
    expect(await files.figures(entry, 'competition-ratio')).toHaveLength(REGIONS.length);
  });
});
