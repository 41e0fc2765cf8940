import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, withPublisher } from '@/db/client';
import type { Viewer } from '@/lib/domain/access/access';
import { addCohort } from '@/lib/testing/cohort-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT, outcomeFor } from '@/lib/testing/viewers';
import { NotFound } from './errors';
import { exportJourneyTable } from './journey-export';
import { getJourneyTable, listJourneyTables } from './journeys';
import { forgetPublished } from './published-store';
import { runAs } from './viewer';

vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));

const SETTING_UP_MS = 90_000;
const LEEDS = 'university-of-leeds';
const OXFORD = 'university-of-oxford';

const ONE_SCHOOL = {
  entryYear: 2020,
  homeLadCode: 'E08000035',
  schoolId: OXFORD,
  ethnicity: 'white',
  imdQuintile: '1',
  entryRoute: 'standard',
  foundationAreaCode: null,
  foundationYear: null,
  specialtyAreaCode: null,
  specialtyGroup: null,
  careerAreaCode: null,
  careerType: null,
  count: 40,
} as const;

let db: Database;
const people = new Map<string, Viewer>();
const as = (role: string): Viewer => {
  const viewer = people.get(role);
  if (!viewer) throw new Error(`Nobody is ${role}`);
  return viewer;
};

beforeAll(async () => {
  db = await openPublishedDb();
  for (const [role, grant] of Object.entries(OWN_GRANT))
    people.set(role, await addViewer(db, `${role}@example.test`, [grant]));
  await addCohort(db);
}, SETTING_UP_MS);

afterAll(() => db.close());

const outcome = (role: string, shape: string, query = {}) => outcomeFor(as(role), () => getJourneyTable(shape, query));

describe('tables of journeys', () => {
  it('give planners the flows of schools, and no school by a characteristic', async () => {
    for (const role of ['deanery', 'commissioner']) {
      expect(await outcome(role, 'home_by_school')).toBe('allowed');
      expect(await outcome(role, 'school_by_foundation_area')).toBe('allowed');
      expect(await outcome(role, 'school_by_foundation_area', { sex: 'F' })).toBe('forbidden');
      expect(await outcome(role, 'school_by_sex')).toBe('forbidden');
    }
    expect(await outcome('analyst', 'school_by_sex')).toBe('allowed');
    expect(await outcome('admin', 'home_by_school')).toBe('forbidden');
  });

  it('give school staff their own school only, whatever they ask for', async () => {
    const school = as('school');
    // Of three schools, a fifth may be one school’s: that is not given at all.
    const listed = (await runAs(school, () => listJourneyTables())).map(({ shape }) => shape);
    expect(listed.length).toBeGreaterThan(10);
    for (const id of listed) {
      const view = await runAs(school, () => getJourneyTable(id, {}));
      expect([id, JSON.stringify(view)]).toEqual([id, expect.not.stringContaining(OXFORD)]);
      expect(view.rowAxis === 'school_region' || view.columnAxis === 'school_region').toBe(false);
    }
    const own = await runAs(school, () => getJourneyTable('school_by_sex', {}));
    expect([own.ownScope, own.rows.map(({ code }) => code)]).toEqual([true, [LEEDS]]);
    expect(await outcome('school', 'school_by_sex', { from: OXFORD })).toBe('forbidden');
    expect(await outcome('school', 'home_by_school', { to: OXFORD })).toBe('forbidden');
    expect(await outcome('school', 'home_region_by_school_region')).toBe('forbidden');
    // Who stayed, returned or came new tells where the school was: of a region with one school, that school's own.
    for (const shape of [
      'foundation_region_by_settlement',
      'specialty_region_by_settlement',
      'career_region_by_career_ties',
    ]) {
      expect([shape, await outcome('school', shape)]).toEqual([shape, 'forbidden']);
      expect([shape, await outcome('admin', shape)]).toEqual([shape, 'forbidden']);
      expect([shape, await outcome('deanery', shape)]).toEqual([shape, 'allowed']);
    }
    const file = await runAs(school, () => exportJourneyTable('home_by_school', {}, 'csv'));
    expect(String(file.body)).toContain(LEEDS);
    expect(String(file.body)).not.toContain(OXFORD);
  });

  it('hold rounded counts and no others, with what they were made from', async () => {
    const view = await runAs(as('commissioner'), () => getJourneyTable('home_by_school', { to: LEEDS }));
    expect(view.columns.map(({ code }) => code)).toEqual([LEEDS]);
    expect(view.source).toMatchObject({ kind: 'cohort', ruleSet: 'hesa_rounding_5' });
    const cells = view.rows.flatMap((row) => row.cells);
    expect(cells.some(({ kind }) => kind === 'value')).toBe(true);
    for (const cell of cells) if (cell.kind === 'value') expect(cell.count % 5).toBe(0);
  });

  it('say in words what can’t be given', async () => {
    const asked = (query: object) => runAs(as('analyst'), () => getJourneyTable('school_by_foundation_area', query));
    await expect(asked({ sex: 'F', route: 'graduate' })).rejects.toThrow('one characteristic at a time');
    await expect(asked({ period: '1066' })).rejects.toThrow('no such period');
    await expect(asked({ from: 'nowhere' })).rejects.toBeInstanceOf(NotFound);
    await expect(asked({ country: 'demonstration' })).rejects.toThrow('cohort.csv');
  });

  it('of one school are given to nobody else by a characteristic', async () => {
    await addCohort(db, {
      records: [
        { ...ONE_SCHOOL, sex: 'F' },
        { ...ONE_SCHOOL, sex: 'M' },
      ],
      id: 'one-school',
    });
    await forgetPublished();
    const bySex = (role: string) => runAs(as(role), () => getJourneyTable('stage_by_sex', {}));
    for (const role of ['deanery', 'commissioner', 'school', 'admin'])
      await expect(bySex(role)).rejects.toThrow('fewer than three schools');
    expect((await bySex('analyst')).rows.length).toBeGreaterThan(0);
    expect(await outcome('deanery', 'home_by_school')).toBe('allowed');
    await withPublisher(db, (tx) => tx.execute(sql`update release set status = 'withdrawn' where id = 'one-school'`));
    await forgetPublished();
  });

  it('are listed for those who may see them', async () => {
    const listed = async (role: string) => (await runAs(as(role), () => listJourneyTables())).map(({ shape }) => shape);
    expect(await listed('school')).toContain('school_by_sex');
    expect(await listed('school')).not.toContain('home_region_by_school_region');
    expect(await listed('deanery')).not.toContain('school_by_sex');
    expect(await listed('deanery')).toContain('school_by_foundation_area');
  });
});
