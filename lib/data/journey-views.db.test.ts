import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/db/client';
import type { Viewer } from '@/lib/domain/access/access';
import { FLOW_TABLES } from '@/lib/domain/journeys/flow-tables';
import { addCohort, smallCohort } from '@/lib/testing/cohort-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT, outcomeFor, YH } from '@/lib/testing/viewers';
import { NotFound } from './errors';
import { getJourneyDistances } from './journey-distances';
import { findJourneyTable, getJourneyGuide, getRegionJourneys, listFoundationPlaces } from './journey-views';
import { forgetPublished } from './published-store';
import { runAs } from './viewer';

vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));

const LEEDS = 'university-of-leeds';
const OTHERS = ['university-of-oxford', 'university-of-sheffield'];

let db: Database;
const people = new Map<string, Viewer>();
const as = (role: string): Viewer => {
  const viewer = people.get(role);
  if (!viewer) throw new Error(`Nobody is ${role}`);
  return viewer;
};
const guideOf = (role: string) => runAs(as(role), () => getJourneyGuide('england'));
const readings = async (role: string) =>
  Object.fromEntries((await guideOf(role)).tables.map(({ shape, reading }) => [shape, reading]));

beforeAll(async () => {
  db = await openPublishedDb();
  for (const [role, grant] of Object.entries(OWN_GRANT))
    people.set(role, await addViewer(db, `${role}@example.test`, [grant]));
  people.set('nobody', await addViewer(db, 'nobody@example.test', []));
});

afterAll(() => db.close());

describe('a country without journeys', () => {
  it('has nothing to choose, and says what would load it', async () => {
    const guide = await guideOf('commissioner');
    expect(guide.source).toBeNull();
    expect(guide.tables.some(({ isLoaded }) => isLoaded)).toBe(false);
    expect(guide.regions.length).toBeGreaterThan(10);
    const answer = await runAs(as('commissioner'), () => findJourneyTable('home_region_by_foundation_region', {}));
    expect(answer).toMatchObject({ kind: 'not_loaded', reason: expect.stringContaining('cohort.csv') });
    const distances = await runAs(as('commissioner'), () => getJourneyDistances('england', null));
    expect(distances).toMatchObject({ source: null, steps: [] });
    const region = await runAs(as('deanery'), () => getRegionJourneys(YH));
    expect(region.settlementAtFoundation.kind).toBe('not_loaded');
  });
});

