import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, withPublisher } from '@/db/client';
import { release } from '@/db/schema';
import type { QualityEntry } from '@/lib/contracts/quality';
import type { Viewer } from '@/lib/domain/access/access';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { SITES_HEADER } from '@/lib/testing/placement-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { forgetPublished } from './published-store';
import { exportQuality, listQuality } from './quality';
import { readableQuality } from './release-quality';
import { runAs } from './viewer';

vi.hoisted(() => {
  process.env.STEAD_TODAY = '2026-11-21';
});
vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const FILL = 'year,round,area_code,specialty,level,posts,accepts';
const LONDON = ['all', 'TR-london', 'Paediatrics', 'ST3', 10] as const;

let db: Database;
let analyst: Viewer;
let manager: Viewer;
let files: ReturnType<typeof importedFiles>;

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  manager = await addViewer(db, 'manager@example.test', [OWN_GRANT.deanery]);
  files = importedFiles(db, analyst);
}, 90_000);
afterAll(async () => {
  await db.close();
  files.close();
});

/** Flags of files of a kind, not of figures. */
const ofFiles = async (viewer: Viewer, dataset: string): Promise<QualityEntry[]> =>
  (await runAs(viewer, () => listQuality())).filter(({ datasetId }) => datasetId === dataset);

describe('what importers find in rows', () => {
  it('stands on the list of data quality by release while it is published, with the way to the import for analysts', async () => {
    const rows = (accepts: number) => [
      [2025, ...LONDON, accepts],
      [2025, 'all', 'TR-wessex', 'Paediatrics', 'ST3', 10, accepts],
    ];
    const late = await files.stage('late.csv', csvOf(FILL, rows(12)));
    expect(late.flags.map(({ rule }) => rule)).toContain('fill_above_100');
    expect(await ofFiles(analyst, 'fill')).toEqual([]);
    const entry = await files.publish('late.csv', csvOf(FILL, rows(12)));
    const [flag, ...others] = await ofFiles(analyst, 'fill');
    expect(others).toEqual([]);
    expect(flag).toMatchObject({
      indicatorId: null,
      releaseId: entry.releaseId,
      releaseTitle: 'late.csv',
      importId: entry.id,
      rule: 'fill_above_100',
      check: 'range',
      severity: 'notice',
      count: 2,
      root: 'england',
      detail: 'More accepts than posts: it happens when posts are added late. Rows 2, 3.',
    });
    expect(await ofFiles(manager, 'fill')).toMatchObject([{ releaseId: entry.releaseId, importId: null, count: 2 }]);
    const { body } = await runAs(manager, () => exportQuality({ source: 'import-fill', check: 'range' }, 'csv'));
    const [head = '', ...lines] = String(body).trim().split('\r\n');
    expect(head).toContain('dataset,release,release_title,rule,rows');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(`fill,${entry.releaseId},late.csv,fill_above_100,2`);
    await files.publish('mended.csv', csvOf(FILL, rows(9)));
    expect(await ofFiles(analyst, 'fill')).toEqual([]);
  });

  it('is for analysts only where rows are about people; others read that the file is old, without its name', () => {
    const entry = {
      indicatorId: null,
      indicatorName: null,
      datasetName: 'placements',
      releaseId: 'r-1',
      releaseTitle: 'Dr Doe.csv',
      importId: crypto.randomUUID(),
      count: 1,
      sourceId: 'import-placements',
      sourceName: 'placements',
      root: 'england',
      severity: 'notice',
      areaCode: null,
      areaName: null,
      periodEnd: null,
      breakdown: null,
      detail: 'Row 2.',
      advice: '',
    } as const;
    const row = { ...entry, rule: 'negative_value', check: 'range' } as const;
    const age = { ...entry, rule: null, check: 'stale_source' } as const;
    const all = ['placements', 'intake', 'retention'].flatMap((datasetId) => [
      { ...row, datasetId },
      { ...age, datasetId },
    ]);
    expect(readableQuality(analyst, all)).toEqual(all);
    const read = readableQuality(manager, all);
    expect(read.map(({ check }) => check)).toEqual(['stale_source', 'stale_source', 'stale_source']);
    expect(JSON.stringify(read)).not.toContain('Doe');
    expect(read.every(({ importId }) => importId === null)).toBe(true);
  });
});

