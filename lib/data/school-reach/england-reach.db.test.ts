import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import type { SchoolReach } from '@/lib/contracts/school-reach';
import { fitJourneyModel } from '@/lib/data/journey-models';
import { listFoundationPlaces } from '@/lib/data/journey-views';
import { readRegister } from '@/lib/data/registers';
import { getSchoolReach } from '@/lib/data/school-reach';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { AUTHORITIES, schoolFactsFile, YOUNG_ENGLAND, youngFile, youngSum } from '@/lib/testing/young-england';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const LOADING_MS = 300_000;
const SCHOOLS = [
  'university-of-leeds',
  'university-of-oxford',
  'university-of-exeter',
  'university-of-liverpool',
  'norwich-medical-school',
  'warwick-medical-school',
];
const [LEEDS = ''] = SCHOOLS;
const FOUNDATION = ['FA-trent', 'FA-wessex', 'FA-severn', 'FA-northern', 'FA-yorkshire-and-humber'];

/** A made-up cohort of England: homes all over the country, few in every twentieth; both sexes and ethnic groups, every fifth. */
const COHORT = csvOf(
  'entry_year,home_lad,school_id,sex,ethnicity,imd_quintile,entry_route,foundation_area,foundation_year,specialty_area,specialty_group,career_area,career_type,count',
  AUTHORITIES.flatMap((home, h) =>
    SCHOOLS.flatMap((school, s) =>
      [0, 1, 2, 3].map((way) => [
        ...[2018, home, school, ['F', 'M', 'F', h % 9 === 0 ? 'U' : 'M'][way] ?? '', way < 2 ? 'white' : 'non_white'],
        ...[1 + ((h + way) % 5), 'standard', FOUNDATION[(h * 3 + s + way) % 5] ?? '', 2023, '', '', '', ''],
        h % 20 === 0 ? 1 : 8 + ((h * 7 + s * 5 + way * 3) % 6),
      ]),
    ),
  ),
);

let db: Database;
let analyst: Viewer;
let files: ReturnType<typeof importedFiles>;
let before: SchoolReach;
let view: SchoolReach;

const reach = () => runAs(analyst, () => getSchoolReach(LEEDS, {}));
const given = <Block extends { kind: 'given' | 'absent' }>(block: Block): Extract<Block, { kind: 'given' }> => {
  const isGiven = (one: Block): one is Extract<Block, { kind: 'given' }> => one.kind === 'given';
  if (!isGiven(block)) throw new Error('Not given');
  return block;
};
const larger = (by: number) =>
  YOUNG_ENGLAND.map((one) => ({
    ...one,
    people: one.people + by,
    female: one.female + by,
    fifths: addTo(one.fifths, by),
  }));
const addTo = ([first = 0, ...rest]: readonly number[], by: number): number[] => [first + by, ...rest];

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  files = importedFiles(db, analyst);
  const cohort = await files.publish('cohort.csv', COHORT);
  expect([cohort.status, cohort.errors]).toEqual(['published', []]);
  before = await reach();
  // The newer year first: what was loaded last isn't what is newest.
  await files.publish('young-2024.csv', youngFile(2024, larger(100)));
  await files.publish('young-2023.csv', youngFile(2023));
  await files.publish('facts-2025.csv', schoolFactsFile(2025));
  await files.publish(
    'facts-2024.csv',
    csvOf('year,area_code,founded,annual_intake,annual_foundation_places', [[2024, 'FA-trent', '', '', 7]]),
  );
  view = await reach();
}, LOADING_MS);
afterAll(async () => {
  await db.close();
  files.close();
});

