import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Database, withPublisher } from '@/db/client';
import type { EqualityPart, TouchedTraining } from '@/lib/contracts/equality';
import type { Viewer } from '@/lib/domain/access/access';
import type { JourneyRecord } from '@/lib/domain/journeys/journey-record';
import { NOT_SAID } from '@/lib/format/equality-words';
import { addCohort, addYoungPeople } from '@/lib/testing/cohort-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { findEqualityPanel } from './equality';
import { getJobRepresentation } from './job-representation';
import { getJourneyTable } from './journeys';
import { forgetPublished } from './published-store';
import { runAs } from './viewer';

vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));

const SCHOOLS = ['university-of-leeds', 'university-of-oxford', 'university-of-sheffield', 'university-of-bristol'];
const HERE = 'TR-north-east';
const THERE = 'TR-yorkshire-and-the-humber';
const TOUCHED: TouchedTraining = {
  country: 'england',
  regionCodes: [HERE],
  stages: ['specialty', 'foundation'],
  groups: ['psychiatry'],
};

/** Women are three of five here and one of two there, at both stages. */
const trainees = (schoolId: string): JourneyRecord[] =>
  [
    { specialtyAreaCode: HERE, sex: 'F' as const, count: 300 },
    { specialtyAreaCode: HERE, sex: 'M' as const, count: 200 },
    { specialtyAreaCode: THERE, sex: 'F' as const, count: 400 },
    { specialtyAreaCode: THERE, sex: 'M' as const, count: 400 },
  ].map((one) => ({
    entryYear: 2014,
    homeLadCode: 'E08000035',
    schoolId,
    ethnicity: 'white' as const,
    imdQuintile: '1' as const,
    entryRoute: 'standard' as const,
    foundationAreaCode: 'FA-northern',
    foundationYear: 2019,
    specialtyGroup: one.specialtyAreaCode === HERE ? ('psychiatry' as const) : ('medicine' as const),
    careerAreaCode: null,
    careerType: null,
    ...one,
  }));

let db: Database;
const people = new Map<string, Viewer>();

beforeAll(async () => {
  db = await openPublishedDb();
  await addYoungPeople(db);
  for (const [role, grant] of Object.entries(OWN_GRANT))
    people.set(role, await addViewer(db, `${role}@example.test`, [grant]));
  people.set('nobody', await addViewer(db, 'nobody@example.test', []));
}, 90_000);

afterAll(() => db.close());

const as = <Result>(role: string, work: () => Promise<Result>): Promise<Result> => {
  const viewer = people.get(role);
  if (!viewer) throw new Error(`Nobody is ${role}`);
  return runAs(viewer, work);
};
const panelAs = (role: string, touched = TOUCHED) => as(role, () => findEqualityPanel(touched));
const partOf = async (role: string, part: EqualityPart['part']): Promise<EqualityPart> => {
  const view = await panelAs(role);
  const found = view.kind === 'given' ? view.parts.find((one) => one.part === part) : undefined;
  if (!found) throw new Error(`${role} has no ${part}`);
  return found;
};
const womenIn = ({ panels }: EqualityPart, code: string) =>
  panels
    .find(({ characteristic }) => characteristic === 'sex')
    ?.jobs.find((job) => job.code === code)
    ?.groups.find(({ group }) => group === 'F');

