import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Database } from '@/db/client';
import { type SchoolReach, SchoolReach as SchoolReachSchema } from '@/lib/contracts/school-reach';
import type { SchoolReachQuery } from '@/lib/contracts/school-reach-query';
import type { Viewer } from '@/lib/domain/access/access';
import type { JourneyRecord } from '@/lib/domain/journeys/journey-record';
import type { Measure } from '@/lib/domain/measure/measure';
import { addCohort, addYoungPeople } from '@/lib/testing/cohort-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT, outcomeFor } from '@/lib/testing/viewers';
import { getColdSpots, getSchoolReach } from './school-reach';
import { runAs } from './viewer';

vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));

const LEEDS = 'university-of-leeds';
const OXFORD = 'university-of-oxford';
const SHEFFIELD = 'university-of-sheffield';

let db: Database;
const people = new Map<string, Viewer>();
const as = (role: string): Viewer => {
  const viewer = people.get(role);
  if (!viewer) throw new Error(`Nobody is ${role}`);
  return viewer;
};
const reach = (role: string, code: string, query: SchoolReachQuery = {}): Promise<SchoolReach> =>
  runAs(as(role), () => getSchoolReach(code, query));

const FLOWS = ['home', 'cold', 'foundation', 'careers'] as const;

beforeAll(async () => {
  db = await openPublishedDb();
  for (const [role, grant] of Object.entries(OWN_GRANT))
    people.set(role, await addViewer(db, `${role}@example.test`, [grant]));
  await addCohort(db);
});

afterAll(() => db.close());

const isYours = (block: { kind: string; reason?: string }): boolean => block.reason !== 'not_yours';