describe('the reach of a school in England before young people are imported', () => {
  test('has counts, no rate, and names the file that would load one', () => {
    const home = given(before.home);
    expect(home.authorities.some(({ entrants }) => entrants.kind === 'value')).toBe(true);
    expect(home.authorities.every(({ per10000 }) => per10000.kind !== 'value')).toBe(true);
    expect(before.cold).toMatchObject({
      kind: 'absent',
      reason: 'not_loaded',
      words: expect.stringContaining('young_people.csv'),
    });
    expect(before.inWords).toMatchObject({ kind: 'given', caveat: expect.stringContaining('residents of all ages') });
    expect(given(before.who.sex).groups.every(({ ratio }) => ratio.kind !== 'value')).toBe(true);
  });
});

describe('the reach of a school in England once they are', () => {
  test('has entrants per 10,000 of each authority’s newest year', () => {
    const { authorities, youngSource } = given(view.home);
    const people = new Map(larger(100).map((one) => [one.code, one.people]));
    const counted = authorities.filter(({ entrants }) => entrants.kind === 'value');
    expect(counted.length).toBeGreaterThan(50);
    expect(authorities.map(({ code, aged16To17 }) => [code, aged16To17])).toEqual(
      authorities.map(({ code }) => [code, people.get(code) ?? null]),
    );
    expect(counted.every(({ per10000 }) => per10000.kind === 'value')).toBe(true);
    expect(youngSource).toContain('2024');
    expect(youngSource).not.toContain('2023');
  });

  test('has cold spots, each expected from distance and young people', () => {
    const { areas } = given(view.cold);
    expect(areas.length).toBeGreaterThan(200);
    expect(areas.some(({ verdict }) => verdict === 'cold')).toBe(true);
  });

  test('has representation by fifth, sex and ethnic group against England’s young people of that year', () => {
    for (const by of ['quintile', 'sex', 'ethnicity'] as const) {
      const { base, groups } = given(view.who[by]);
      expect(base).toBe('people aged 16 to 17 in England, 2024');
      expect([by, groups.every(({ ratio }) => ratio.kind === 'value')]).toEqual([by, true]);
    }
    expect(given(view.gradient).own.kind).toBe('value');
    const women = given(view.who.sex).groups.find(({ group }) => group === 'F');
    const share = (youngSum(({ female }) => female) + 29_600) / (youngSum(({ people }) => people) + 29_600);
    if (women?.ratio.kind !== 'value' || women.share.kind !== 'value') throw new Error('No ratio');
    expect(women.ratio.value).toBeCloseTo(women.share.value / share, 10);
  });

  test('is put into words by models of entrants and of who they are, with the founding years', async () => {
    expect(view.inWords.kind).toBe('given');
    for (const model of ['entrants', 'female_share', 'non_white_share'] as const) {
      const { fitted } = await runAs(analyst, () => fitJourneyModel(model, 'england'));
      expect([model, fitted.coefficients.length]).toEqual([model, 4 * SCHOOLS.length]);
    }
    const { fitted } = await runAs(analyst, () => fitJourneyModel('entrants', 'england'));
    expect(fitted.bySchool?.founding[0]?.pairs.map(({ school }) => school).sort()).toEqual([...SCHOOLS].sort());
  });
});

describe('facts of schools and foundation areas in England', () => {
  test('are in the lists of schools and foundation areas', async () => {
    const { columns, rows } = await runAs(analyst, () => readRegister('schools', 'england'));
    const [founded, intake] = [columns.indexOf('founded'), columns.indexOf('annualIntake')];
    expect(rows).toHaveLength(38);
    expect(rows.every((row) => Number(row[founded]) >= 1800 && Number(row[intake]) >= 100)).toBe(true);
  });

  test('give each region the foundation places of the country’s newest year', async () => {
    const places = await runAs(analyst, () => listFoundationPlaces('england'));
    expect(places).toHaveLength(11);
    const known = places.filter(({ annualPlaces }) => annualPlaces !== null);
    expect(known.length).toBeGreaterThan(8);
    expect(known.every(({ annualPlaces, periodLabel }) => (annualPlaces ?? 0) >= 200 && periodLabel === '2025')).toBe(
      true,
    );
  });
});
