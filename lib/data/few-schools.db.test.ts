import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/db/client';
import type { Viewer } from '@/lib/domain/access/access';
import type { JourneyRecord } from '@/lib/domain/journeys/journey-record';
import { addCohort, addYoungPeople } from '@/lib/testing/cohort-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { listFindings } from './findings';
import { getJobRepresentation } from './job-representation';
import { getJourneyTable } from './journeys';
import { runAs } from './viewer';

vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));

const LEEDS = 'university-of-leeds';
const OXFORD = 'university-of-oxford';
const ALL_YEARS = [LEEDS, OXFORD, 'university-of-sheffield', 'university-of-liverpool', 'university-of-bristol'];
const FEW = 'fewer than three schools';

const entrants = (schoolId: string, entryYear: number, changed: Partial<JourneyRecord> = {}): JourneyRecord[] =>
  (['F', 'M'] as const).map((sex) => ({
    entryYear,
    homeLadCode: 'E08000035',
    schoolId,
    sex,
    ethnicity: 'white',
    imdQuintile: '1',
    entryRoute: 'standard',
    foundationAreaCode: 'FA-yorkshire-and-humber',
    foundationYear: entryYear + 5,
    specialtyAreaCode: 'TR-north-east',
    specialtyGroup: 'medicine',
    careerAreaCode: null,
    careerType: null,
    count: 40,
    ...changed,
  }));

let db: Database;
const people = new Map<string, Viewer>();

beforeAll(async () => {
  db = await openPublishedDb();
  await addYoungPeople(db);
  for (const [role, grant] of Object.entries(OWN_GRANT))
    people.set(role, await addViewer(db, `${role}@example.test`, [grant]));
  const records = [
    ...ALL_YEARS.flatMap((school) => entrants(school, 2008)),
    ...ALL_YEARS.flatMap((school) => entrants(school, 2018)),
    // Two schools by themselves in these years.
    ...[LEEDS, OXFORD].flatMap((school) => entrants(school, 2013)),
    ...entrants(OXFORD, 2018, { entryRoute: 'gateway' }),
  ];
  await addCohort(db, { records });
});

afterAll(() => db.close());

const as = <Result>(role: string, work: () => Promise<Result>): Promise<Result> => {
  const viewer = people.get(role);
  if (!viewer) throw new Error(`Nobody is ${role}`);
  return runAs(viewer, work);
};
const outcome = (role: string, shape: string, query = {}): Promise<string> =>
  as(role, () => getJourneyTable(shape, query)).then(
    () => 'given',
    (error: unknown) => (error instanceof Error && error.message.includes(FEW) ? FEW : String(error)),
  );

const FLOWS = 'home_region_by_foundation_region';
const TWO_SCHOOLS = { period: '2009 to 2013' };
const MANY_SCHOOLS = { period: '2014 to 2018' };

describe('years in which two schools have people', () => {
  it('are not given to staff of one, nor are the other years that would leave them over', async () => {
    expect(await outcome('school', FLOWS, TWO_SCHOOLS)).toBe(FEW);
    expect(await outcome('school', FLOWS, MANY_SCHOOLS)).toBe(FEW);
    expect(await outcome('school', FLOWS)).toBe('given');
  });

  it('are given to planners as flows, which they may see of each school, and not by a characteristic', async () => {
    expect(await outcome('commissioner', FLOWS, TWO_SCHOOLS)).toBe('given');
    expect(await outcome('commissioner', FLOWS, { ...TWO_SCHOOLS, sex: 'F' })).toBe(FEW);
    expect(await outcome('commissioner', FLOWS, { ...MANY_SCHOOLS, sex: 'F' })).toBe(FEW);
    expect(await outcome('commissioner', FLOWS, { sex: 'F' })).toBe('given');
  });

  it('are given to analysts, who load the files', async () => {
    expect(await outcome('analyst', FLOWS, { ...TWO_SCHOOLS, sex: 'F' })).toBe('given');
  });

  it('are no figures of who does which job, and no number on a card', async () => {
    const isWithheld = async (role: string, asked: object) =>
      (await as(role, () => getJobRepresentation(asked)))?.isWithheld;
    for (const role of ['school', 'commissioner']) {
      expect([role, await isWithheld(role, TWO_SCHOOLS)]).toEqual([role, true]);
      expect([role, await isWithheld(role, {})]).toEqual([role, false]);
    }
    expect(await isWithheld('analyst', TWO_SCHOOLS)).toBe(false);
    const { findings } = await as('school', () => listFindings('england'));
    const deprived = findings.find(({ id }) => id === 'A2-2.12');
    expect(deprived?.parts.map(({ effect }) => effect)).toEqual([null, null, null]);
    expect(deprived?.verdict).toBe('cannot_tell');
  });
});

describe('a route of entry that one school has', () => {
  it('is given to nobody else, and so is no other route', async () => {
    for (const route of ['gateway', 'standard'])
      for (const role of ['school', 'commissioner', 'deanery'])
        expect([role, route, await outcome(role, FLOWS, { route })]).toEqual([role, route, FEW]);
    expect(await outcome('analyst', FLOWS, { route: 'gateway' })).toBe('given');
  });

  it('leaves other characteristics as they are', async () => {
    expect(await outcome('school', 'stage_by_sex')).toBe('given');
    expect(await outcome('commissioner', 'stage_by_sex')).toBe('given');
  });
});
