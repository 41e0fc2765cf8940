import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Database } from '@/db/client';
import { keepOperator } from '@/lib/data/first-accounts';
import { listImports } from '@/lib/data/imports';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { execute } from './execute';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const FILL = 'year,round,area_code,specialty,level,posts,accepts';
const LOOKUP = 'LSOA21CD,ICB24CD,ICB24CDH,LAD24CD';
const KEYS = ['dataset', 'status', 'rows', 'errorTotal', 'errors', 'vintage', 'release'];

let db: Database;
let analyst: Viewer;
let files: ReturnType<typeof importedFiles>;

beforeAll(async () => {
  db = await openPublishedDb();
  await keepOperator(db);
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  files = importedFiles(db, analyst);
}, 90_000);
afterAll(async () => {
  await db.close();
  files.close();
});

const run = (...argv: readonly string[]) => execute(['import', ...argv, '--as', 'analyst@example.test'], () => {});
const fill = (accepts: number) =>
  csvOf(
    FILL,
    ['TR-london', 'TR-wessex'].map((area) => [2025, 'all', area, 'Paediatrics', 'ST3', 10, accepts]),
  );

it('says in a dry run all that the preview says, and keeps nothing', async () => {
  const before = await files.publish('before.csv', fill(8));
  const after = files.write('after.csv', fill(12));
  const { status, text } = await run(after, '--dry-run');
  expect(status).toBe(0);
  const lines = text.split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'after.csv: ready',
      'dataset fill, 2 rows',
      'vintage: 2025',
      'Areas matched: 2',
      expect.stringMatching(
        /^Against what is shown now: \d+ figures: 0 new, \d+ changed, \d+ the same; 0 no longer shown$/,
      ),
      `Supersedes: ${before.releaseId}`,
      'quality: More accepts than posts: it happens when posts are added late. (2 times)',
      'Nothing was published or kept: --dry-run.',
    ]),
  );
  const [entry] = await runAs(analyst, listImports);
  expect(entry).toMatchObject({ fileName: 'after.csv', status: 'cancelled', releaseId: null });
  const { document } = await run(after, '--dry-run', '--json');
  expect(Object.keys(Object(document))).toEqual(KEYS);
  expect(document).toMatchObject({ status: 'ready', rows: 2, errorTotal: 0, release: null });
});

it('names in a dry run the codes that are no area, and what the figures wait for', async () => {
  const file = files.write('lookup.csv', csvOf(LOOKUP, [['E01000001', 'E54999999', 'QXX', 'E09000001']]));
  const { text } = await run(file, '--dry-run');
  expect(text).toContain('vintage: LSOA 2021, ICB 2024, local authority 2024');
  expect(text).toContain('Areas matched: 1\n');
  expect(text).toContain('Codes that are no loaded area: E54999999');
});