it('a combined level beside one of its own stands in the preview and there, with its rows', async () => {
  const head = 'period_end,area_code,specialty,level,establishment_fte,in_post_fte';
  const post = (level: string) => ['2026-06-30', 'TR-wessex', 'Core surgery', level, 40, 30];
  const clean = await files.stage('apart.csv', csvOf(head, [post('CT1'), post('ST1')]));
  expect(clean.flags.map(({ rule }) => rule)).not.toContain('overlapping_levels');
  const both = await files.publish('both.csv', csvOf(head, [post('CT1/ST1'), post('CT1')]));
  expect(both.flags).toContainEqual(
    expect.objectContaining({ rule: 'overlapping_levels', detail: 'CT1/ST1', count: 1 }),
  );
  const [flag, ...others] = await ofFiles(manager, 'establishment');
  expect(others).toEqual([]);
  expect(flag).toMatchObject({ releaseId: both.releaseId, check: 'overlapping_levels', severity: 'notice', count: 1 });
  expect(flag?.detail).toMatch(/^CT1\/ST1 stands beside CT1 or ST1 .+ \(CT1\/ST1\) Row 3\.$/);
  await files.withdraw(both);
  expect(await ofFiles(manager, 'establishment')).toEqual([]);
});

it('codes of a published file that are of no area stand there too', async () => {
  const row = ['E01000001', 'E54999999', 'QXX', 'E09000001'];
  const entry = await files.publish('strange.csv', csvOf('LSOA21CD,ICB25CD,ICB25CDH,LAD25CD', [row]));
  const found = (await ofFiles(analyst, 'ons_lsoa_icb')).filter(({ check }) => check === 'unknown_code');
  expect(found).toMatchObject([{ releaseId: entry.releaseId, severity: 'warning', rule: 'quality_unknown_code' }]);
  expect(found[0]?.detail).toContain('E54999999');
  await files.withdraw(entry);
  expect(await ofFiles(analyst, 'ons_lsoa_icb')).toEqual([]);
});

it('files of years stand there with their age, and so do those of years that haven’t come', async () => {
  const homes = 'period,home_lad,school_id,entrants,female,male,white,non_white';
  const of = (period: string) =>
    files.publish(
      `homes-${period}.csv`,
      csvOf(homes, [[period, 'E08000035', 'university-of-leeds', 45, 25, 20, 30, 15]]),
      {
        roundingBase: 5,
      },
    );
  const old = await of('2016-2020');
  expect(await ofFiles(analyst, 'home_school')).toMatchObject([
    { check: 'stale_source', releaseId: old.releaseId, periodEnd: '2020-12-31' },
  ]);
  const wrong = await of('2030-2034');
  const found = await ofFiles(manager, 'home_school');
  expect(found).toMatchObject([{ check: 'range', severity: 'error', releaseId: wrong.releaseId }]);
  await files.withdraw(wrong);
});

describe('the age of files that no figure is made of', () => {
  const lookup = (year: number) =>
    csvOf(`LSOA21CD,ICB${year}CD,ICB${year}CDH,LAD${year}CD`, [['E01000001', 'E54000027', 'QMJ', 'E09000001']]);

  it('is told of the newest look-up by the year of its codes, with the interval and its reason', async () => {
    const old = await files.publish('lookup-2022.csv', lookup(22));
    expect(await ofFiles(analyst, 'ons_lsoa_icb')).toMatchObject([
      {
        check: 'stale_source',
        severity: 'notice',
        releaseId: old.releaseId,
        importId: old.id,
        rule: null,
        detail: expect.stringMatching(/every 12 months \(codes of boards .+ 1 April.+\), .+ has the codes of 2022\.$/),
      },
    ]);
    await files.publish('lookup-2025.csv', lookup(25));
    expect(await ofFiles(analyst, 'ons_lsoa_icb')).toEqual([]);
  });

  it('is told of positions of sites by the day of their publication', async () => {
    const entry = await files.publish(
      'sites.csv',
      csvOf(SITES_HEADER, [['QQQ-home', 'Home', 'QQQ-E1', 53.8, -1.55, '', '']]),
    );
    expect(await ofFiles(manager, 'sites')).toEqual([]);
    await withPublisher(db, (tx) =>
      tx
        .update(release)
        .set({ publishedOn: '2024-06-01' })
        .where(eq(release.id, entry.releaseId ?? '')),
    );
    await forgetPublished();
    expect(await ofFiles(manager, 'sites')).toMatchObject([
      { check: 'stale_source', detail: expect.stringContaining('was published here on 2024-06-01') },
    ]);
  });

  it('is not told of a file whose figures have a check of their own', async () => {
    const head = 'period_end,area_code,specialty,level,establishment_fte,in_post_fte';
    await files.publish('old-posts.csv', csvOf(head, [['2019-03-31', 'TR-london', 'Cardiology', 'ST4', 40, 30]]));
    const old = (await runAs(analyst, () => listQuality())).filter(
      ({ sourceId }) => sourceId === 'import-establishment',
    );
    expect(old.map(({ datasetId, check }) => [datasetId, check])).toContainEqual([null, 'stale_source']);
    expect(old.filter(({ datasetId }) => datasetId !== null)).toEqual([]);
  });
});
