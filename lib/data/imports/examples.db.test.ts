import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { EXCHANGE_DATASETS } from '@/lib/import/dataset-list';
import { exampleCsv } from '@/lib/import/exchange-template';
import { importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const IDS = EXCHANGE_DATASETS.map(({ id }) => id);

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

test.each(IDS)('the example of %s.csv can be imported: its codes are there', async (id) => {
  const { status, dataset, errors, reject } = await files.stage(`${id}.csv`, exampleCsv(id));
  expect({ status, dataset, errors, reject }).toEqual({ status: 'ready', dataset: id, errors: [], reject: null });
});