describe('the reach of a school', () => {
  it('is what its contract says, and survives being written down', async () => {
    for (const [role, code] of [
      ['school', LEEDS],
      ['deanery', LEEDS],
      ['school', OXFORD],
    ] as const) {
      const view = await reach(role, code);
      expect(SchoolReachSchema.parse(JSON.parse(JSON.stringify(view)))).toEqual(view);
    }
  });

  it('gives planners the flows and none of the school’s cross-tabs', async () => {
    for (const role of ['deanery', 'commissioner']) {
      const view = await reach(role, OXFORD);
      expect(view.reading).toBe('flows');
      for (const part of FLOWS) expect([part, isYours(view[part])]).toEqual([part, true]);
      expect(isYours(view.settlement.foundation)).toBe(true);
      for (const block of [...Object.values(view.who), view.gradient, view.mix])
        expect(block).toMatchObject({
          kind: 'absent',
          reason: 'not_yours',
          words: expect.stringContaining('its staff'),
        });
    }
  });

  it('gives school staff all of their own school and nothing of another, by the page and by the list', async () => {
    const own = await reach('school', LEEDS);
    expect([own.reading, own.home.kind, own.who.sex.kind]).toEqual(['all', 'given', 'given']);
    expect(JSON.stringify(own)).not.toContain(OXFORD);
    expect(JSON.stringify(own)).not.toContain(SHEFFIELD);
    const other = await reach('school', OXFORD, {});
    expect(other.reading).toBe('none');
    expect([other.periods, other.headlines]).toEqual([[], []]);
    const blocks = [
      ...FLOWS.map((part) => other[part]),
      ...Object.values(other.who),
      ...Object.values(other.settlement),
      other.gradient,
      other.mix,
    ];
    for (const block of blocks) expect(block).toMatchObject({ kind: 'absent', reason: 'not_yours' });
    expect(await outcomeFor(as('school'), () => getColdSpots(OXFORD, {}))).toBe('forbidden');
    expect(await outcomeFor(as('admin'), () => getColdSpots(LEEDS, {}))).toBe('forbidden');
    expect(await outcomeFor(null, () => getSchoolReach(LEEDS, {}))).toBe('unauthenticated');
  });

  it('keeps what the models say of a school for its own staff and analysts', async () => {
    // No young people are loaded yet: entrants are set against residents of all ages.
    for (const role of ['school', 'analyst']) {
      const words = (await reach(role, LEEDS)).inWords;
      expect(words).toMatchObject({ kind: 'given', caveat: expect.stringContaining('residents of all ages') });
      expect(JSON.stringify(words)).toContain('for the people of all ages who live in each authority');
    }
    for (const [role, code] of [
      ['deanery', LEEDS],
      ['commissioner', LEEDS],
      ['school', OXFORD],
      ['admin', LEEDS],
    ] as const)
      expect((await reach(role, code)).inWords).toMatchObject({ kind: 'absent', reason: 'not_yours' });
  });

  it('gives analysts all, and an administrator nothing beyond published figures', async () => {
    expect((await reach('analyst', OXFORD)).reading).toBe('all');
    expect((await reach('admin', OXFORD)).reading).toBe('none');
  });

  it('holds protected counts only, and shares with the unknown that make a whole', async () => {
    const view = await reach('analyst', LEEDS);
    if (view.home.kind === 'absent' || view.who.sex.kind === 'absent') throw new Error('Not given');
    const counts = [
      ...view.home.authorities.map(({ entrants }) => entrants),
      ...view.who.sex.groups.map(({ people: one }) => one),
    ];
    const values = counts.flatMap((one) => (one.kind === 'value' ? [one.value] : []));
    expect(values.length).toBeGreaterThan(3);
    for (const value of values) expect(value % 5).toBe(0);
    expect(view.home.papers).toMatchObject({
      period: 'all years',
      source: { kind: 'cohort', releaseId: 'test-cohort' },
    });
  });

  it('keeps other schools out of the gradient where they are fewer than five', async () => {
    const { gradient } = await reach('school', LEEDS);
    expect(gradient).toMatchObject({ kind: 'given', others: null });
  });

  it('says in words what isn’t there', async () => {
    const view = await reach('school', LEEDS);
    expect(view.cold).toMatchObject({ reason: 'not_loaded', words: expect.stringContaining('aged 16 to 17') });
    expect(view.careers.kind).toBe('absent');
    await expect(reach('school', LEEDS, { period: '1066' })).rejects.toThrow('no such entry years');
    await expect(reach('school', 'E92000001')).rejects.toThrow('no medical school');
    const elsewhere = await reach('analyst', 'xd-kelvarrow').catch(String);
    expect(elsewhere).toContain('no medical school');
  });

  it('is narrowed to entry years, and every block says to which', async () => {
    const { periods } = await reach('school', LEEDS);
    expect(periods).toEqual(['2016 to 2018']);
    const { home } = await reach('school', LEEDS, { period: '2016 to 2018' });
    expect(home).toMatchObject({ papers: { period: '2016 to 2018', clock: 'entry' } });
  });
});

const record = (homeLadCode: string, schoolId: string, count: number, foundationAreaCode: string | null = null) => ({
  entryYear: 2020,
  homeLadCode,
  schoolId,
  sex: 'F' as const,
  ethnicity: 'white' as const,
  imdQuintile: '1' as const,
  entryRoute: 'standard' as const,
  foundationAreaCode,
  foundationYear: foundationAreaCode === null ? null : 2025,
  specialtyAreaCode: null,
  specialtyGroup: null,
  careerAreaCode: null,
  careerType: null,
  count,
});

/** Another country, with its own reader of each role. */
async function withCohort(
  records: JourneyRecord[],
  read: (viewer: Viewer) => Promise<void>,
  grants: readonly (typeof OWN_GRANT)[keyof typeof OWN_GRANT][] = [OWN_GRANT.school],
) {
  const other = await openPublishedDb();
  await addYoungPeople(other);
  await addCohort(other, { records });
  for (const grant of grants) await read(await addViewer(other, `${grant.role}@example.test`, [grant]));
  await other.close();
}

