import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const HEADER = 'year,round,area_code,specialty,level,posts,accepts,applicants';
const [YORKSHIRE, NORTH_EAST] = ['TR-yorkshire-and-the-humber', 'TR-north-east'];

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

const ratios = async (name: string, rows: readonly (readonly (string | number)[])[]) => {
  const entry = await files.publish(name, csvOf(HEADER, rows));
  const figures = await files.figures(entry, 'competition-ratio');
  return figures.map(({ areaCode, breakdown, label, numerator, denominator, value }) => [
    areaCode,
    breakdown,
    label,
    numerator,
    denominator,
    value,
  ]);
};

test('applicants per post are given by region, specialty, level and year, nothing is added up, and gaps stay gaps', async () => {
  const made = await ratios('fill.csv', [
    [2025, 'all', YORKSHIRE, 'Paediatrics', 'ST1', 100, 80, 250],
    [2025, 'all', YORKSHIRE, 'Paediatrics', 'ST4', 20, 10, ''],
    [2025, 'all', YORKSHIRE, 'Surgery', 'ST3', 10, 10, '*'],
    [2025, 'all', YORKSHIRE, 'Surgery', 'CT1', 0, 0, 12],
    [2025, 'all', NORTH_EAST, 'Paediatrics', 'ST1', 50, 40, 100],
    [2024, 'all', YORKSHIRE, 'Paediatrics', 'ST1', 90, 80, 180],
  ]);
  expect(made).toEqual([
    [NORTH_EAST, 'paediatrics ST1', '2025', 100, 50, 2],
    [YORKSHIRE, 'paediatrics ST1', '2024', 180, 90, 2],
    [YORKSHIRE, 'paediatrics ST1', '2025', 250, 100, 2.5],
    [YORKSHIRE, 'surgery ST3', '2025', null, null, null],
  ]);
});

test('of several rounds the one with the most posts stands, and all rounds together before any', async () => {
  const made = await ratios('rounds.csv', [
    [2022, '1', YORKSHIRE, 'Cardiology', 'ST4', 40, 30, 120],
    [2022, '2', YORKSHIRE, 'Cardiology', 'ST4', 10, 8, 60],
    [2023, '1', YORKSHIRE, 'Cardiology', 'ST4', 40, 30, 120],
    [2023, 'All', YORKSHIRE, 'Cardiology', 'ST4', 40, 38, 150],
  ]);
  expect(made).toEqual([
    [YORKSHIRE, 'cardiology ST4', '2022', 120, 40, 3],
    [YORKSHIRE, 'cardiology ST4', '2023', 150, 40, 3.75],
  ]);
});

test('a file with a later round of one specialty doesn’t take the place of the first round’s', async () => {
  const made = await ratios('later.csv', [[2022, '3', YORKSHIRE, 'Cardiology', 'ST4', 2, 2, 30]]);
  expect(made).toEqual([[YORKSHIRE, 'cardiology ST4', '2022', 120, 40, 3]]);
});
