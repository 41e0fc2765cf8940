import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import type { SchoolReach } from '@/lib/contracts/school-reach';
import type { SchoolReachQuery } from '@/lib/contracts/school-reach-query';
import { loadDemonstration } from '@/lib/data/demonstration';
import { getIndicator } from '@/lib/data/figures';
import { getSchoolReach } from '@/lib/data/school-reach';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { SCHOOLS } from '@/lib/domain/demonstration/school-plan';
import type { Measure } from '@/lib/domain/measure/measure';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';

vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const LOADING_MS = 300_000;
const SCHOOL = 'xd-kelvarrow';
const OLDEST = 'xd-quillmarch';

let db: Database;
let analyst: Viewer;
let staff: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  staff = await addViewer(db, 'staff@example.test', [{ role: 'school', scope: SCHOOL }]);
  await runAs(analyst, () => loadDemonstration(() => {}));
  // The first reader waits for the protection and the fits.
  await reach(analyst, OLDEST);
}, LOADING_MS);

afterAll(() => db.close());

const reach = (viewer: Viewer, code: string, query: SchoolReachQuery = {}): Promise<SchoolReach> =>
  runAs(viewer, () => getSchoolReach(code, query));

const numberOf = (measure: Measure): number => {
  if (measure.kind !== 'value') throw new Error(measure.kind);
  return measure.value;
};
const given = <Block extends { kind: 'given' | 'absent' }>(block: Block): Extract<Block, { kind: 'given' }> => {
  const isGiven = (one: Block): one is Extract<Block, { kind: 'given' }> => one.kind === 'given';
  if (!isGiven(block)) throw new Error('Not given');
  return block;
};
const mean = (values: readonly number[]): number => values.reduce((sum, one) => sum + one, 0) / values.length;

describe('the reach of a school of the demonstration country', () => {
  test('shows what was planted: the oldest school takes fewer from deprived places, and those are its cold spots', async () => {
    const { who, gradient, cold } = await reach(analyst, OLDEST);
    expect(given(who.quintile).groups[0]).toMatchObject({ group: '1', reading: 'under' });
    const { own, others } = given(gradient);
    expect(numberOf(own)).toBeGreaterThan(others?.upperQuartile ?? Number.NaN);
    const { figures } = await runAs(analyst, () => getIndicator('imd-score'));
    const scores = new Map(
      figures.flatMap(({ areaCode, measure }) =>
        measure.kind === 'value' ? [[areaCode, measure.value] as const] : [],
      ),
    );
    const { areas, coldByChance } = given(cold);
    const scoresOf = (isCold: boolean) =>
      areas.filter(({ verdict }) => (verdict === 'cold') === isCold).map(({ code }) => scores.get(code) ?? Number.NaN);
    expect(scoresOf(true).length).toBeGreaterThan(3 * coldByChance);
    expect(mean(scoresOf(true))).toBeGreaterThan(mean(scoresOf(false)) + 5);
    const shortfalls = areas
      .filter(({ verdict }) => verdict === 'cold')
      .map(({ shortfall }) => shortfall ?? Number.NaN);
    expect(shortfalls).toEqual(shortfalls.toSorted((a, b) => b - a));
  });

  test('is whole for its staff: shares add up to 1 with the unknown, and no other school is named', async () => {
    const view = await reach(staff, SCHOOL);
    expect(view.reading).toBe('all');
    const kinds = [
      view.home,
      view.cold,
      ...Object.values(view.who),
      view.gradient,
      view.foundation,
      view.careers,
      view.mix,
    ];
    expect(kinds.map(({ kind }) => kind)).toEqual(kinds.map(() => 'given'));
    for (const settlement of Object.values(view.settlement)) {
      const shares = given(settlement).classes.flatMap(({ share }) => (share.kind === 'value' ? [share.value] : []));
      expect(shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 2);
    }
    const bands = given(view.home).bands.map(({ share }) => numberOf(share));
    expect(bands.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 10);
    const text = JSON.stringify(view);
    for (const { id } of SCHOOLS.filter((one) => one.id !== SCHOOL))
      expect([id, text.includes(id)]).toEqual([id, false]);
    expect(text).not.toMatch(/NaN|Infinity/);
  });

  test('says in words what is fitted to its staff, as to analysts, with no other school and no figure in it', async () => {
    const { sentences, data, caveat } = given((await reach(staff, SCHOOL)).inWords);
    expect(sentences).toHaveLength(3);
    for (const sentence of sentences) expect(sentence).toMatch(/^Kelvarrow[^0-9]*$/);
    expect(data).toMatch(/release \S+/);
    expect(caveat).toContain('not between people');
    expect(given((await reach(analyst, SCHOOL)).inWords).sentences).toEqual(sentences);
    expect((await reach(staff, OLDEST)).inWords).toMatchObject({ kind: 'absent', reason: 'not_yours' });
  });

  test('has papers of the demonstration, and destinations only of those who have one', async () => {
    const recent = await reach(staff, SCHOOL, { period: '2021 to 2025' });
    expect(given(recent.home).papers).toMatchObject({ provenance: 'demonstration', period: '2021 to 2025' });
    expect(recent.careers).toMatchObject({ kind: 'absent', reason: 'not_possible' });
  });

  test('answers another mix of the intake, and says what is wrong with one that is none', async () => {
    const mixOf = async (shares: readonly string[]) =>
      given((await reach(staff, SCHOOL, { mix: { by: 'quintile', shares } })).mix);
    const { destinations, problem, caution } = await mixOf(['20', '20', '20', '20', '20']);
    expect([problem, caution]).toEqual([null, expect.stringContaining('first-order')]);
    const own = destinations.find(({ asked, today }) => asked.kind === 'value' && today.kind === 'value');
    if (!own) throw new Error('No destination is given');
    expect(numberOf(own.asked) - numberOf(own.today)).toBeCloseTo(numberOf(own.change), 10);
    expect((await mixOf(['50', '20', '20', '20', '20'])).problem).toContain('add up to 130%');
    expect((await mixOf([])).askedPct).toEqual([]);
  });
});
