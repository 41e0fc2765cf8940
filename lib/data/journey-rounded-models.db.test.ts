import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, withPublisher } from '@/db/client';
import { loadDemonstration } from '@/lib/data/demonstration';
import { NotFound } from '@/lib/data/errors';
import { listFindings } from '@/lib/data/findings';
import { fitJourneyModel, getJourneyFit } from '@/lib/data/journey-models';
import { forgetPublished } from '@/lib/data/published-store';
import { getSchoolReach } from '@/lib/data/school-reach';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT, outcomeFor } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const LOADING_MS = 300_000;
const SCHOOL = 'xd-quillmarch';
const OTHER = 'xd-norvask';

let db: Database;
let analyst: Viewer;
let analystOfSchool: Viewer;
let staff: Viewer;
let reader: Viewer;

/** The demonstration country without its cohort: rounded tables are the only source of everybody. */
beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  const ofSchool = { role: 'school' as const, scope: SCHOOL };
  analystOfSchool = await addViewer(db, 'both@example.test', [OWN_GRANT.analyst, ofSchool]);
  staff = await addViewer(db, 'staff@example.test', [ofSchool]);
  reader = await addViewer(db, 'reader@example.test', [OWN_GRANT.commissioner]);
  await runAs(analyst, () => loadDemonstration(() => {}));
  await withPublisher(db, (tx) => tx.execute(sql`update release set status = 'withdrawn' where dataset = 'cohort'`));
  await forgetPublished();
}, LOADING_MS);

afterAll(() => db.close());

describe('where rounded tables are the only source', () => {
  test('models are fitted to them, say so, and are kept with their receipt', async () => {
    for (const model of ['entrants', 'female_share', 'non_white_share', 'foundation'] as const) {
      const { fitted, receipt } = await runAs(analyst, () => fitJourneyModel(model, 'demonstration'));
      expect(fitted.roundedTo).toBe(5);
      expect(fitted.diagnostics.errorsMethod).toContain('Counts are rounded');
      expect(fitted.diagnostics.people % 5).toBe(0);
      expect(receipt.release).toMatch(model === 'foundation' ? /school.foundation/ : /home.school/);
      const { kept, data, missing } = await runAs(analyst, () => getJourneyFit(model, 'demonstration'));
      expect(kept?.receipt).toEqual(receipt);
      expect(kept?.isCurrent).toBe(true);
      expect(data).toContain('counts rounded to 5');
      expect(missing).toBeNull();
    }
  }, 120_000);

  test('returning home isn’t loaded, in words: no rounded table joins home and later places', async () => {
    const fit = runAs(analyst, () => fitJourneyModel('return_home', 'demonstration'));
    await expect(fit).rejects.toBeInstanceOf(NotFound);
    await expect(fit).rejects.toThrow('only a cohort');
    const { data, missing } = await runAs(analyst, () => getJourneyFit('return_home', 'demonstration'));
    expect(data).toBeNull();
    expect(missing).toMatch(/^Not loaded\. Returning home/);
  });

  test('models stay with analysts, and of other schools with those who are of no school', async () => {
    expect(await outcomeFor(reader, () => fitJourneyModel('entrants', 'demonstration'))).toBe('forbidden');
    expect(await outcomeFor(staff, () => getJourneyFit('entrants', 'demonstration'))).toBe('forbidden');
    const { kept } = await runAs(analystOfSchool, () => getJourneyFit('entrants', 'demonstration'));
    expect(kept?.fitted.roundedTo).toBe(5);
    expect(kept?.fitted.coefficients.length).toBeGreaterThan(0);
    expect(JSON.stringify(kept?.fitted.coefficients)).not.toContain(OTHER);
    // With schools enough beside their own, a model of everybody is for them, too.
    const foundation = await runAs(analystOfSchool, () => getJourneyFit('foundation', 'demonstration'));
    expect(foundation.kept?.fitted.coefficients.length).toBeGreaterThan(0);
  });

  test('a school has its sentences, for its own staff, with the files that they come from', async () => {
    const inWords = async (viewer: Viewer, code: string) =>
      (await runAs(viewer, () => getSchoolReach(code, {}))).inWords;
    const own = await inWords(staff, SCHOOL);
    if (own.kind !== 'given') throw new Error(own.words);
    expect(own.sentences).toHaveLength(3);
    expect(own.sentences[0]).toContain('fewer entrants from more deprived authorities');
    expect(own.data).toContain('counts rounded to 5');
    for (const sentence of own.sentences) expect(sentence).toMatch(/^Quillmarch[^0-9]*$/);
    expect(await inWords(staff, OTHER)).toMatchObject({ kind: 'absent', reason: 'not_yours' });
    expect(await inWords(reader, SCHOOL)).toMatchObject({ kind: 'absent', reason: 'not_yours' });
  }, 120_000);

  test('the cards of school slopes have their evidence; the gradient over fifths stays not loaded', async () => {
    const { findings } = await runAs(reader, () => listFindings('demonstration'));
    const card = (id: string) => findings.find((one) => one.id === id);
    expect(card('A2-2.5')).toMatchObject({ underlying: 'cannot_tell', n: expect.any(Number) });
    expect(card('A2-2.5')?.effect).not.toBeNull();
    expect(card('A2-2.3')?.underlying).toBe('not_loaded');
    expect(card('A2-2.3')?.parts.map(({ effect }) => effect === null)).toEqual([true, false]);
    expect(card('A2-2.3')?.data).toMatch(/home.school/);
  }, 120_000);
});