describe('how far areas depend on a school', () => {
  const area = 'FA-yorkshire-and-humber';
  const home = 'E08000035';
  const dependenceFor = async (viewer: Viewer) => {
    const { foundation } = await runAs(viewer, () => getSchoolReach(LEEDS, {}));
    if (foundation.kind === 'absent') throw new Error(foundation.words);
    return foundation.dependence.find(({ code }) => code === area)?.share;
  };

  it('is withheld from school staff where the rest would be one other school’s, not from planners', async () => {
    const three = [
      record(home, LEEDS, 60, area),
      record(home, OXFORD, 40, area),
      record(home, SHEFFIELD, 50, 'FA-trent'),
    ];
    const seen: Record<string, unknown> = {};
    const read = async (viewer: Viewer) => {
      seen[viewer.grants[0]?.role ?? ''] = await dependenceFor(viewer);
    };
    await withCohort(three, read, [OWN_GRANT.school, OWN_GRANT.commissioner]);
    expect(seen).toMatchObject({
      school: { kind: 'suppressed' },
      commissioner: { kind: 'value', value: expect.closeTo(0.6, 1) },
    });
  });

  it('isn’t given where two schools are all that is known of an area', async () => {
    const two = [record(home, LEEDS, 60, area), record(home, OXFORD, 40, area)];
    const grants = [OWN_GRANT.school, OWN_GRANT.commissioner];
    await withCohort(two, async (viewer) => expect(await dependenceFor(viewer)).toBeUndefined(), grants);
  });

  it('is shown to school staff where three other schools are behind the rest', async () => {
    const others = [OXFORD, SHEFFIELD, 'university-of-liverpool', 'university-of-bristol'];
    const five = [record(home, LEEDS, 60, area), ...others.map((school) => record(home, school, 10, area))];
    await withCohort(five, async (viewer) => expect(await dependenceFor(viewer)).toMatchObject({ value: 0.6 }));
  });
});

describe('what little is loaded', () => {
  const query = { mix: { by: 'sex' as const, shares: ['50', '50'] } };
  const readWhole = async (viewer: Viewer): Promise<SchoolReach> => {
    const view = await runAs(viewer, () => getSchoolReach(LEEDS, query));
    expect(SchoolReachSchema.parse(JSON.parse(JSON.stringify(view)))).toEqual(view);
    expect(JSON.stringify(view)).not.toMatch(/NaN|Infinity/);
    return view;
  };

  it('of twelve people gives counts and no shares, and names no cold spot', async () => {
    await withCohort([record('E08000035', LEEDS, 7), record('E08000019', LEEDS, 5)], async (staff) => {
      const { home, cold, foundation, headlines } = await readWhole(staff);
      expect(home).toMatchObject({ entrants: { value: 10 }, nearby: { share: { kind: 'suppressed' } } });
      expect(cold).toMatchObject({ kind: 'given', judged: 0 });
      expect(foundation.kind).toBe('absent');
      expect(headlines.map(({ part }) => part)).toEqual(['cold']);
    });
  });

  it('of one school in all is shown as far as it goes, and no area is said to depend on it alone', async () => {
    const homes = ['E08000035', 'E08000019', 'E06000001', 'E07000178'];
    const area = 'FA-test';
    await withCohort(
      homes.map((home) => record(home, LEEDS, 150, area)),
      async (staff) => {
        const { home, foundation, gradient } = await readWhole(staff);
        expect([home.kind, gradient.kind]).toEqual(['given', 'given']);
        if (foundation.kind === 'absent') throw new Error(foundation.words);
        const sharesOf = (of: readonly { code: string; share: Measure }[]) =>
          of.filter(({ share }) => share.kind === 'value').map(({ code, share }) => [code, share]);
        expect(sharesOf(foundation.areas)).toMatchObject([[area, { kind: 'value' }]]);
        expect(foundation.dependence).toEqual([]);
      },
    );
  });
});
