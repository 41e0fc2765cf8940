import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { type Database, withPublisher } from '@/db/client';
import { release } from '@/db/schema';
import { getIndicator } from '@/lib/data/figures';
import { publishImport } from '@/lib/data/imports';
import { forgetPublished } from '@/lib/data/published-store';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const HEADER = 'period_end,area_code,specialty,level,establishment_fte,in_post_fte';

let db: Database;
let analyst: Viewer;
let files: ReturnType<typeof importedFiles>;

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  files = importedFiles(db, analyst);
}, 90_000);
afterAll(async () => {
  await db.close();
  files.close();
});

const posts = (area: string, specialty: string, funded: number, inPost: number) =>
  csvOf(HEADER, [['2026-03-31', area, specialty, 'ST3', funded, inPost]]);

/** Vacancy rate and posts of all specialties together, as shown. */
const shown = async (area: string) => {
  await forgetPublished();
  const { figures } = await runAs(analyst, () => getIndicator('training-vacancy-rate'));
  const figure = figures.find(({ areaCode, breakdown }) => areaCode === area && breakdown === 'all');
  return figure?.measure.kind === 'value' ? [figure.measure.value, figure.denominator] : null;
};

test('two parts that are published at once count each other’s rows', async () => {
  const area = 'TR-north-east';
  const one = await files.stage('one.csv', posts(area, 'Cardiology', 50, 40));
  const two = await files.stage('two.csv', posts(area, 'Paediatrics', 50, 50));
  await Promise.all([one, two].map(({ id }) => runAs(analyst, () => publishImport(id))));
  expect(await shown(area)).toEqual([10, 100]);
});

test('totals that were made with what a scheduled file replaces are made again on its day', async () => {
  const area = 'TR-wessex';
  await files.publish('first.csv', posts(area, 'Cardiology', 50, 40));
  const due = await files.stage('due.csv', posts(area, 'Cardiology', 50, 35));
  await runAs(analyst, () => publishImport(due.id, '2099-01-01'));
  const last = await files.publish('last.csv', posts(area, 'Surgery', 100, 80));
  const total = async () =>
    (await files.figures(last, 'training-vacancy-rate')).find(
      ({ areaCode, breakdown }) => areaCode === area && breakdown === 'all',
    )?.denominator;
  expect(await total()).toBe(150);
  await withPublisher(db, (tx) =>
    tx.update(release).set({ publishOn: '2026-01-02' }).where(eq(release.publishOn, '2099-01-01')),
  );
  expect(await shown(area)).toEqual([23.333333333333332, 150]);
  expect(await total()).toBe(100);
});
