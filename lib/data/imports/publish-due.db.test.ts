import { and, asc, eq, like, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Database, withPublisher } from '@/db/client';
import { auditEvent } from '@/db/schema';
import type { ImportEntry } from '@/lib/contracts/import';
import { getIndicator } from '@/lib/data/figures';
import { cancelImport, getImport, publishImport } from '@/lib/data/imports';
import { asViewer, runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { comeDue, csvOf, importedFiles } from '@/lib/testing/imported-files';
import { type PlacementGroup, placementsCsv, randomGroups, SITES_HEADER } from '@/lib/testing/placement-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

let db: Database;
let analyst: Viewer;
let admin: Viewer;
let files: ReturnType<typeof importedFiles>;

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  admin = await addViewer(db, 'admin@example.test', [OWN_GRANT.admin]);
  files = importedFiles(db, analyst);
}, 90_000);
afterAll(async () => {
  await db.close();
  files.close();
});

const schedule = async (fileName: string, content: string): Promise<ImportEntry> => {
  const { id } = await files.stage(fileName, content);
  const entry = await runAs(analyst, () => publishImport(id, '2099-01-01'));
  expect(entry).toMatchObject({ status: 'scheduled', publishOn: '2099-01-01' });
  return entry;
};
const now = ({ id }: ImportEntry) => runAs(analyst, () => getImport(id));
const shown = async (indicator: string) => (await runAs(analyst, () => getIndicator(indicator))).figures;

const Counts = z.object({ rows: z.array(z.object({ n: z.number() })).length(1) });
/** What was ever let out of a release about people. */
const protectedTables = async ({ releaseId }: ImportEntry): Promise<number> => {
  const found = await withPublisher(db, (tx) =>
    tx.execute(sql`select count(*)::int as n from count_table where release_id = ${releaseId}`),
  );
  return Counts.parse(found).rows[0]?.n ?? -1;
};

/** What the audit says of its coming due, as an administrator reads it. */
const eventsOf = async ({ releaseId }: ImportEntry): Promise<string[]> => {
  const events = await asViewer(admin, (tx) =>
    tx
      .select({ action: auditEvent.action })
      .from(auditEvent)
      .where(and(eq(auditEvent.subject, releaseId ?? ''), like(auditEvent.action, 'release.due%')))
      .orderBy(asc(auditEvent.id)),
  );
  return events.map(({ action }) => action);
};

const REGION = 'TR-wessex';
const SITES = csvOf(SITES_HEADER, [
  ['QQQ-home', 'Home', 'QQQ-E1', 53.8, -1.55, '', ''],
  ['QQQ-away', 'Away', 'QQQ-E2', 54.97, -1.61, '', ''],
]);
const group = (specialty: string, moving = 10): PlacementGroup => ({
  area: REGION,
  specialty,
  level: 'ST3',
  trainees: 40,
  moving,
});

describe('counts of people that are set for a day', () => {
  test('are protected on that day: none is made before it, and they are shown from it on', async () => {
    const head = 'cohort_year,area_code,stage,started,still_in_region_1y,still_in_region_3y,still_in_region_5y';
    const entry = await schedule(
      'retention.csv',
      csvOf(head, [
        [2022, 'TR-london', 'foundation', 83, 52, '', ''],
        [2022, REGION, 'foundation', 64, 31, '', ''],
      ]),
    );
    expect([await protectedTables(entry), await shown('retention-in-region')]).toEqual([0, []]);
    await comeDue(db);
    const figures = await shown('retention-in-region');
    expect(figures.map(({ areaCode, numerator, denominator }) => [areaCode, numerator, denominator]).sort()).toEqual([
      ['TR-london', 50, 85],
      [REGION, 30, 65],
    ]);
    expect(await protectedTables(entry)).toBe(1);
    expect((await now(entry)).status).toBe('published');
    expect(await eventsOf(entry)).toEqual(['release.due']);
  });

  test('wait with their reason where they can’t be published on the day; nobody sees anything else meanwhile', async () => {
    const whole = await files.publish('whole.csv', placementsCsv([group('medicine'), group('surgery')]));
    const before = await shown('placement-site-moves');
    expect(before.length).toBeGreaterThan(0);
    const part = await schedule('part.csv', placementsCsv([group('surgery', 20)]));
    await comeDue(db);
    expect(await shown('placement-site-moves')).toEqual(before);
    const waiting = await now(part);
    expect(waiting).toMatchObject({ status: 'ready', publishOn: null });
    expect(waiting.reject).toContain('It was to be shown from 2026-01-02, and was not published.');
    expect(waiting.reject).toContain(`withdraw ${whole.releaseId} first`);
    expect([await protectedTables(part), await eventsOf(part)]).toEqual([0, ['release.due.refused']]);
    await files.withdraw(whole);
    const published = await runAs(analyst, () => publishImport(part.id));
    expect(published).toMatchObject({ status: 'published', reject: null });
    await files.withdraw(published);
  });

  test('are not protected before their day by a file that they are made with', async () => {
    const placements = await schedule('waiting.csv', placementsCsv([group('medicine')]));
    const sites = await files.publish('sites.csv', SITES);
    expect([await protectedTables(placements), await files.figures(placements)]).toEqual([0, []]);
    await runAs(analyst, () => cancelImport(placements.id));
    expect((await now(placements)).status).toBe('cancelled');
    await files.withdraw(sites);
  });
});

test('a file that other figures are made with makes them again on its day, not before', async () => {
  const regions = ['TR-north-east', 'TR-north-west', 'TR-wessex', 'TR-west-midlands'];
  const groups = randomGroups('small', regions, [
    'general_practice',
    'medicine',
    'surgery',
    'paediatrics',
    'radiology',
  ]);
  const placements = await files.publish('many.csv', placementsCsv(groups, 2022));
  const distances = async () => (await files.figures(placements, 'placement-move-distance')).map(({ value }) => value);
  const sites = await schedule('sites-of-a-day.csv', SITES);
  expect(await distances()).toEqual([]);
  await comeDue(db);
  const figures = await shown('placement-move-distance');
  expect((await now(sites)).status).toBe('published');
  expect(await distances()).toEqual(regions.map(() => 130.2));
  expect(figures.map(({ releaseId }) => releaseId)).toEqual(regions.map(() => placements.releaseId));
});
