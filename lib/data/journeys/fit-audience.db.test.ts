import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { NotFound } from '@/lib/data/errors';
import { fitJourneyModel, getJourneyFit } from '@/lib/data/journey-models';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { addCohort, addYoungPeople } from '@/lib/testing/cohort-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { TWIN_SCHOOLS, twinCohorts } from '@/lib/testing/twin-cohorts';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';

vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));

const TIMEOUT_MS = 300_000;
const [LEEDS, , OXFORD] = TWIN_SCHOOLS;

let db: Database;
let analyst: Viewer;
let staff: Viewer;
let ofNoPeople: Viewer;

/** Three schools: beside a reader's own there are two. */
beforeAll(async () => {
  db = await openPublishedDb();
  const few = new Set<string>(TWIN_SCHOOLS.slice(0, 3));
  await addYoungPeople(db);
  await addCohort(db, { records: (twinCohorts().asTheyAre ?? []).filter(({ schoolId }) => few.has(schoolId)) });
  const of = (scope: string) => [OWN_GRANT.analyst, { role: 'school' as const, scope }];
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  staff = await addViewer(db, 'staff@example.test', of(LEEDS));
  ofNoPeople = await addViewer(db, 'other@example.test', of('university-of-bristol'));
}, TIMEOUT_MS);

afterAll(() => db.close());

describe('fits for an analyst who is of a school’s staff, where three schools are loaded', () => {
  test(
    'of slopes by school give their own, with no average, spread or total of all',
    async () => {
      const { fitted: whole } = await runAs(analyst, () => fitJourneyModel('entrants', 'england'));
      expect(whole.coefficients.some(({ term }) => term.startsWith(OXFORD))).toBe(true);
      for (const read of [
        fitJourneyModel,
        async (...asked: Parameters<typeof getJourneyFit>) => (await getJourneyFit(...asked)).kept,
      ]) {
        const kept = await runAs(staff, () => read('entrants', 'england'));
        expect(kept?.fitted.coefficients.length).toBeGreaterThan(0);
        expect(JSON.stringify(kept)).not.toMatch(/oxford|sheffield/i);
        expect(kept?.fitted.bySchool?.slopes.map(({ average, spread }) => [average, spread])).toEqual(
          whole.bySchool?.slopes.map(() => [null, null]),
        );
        expect(kept?.fitted.n).toBeLessThan(whole.n);
      }
    },
    TIMEOUT_MS,
  );

  test('of everybody are not given: they would tell of the two others', async () => {
    const { fitted } = await runAs(analyst, () => fitJourneyModel('return_home', 'england'));
    expect(fitted.coefficients.length).toBeGreaterThan(0);
    const refused = runAs(staff, () => fitJourneyModel('return_home', 'england'));
    await expect(refused).rejects.toBeInstanceOf(NotFound);
    await expect(refused).rejects.toThrow('fewer than three other schools');
    const { kept, withheld } = await runAs(staff, () => getJourneyFit('return_home', 'england'));
    expect(kept).toBeNull();
    expect(withheld).toContain('fewer than three other schools');
    expect((await runAs(analyst, () => getJourneyFit('return_home', 'england'))).withheld).toBeNull();
  });

  test('say so in words where their school isn’t in the fit', async () => {
    const { kept, withheld } = await runAs(ofNoPeople, () => getJourneyFit('entrants', 'england'));
    expect(kept).toBeNull();
    expect(withheld).toContain('no slopes of its own');
    const outcome = await runAs(ofNoPeople, () => getJourneyFit('return_home', 'england'));
    expect(outcome.withheld).toBeNull();
  });
});
