import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Database, withPublisher } from '@/db/client';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { PLACEMENTS_HEADER } from '@/lib/testing/placement-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { listAreas } from './areas';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const ENGLAND = 'E92000001';
/** The region whose placements begin and end apart from the others'. */
const LATE = 'TR-wessex';
const TRAINEES = 40;

let db: Database;
let files: ReturnType<typeof importedFiles>;
let analyst: Awaited<ReturnType<typeof addViewer>>;

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  files = importedFiles(db, analyst);
}, 90_000);
afterAll(async () => {
  files.close();
  await db.close();
});

type Stay = readonly [site: string, start: string, end: string];

const linesOf = (area: string, stays: readonly Stay[]) =>
  Array.from({ length: TRAINEES }, (_, i) =>
    stays.map(([site, start, end]) => [`${area}-${i}`, 'P', 'surgery', 'ST3', 'E1', site, area, start, end, 1, 12]),
  ).flat();

/** Another site each August from 2021 to 2025. */
const YEARLY: readonly Stay[] = [
  ['S1', '2021-02-03', '2021-08-03'],
  ['S2', '2021-08-04', '2022-08-02'],
  ['S3', '2022-08-03', '2023-08-01'],
  ['S4', '2023-08-02', '2024-08-06'],
  ['S5', '2024-08-07', '2025-08-05'],
];

const lateUntil = (end: string): readonly Stay[] => [
  ['S1', '2023-08-02', '2024-08-06'],
  ['S2', '2024-08-07', end],
];

const Moves = z.object({ rows: z.array(z.object({ area: z.string(), year: z.string(), value: z.number() })) });

async function movesOf(releaseId: string | null) {
  const result = await withPublisher(db, (tx) =>
    tx.execute(sql`
      select area_code as area, period_label as year, value from observation
      where release_id = ${releaseId} and indicator_id = 'placement-site-moves' order by area_code, period_start`),
  );
  const { rows } = Moves.parse(result);
  return (area: string) => rows.filter((row) => row.area === area).map(({ year, value }) => [year, value]);
}

test('a region that joins late and leaves early has no year without the site before, and none of moves over a part of it', async () => {
  const lines = [...linesOf('TR-north-east', YEARLY), ...linesOf(LATE, lateUntil('2024-12-31'))];
  const entry = await files.publish('joined-and-left.csv', csvOf(PLACEMENTS_HEADER, lines));
  const moves = await movesOf(entry.releaseId);
  expect(moves('TR-north-east')).toEqual([
    ['Aug 2021 to Jul 2022', 1],
    ['Aug 2022 to Jul 2023', 1],
    ['Aug 2023 to Jul 2024', 1],
    ['Aug 2024 to Jul 2025', 1],
  ]);
  expect(moves(LATE)).toEqual([]);
  const left = entry.flags.find(({ message }) => message.startsWith('Years are left out'));
  expect(left?.message).toContain(`${LATE} (Aug 2023 to Jul 2024, Aug 2024 to Jul 2025)`);
  await files.withdraw(entry);
});

test('a region that joins late has its second year, and England the years that every region covers', async () => {
  const regions = (await runAs(analyst, () => listAreas(['training_region']))).filter(({ root }) => root === 'england');
  const lines = regions.flatMap(({ code }) => linesOf(code, code === LATE ? lateUntil('2025-08-05') : YEARLY));
  const entry = await files.publish('joined.csv', csvOf(PLACEMENTS_HEADER, lines));
  const moves = await movesOf(entry.releaseId);
  expect(moves('TR-north-east')).toHaveLength(4);
  expect(moves(LATE)).toEqual([['Aug 2024 to Jul 2025', 1]]);
  expect(moves(ENGLAND)).toEqual([['Aug 2024 to Jul 2025', 1]]);
  const left = entry.flags.find(({ message }) => message.startsWith('Years are left out'));
  expect(left?.message).toContain(`${LATE} (Aug 2023 to Jul 2024). The country has no figure`);
});