describe('a small cohort', () => {
  beforeAll(async () => {
    // Ten times as many people: of three schools with a handful each hardly a count may be shown.
    await addCohort(db, { records: smallCohort().map((record) => ({ ...record, count: 10 * record.count })) });
    await forgetPublished();
  });

  it('shows planners all flows, school staff their own school’s and none by region of school', async () => {
    const planner = await readings('commissioner');
    expect(FLOW_TABLES.map(({ shape }) => planner[shape])).toEqual(FLOW_TABLES.map(() => 'all'));
    expect(await readings('school')).toEqual({
      home_region_by_school_region: 'none',
      home_board_by_school: 'own',
      school_region_by_foundation_region: 'none',
      school_by_foundation_area: 'own',
      home_region_by_foundation_region: 'all',
      foundation_region_by_specialty_region: 'all',
      school_region_by_specialty_region: 'none',
      specialty_region_by_career_region: 'all',
      school_by_career_region: 'own',
      home_region_by_career_region: 'all',
    });
    const admin = await readings('admin');
    expect([admin.school_by_foundation_area, admin.home_region_by_foundation_region]).toEqual(['none', 'all']);
    await expect(outcomeFor(as('nobody'), () => getJourneyGuide('england'))).resolves.toBe('forbidden');
  });

  it('answers what isn’t permitted with a word, not an error, and no number', async () => {
    const find = (role: string, shape: string, query = {}) => runAs(as(role), () => findJourneyTable(shape, query));
    expect(await find('school', 'school_region_by_foundation_region')).toEqual({ kind: 'not_permitted' });
    expect(await find('commissioner', 'school_by_foundation_area', { sex: 'F' })).toEqual({ kind: 'not_permitted' });
    expect(await find('admin', 'home_board_by_school')).toEqual({ kind: 'not_permitted' });
    const own = await find('school', 'home_board_by_school');
    expect(own.kind === 'table' && own.view.columns.map(({ code }) => code)).toEqual([LEEDS]);
  });

  it('narrows planners’ tables by characteristics between regions of home only where regions hold one or two schools', async () => {
    const { tables } = await guideOf('deanery');
    const of = (shape: string) => tables.find((one) => one.shape === shape)?.characteristics.length;
    expect([of('school_by_foundation_area'), of('school_region_by_foundation_region')]).toEqual([0, 0]);
    const find = (shape: string, query = {}) => runAs(as('deanery'), () => findJourneyTable(shape, query));
    const narrowed = await find('school_region_by_foundation_region', { sex: 'F' });
    expect(narrowed).toEqual({ kind: 'withheld', reason: expect.stringContaining('fewer than three medical schools') });
    expect((await find('school_region_by_foundation_region')).kind).toBe('table');
    expect((await find('home_region_by_foundation_region', { sex: 'F' })).kind).toBe('table');
  });

  it('gives no group of so few schools as everybody’s: it would be a school’s own table', async () => {
    const read = (role: string) => runAs(as(role), () => getJourneyDistances('england', null));
    const planner = await read('commissioner');
    // Of the fifths, one is of two schools: none of them is given.
    expect(planner.isGroupsWithheld).toBe(true);
    for (const { groups } of planner.steps) {
      const keys = groups.map(({ key }) => key);
      expect(keys).toEqual(expect.arrayContaining(['all', 'sex:F', 'sex:M']));
      expect(keys.filter((key) => key.startsWith('quintile'))).toEqual([]);
    }
    const school = await read('school');
    expect(school.isGroupsWithheld).toBe(true);
    for (const { groups } of school.steps)
      expect(new Set(groups.map((group) => group.school))).toEqual(new Set([LEEDS]));
    for (const other of OTHERS) expect(JSON.stringify(school)).not.toContain(other);
  });

  it('has a region’s own version for everybody, without schools where they aren’t to be read', async () => {
    const school = await runAs(as('school'), () => getRegionJourneys(YH));
    expect([school.schools.kind, school.homes.kind]).toEqual(['not_permitted', 'table']);
    expect([school.settlementAtFoundation.kind, school.settlementAtSpecialty.kind]).toEqual([
      'not_permitted',
      'not_permitted',
    ]);
    const planner = await runAs(as('deanery'), () => getRegionJourneys(YH));
    expect([planner.schools.kind, planner.next.kind, planner.settlementAtFoundation.kind]).toEqual([
      'table',
      'table',
      'table',
    ]);
    await expect(runAs(as('deanery'), () => getRegionJourneys('E08000035'))).rejects.toBeInstanceOf(NotFound);
  });

  it('knows no foundation places of England: they are not loaded, not 0', async () => {
    const places = await runAs(as('commissioner'), () => listFoundationPlaces('england'));
    expect(new Set(places.map(({ annualPlaces }) => annualPlaces))).toEqual(new Set([null]));
  });
});

describe('a cohort of few schools with many people', () => {
  beforeAll(async () => {
    await addCohort(db, {
      id: 'larger-cohort',
      records: smallCohort().map((record) => ({
        ...record,
        foundationAreaCode: 'FA-trent',
        foundationYear: 2022,
        count: 50 * record.count,
      })),
    });
    await forgetPublished();
  });

  it('has distances of its own people alone: nobody is counted at schools that are not in it', async () => {
    const { steps } = await runAs(as('analyst'), () => getJourneyDistances('england', null));
    expect(steps).toHaveLength(2);
    for (const { groups } of steps) {
      const peopleIn = (wanted: string) => groups.find(({ key }) => key === wanted)?.people ?? 0;
      expect(peopleIn('all')).toBeGreaterThan(100);
      // Every count is within 2 of the truth.
      expect(Math.abs(peopleIn('all') - peopleIn('sex:F') - peopleIn('sex:M'))).toBeLessThanOrEqual(20);
    }
  });
});