describe('who the affected are', () => {
  it('says what to load where no cohort is', async () => {
    const view = await panelAs('deanery');
    expect(view).toMatchObject({ kind: 'absent', title: 'No cohort loaded' });
    expect(view.kind === 'absent' && view.words).toContain('cohort.csv');
  });

  describe('with a cohort', () => {
    beforeAll(async () => {
      await addCohort(db, { records: SCHOOLS.flatMap(trainees) });
      await forgetPublished();
    });

    it('tells the people of the region against everybody in training, and names the rest together', async () => {
      const part = await partOf('deanery', 'specialty_region');
      expect(part.panels.map(({ characteristic }) => characteristic)).toEqual([
        'sex',
        'ethnic_group',
        'deprivation_quintile',
      ]);
      expect(part.panels[0]?.jobs.map(({ name }) => name)).toEqual(['North East', 'All other regions together']);
      const women = womenIn(part, HERE);
      expect(women).toMatchObject({ share: { kind: 'value' }, reading: 'over' });
      expect(women?.share.kind === 'value' && women.share.value).toBeCloseTo(0.6, 2);
      expect(women?.baseShare).toBeCloseTo(2_800 / 5_200, 2);
      const others = womenIn(part, 'other-regions')?.share;
      expect(others?.kind === 'value' && others.value).toBeCloseTo(0.5, 1);
    });

    it('adds up what the published table gives the same reader', async () => {
      const women = womenIn(await partOf('deanery', 'specialty_region'), HERE);
      const inTable = async (sex: string) => {
        const { rows } = await as('deanery', () =>
          getJourneyTable('foundation_region_by_specialty_region', { country: 'england', sex, to: HERE }),
        );
        const cells = rows.flatMap((row) => row.cells);
        return cells.reduce((sum, cell) => sum + (cell.kind === 'value' ? cell.count : 0), 0);
      };
      const [f, m] = [await inTable('F'), await inTable('M')];
      expect(women?.share).toMatchObject({ value: expect.closeTo(f / (f + m), 2) });
    });

    it('gives the specialty groups that are touched, as the page of jobs does', async () => {
      const part = await partOf('deanery', 'specialty_group');
      const jobs = await as('deanery', () => getJobRepresentation({ country: 'england' }));
      expect(part.panels.map((panel) => panel.jobs.map(({ code }) => code))).toEqual([
        ['psychiatry'],
        ['psychiatry'],
        ['psychiatry'],
      ]);
      expect(womenIn(part, 'psychiatry')).toEqual(
        jobs && womenIn({ part: 'specialty_group', withheld: '', panels: jobs.panels }, 'psychiatry'),
      );
    });

    it.each(['deanery', 'commissioner', 'school', 'analyst', 'admin'])('is for %s', async (role) => {
      const parts = ['specialty_region', 'foundation_region', 'specialty_group'] as const;
      for (const part of parts) expect((await partOf(role, part)).withheld).toBe('');
    });

    it('is withheld in words from accounts without a grant, and from tokens that are for something else', async () => {
      expect(await panelAs('nobody')).toMatchObject({ kind: 'absent', title: 'Not shown to this reader' });
      const manager = people.get('deanery');
      const token = manager && { ...manager, kind: 'token' as const, tokenScopes: ['scenarios' as const] };
      if (!token) throw new Error('No manager');
      expect(await runAs(token, () => findEqualityPanel(TOUCHED))).toMatchObject({
        kind: 'absent',
        title: 'Not shown to this reader',
      });
    });

    it('words nothing as a cause, and says that the model has no effects by group', async () => {
      const view = await panelAs('deanery');
      expect(JSON.stringify(view)).not.toMatch(/because|due to|leads to|caus|effect|discriminat/i);
      expect(NOT_SAID.join(' ')).toContain('no effects that differ by sex, ethnic group or origin');
    });
  });

  it('is withheld where it would be the figures of one or two schools', async () => {
    await addCohort(db, { id: 'test-two-schools', records: SCHOOLS.slice(0, 2).flatMap(trainees) });
    await withPublisher(db, (tx) => tx.execute(sql`update release set status = 'superseded' where id = 'test-cohort'`));
    await forgetPublished();
    const view = await panelAs('deanery');
    if (view.kind !== 'given') throw new Error('Not given');
    expect(view.parts.map(({ part, panels }) => [part, panels.length])).toEqual([
      ['specialty_region', 0],
      ['foundation_region', 0],
      ['specialty_group', 0],
    ]);
    expect(view.parts.every(({ withheld }) => withheld.includes('fewer than three'))).toBe(true);
  });
});
