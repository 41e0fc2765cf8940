import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, withPublisher } from '@/db/client';
import { readPackCsv } from '@/db/seeds/csv';
import { AreaRow } from '@/db/seeds/pack-rows';
import type { ImportEntry } from '@/lib/contracts/import';
import { getIndicator } from '@/lib/data/figures';
import { roundedTablesOf } from '@/lib/data/journeys/rounded-source';
import { selectLatestPosts, selectRounds } from '@/lib/data/queries/pathway';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { nonZero } from '@/lib/domain/journeys/journey-fixture';
import { tableOf } from '@/lib/domain/journeys/table-of';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const YORKSHIRE = 'TR-yorkshire-and-the-humber';
const NORTH_EAST = 'TR-north-east';
const HEADER = 'period_end,area_code,specialty,level,establishment_fte,in_post_fte';
const DAY = '2026-03-31';
const [LEEDS, ASTON, BARNSLEY, BRADFORD] = ['university-of-leeds', 'aston-medical-school', 'E08000016', 'E08000032'];

let db: Database;
let analyst: Viewer;
let files: ReturnType<typeof importedFiles>;
let yorkshire: ImportEntry;

const posts = (area: string, rows: readonly (readonly [specialty: string, funded: number, inPost: number])[]) =>
  csvOf(
    HEADER,
    rows.map(([specialty, funded, inPost]) => [DAY, area, specialty, 'ST3', funded, inPost]),
  );

/** Vacancy rate of all specialties together, as it is shown. */
const shown = async (area: string) => {
  const { figures } = await runAs(analyst, () => getIndicator('training-vacancy-rate'));
  const figure = figures.find(({ areaCode, breakdown }) => areaCode === area && breakdown === 'all');
  return figure?.measure.kind === 'value' ? [figure.measure.value, figure.denominator] : null;
};

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  files = importedFiles(db, analyst);
  yorkshire = await files.publish(
    'yorkshire.csv',
    posts(YORKSHIRE, [
      ['Cardiology', 60, 54],
      ['Paediatrics', 40, 36],
    ]),
  );
}, 90_000);
afterAll(async () => {
  await db.close();
  files.close();
});

describe('establishment files of the same day', () => {
  test('of another region stand beside the first, and take none of its figures away', async () => {
    const entry = await files.publish('north-east.csv', posts(NORTH_EAST, [['Cardiology', 50, 40]]));
    expect(entry.changes).toMatchObject({ supersedes: [], gone: 0, lostFrom: [], beside: [] });
    expect(await shown(YORKSHIRE)).toEqual([10, 100]);
    expect(await shown(NORTH_EAST)).toEqual([20, 50]);
    await files.withdraw(entry);
  });

  test('with one specialty of a region correct that one, and the total counts the others from the file before', async () => {
    const part = await files.stage('paediatrics.csv', posts(YORKSHIRE, [['Paediatrics', 40, 20]]));
    expect(part.changes).toMatchObject({
      supersedes: [],
      beside: [{ releaseId: yorkshire.releaseId, title: 'yorkshire.csv', missing: 1, shared: 1 }],
    });
    expect(part.flags.find(({ rule }) => rule === 'figures_merged')?.message).toContain('1 rows of other releases');
    const published = await files.publish('paediatrics.csv', `${posts(YORKSHIRE, [['Paediatrics', 40, 20]])}\n`);
    expect(await shown(YORKSHIRE)).toEqual([26, 100]);
    const loaded = await withPublisher(db, (tx) => selectLatestPosts(tx, 'england'));
    expect(loaded.map(({ specialty, inPostFte }) => [specialty, inPostFte])).toEqual([
      ['cardiology', 54],
      ['paediatrics', 20],
    ]);
    await files.withdraw(published);
    expect(await shown(YORKSHIRE)).toEqual([10, 100]);
  });

  test('published after a part was staged is counted in the part’s total too, and leaves it when withdrawn', async () => {
    const part = await files.publish('part.csv', posts(NORTH_EAST, [['Cardiology', 50, 40]]));
    const rest = await files.publish('rest.csv', posts(NORTH_EAST, [['Paediatrics', 50, 50]]));
    expect(await shown(NORTH_EAST)).toEqual([10, 100]);
    await files.withdraw(part);
    expect(await shown(NORTH_EAST)).toEqual([0, 50]);
    await files.withdraw(rest);
  });

  test('with all that the older one has supersede it, and say which figures go with it', async () => {
    const whole = posts(YORKSHIRE, [
      ['Cardiology', 60, 60],
      ['Paediatrics', 40, 40],
      ['Surgery', 20, 20],
    ]);
    const entry = await files.publish('yorkshire-again.csv', whole);
    expect(entry.changes).toMatchObject({ supersedes: [yorkshire.releaseId], gone: 0, beside: [] });
    expect(await shown(YORKSHIRE)).toEqual([0, 120]);
    await files.withdraw(entry);
    expect(await shown(YORKSHIRE)).toEqual([10, 100]);
  });
});

describe('fill', () => {
  const header = 'year,round,area_code,specialty,level,posts,accepts,applicants';
  const rates = (entry: ImportEntry) => files.figures(entry, 'specialty-fill-rate');
  const round = (year: number, name: string, specialty: string, posts: number, accepts: number) => [
    year,
    name,
    YORKSHIRE,
    specialty,
    'ST3',
    posts,
    accepts,
    '',
  ];

  test('of all rounds stands alone; numbered rounds offer the same posts again', async () => {
    const entry = await files.publish(
      'fill.csv',
      csvOf(header, [
        round(2024, '1', 'Cardiology', 120, 90),
        round(2024, '2', 'Cardiology', 30, 10),
        round(2024, 'All', 'Cardiology', 110, 95),
        round(2025, '1', 'Cardiology', 120, 100),
        round(2025, '2', 'Cardiology', 20, 12),
      ]),
    );
    expect((await rates(entry)).map(({ label, numerator, denominator }) => [label, numerator, denominator])).toEqual([
      ['2024', 95, 110],
      ['2025', 112, 120],
    ]);
    expect(entry.flags.map(({ rule, detail }) => [rule, detail])).toEqual(
      expect.arrayContaining([
        ['figures_method', 'rounds and all'],
        ['figures_method', 'several rounds'],
      ]),
    );
  });

  test('of a later round or one specialty counts the rest from the file before', async () => {
    const entry = await files.publish(
      'fill-later.csv',
      csvOf(header, [round(2025, '3', 'Cardiology', 8, 4), round(2025, '1', 'Surgery', 40, 40)]),
    );
    expect((await rates(entry)).map(({ label, numerator, denominator }) => [label, numerator, denominator])).toEqual([
      ['2025', 156, 160],
    ]);
    const loaded = await withPublisher(db, (tx) => selectRounds(tx, 'england'));
    expect(loaded.map(({ year, specialty, posts: offered, accepts }) => [year, specialty, offered, accepts])).toEqual([
      [2024, 'cardiology', 110, 95],
      [2025, 'cardiology', 120, 116],
      [2025, 'surgery', 40, 40],
    ]);
  });

  test('of a whole second round stands beside the first, and all rounds together take the place of both', async () => {
    const specialties = ['Cardiology', 'Surgery'] as const;
    const of = (name: string, posts: number, accepts: number) =>
      csvOf(
        header,
        specialties.map((specialty) => round(2023, name, specialty, posts, accepts)),
      );
    const sums = async (entry: ImportEntry) =>
      (await rates(entry)).map(({ numerator, denominator }) => [numerator, denominator]);
    const first = await files.publish('round-1.csv', of('1', 60, 50));
    const second = await files.publish('round-2.csv', of('2', 10, 6));
    expect(second.changes).toMatchObject({
      supersedes: [],
      beside: [{ releaseId: first.releaseId, missing: 2, shared: 2 }],
    });
    expect(await sums(second)).toEqual([[112, 120]]);
    const again = await files.stage('round-2-again.csv', of('2', 10, 7));
    expect(again.changes?.supersedes).toEqual([second.releaseId]);
    const all = await files.stage('all.csv', of('All', 60, 57));
    expect(all.changes?.supersedes).toEqual([first.releaseId, second.releaseId].sort());
    expect(await sums(all)).toEqual([[114, 120]]);
  });
});

test('a file with one school or one home leaves the other rows of the same years as they are', async () => {
  const header = 'period,home_lad,school_id,entrants,female,male,white,non_white';
  const row = (home: string, school: string, entrants: number) => ['2020-2024', home, school, entrants, '', '', '', ''];
  await files.publish(
    'homes.csv',
    csvOf(header, [row(BARNSLEY, LEEDS, 40), row(BRADFORD, LEEDS, 60), row(BARNSLEY, ASTON, 20)]),
  );
  const part = await files.publish('leeds.csv', csvOf(header, [row(BRADFORD, LEEDS, 80)]));
  expect(part.changes).toMatchObject({ supersedes: [], beside: [{ missing: 2, shared: 1 }] });
  const tables = await runAs(analyst, () => roundedTablesOf('england'));
  const outcome = tables && tableOf(tables.store, 'home_by_school', {});
  expect(outcome?.kind === 'table' && nonZero(outcome.table)).toEqual({
    [`${BARNSLEY}|${LEEDS}`]: 40,
    [`${BRADFORD}|${LEEDS}`]: 80,
    [`${BARNSLEY}|${ASTON}`]: 20,
  });
});

test('retention of two regions stands side by side, and all horizons of all regions give the country', async () => {
  const header = 'cohort_year,area_code,stage,started,still_in_region_1y,still_in_region_3y,still_in_region_5y';
  const line = (area: string) => [2020, area, 'gp', 212, 160, 150, 140];
  const first = await files.publish('retention-yorkshire.csv', csvOf(header, [line(YORKSHIRE)]));
  const second = await files.publish('retention-north-east.csv', csvOf(header, [line(NORTH_EAST)]));
  expect(second.changes?.supersedes).toEqual([]);
  const areasOf = async (entry: ImportEntry) => [
    ...new Set((await files.figures(entry)).map(({ areaCode }) => areaCode)),
  ];
  expect([await areasOf(first), await areasOf(second)]).toEqual([[YORKSHIRE], [NORTH_EAST]]);
  const regions = readPackCsv('areas.csv', AreaRow).flatMap(({ code, type }) =>
    type === 'training_region' ? [code] : [],
  );
  const all = await files.publish('retention-all.csv', csvOf(header, regions.map(line)));
  const england = (await files.figures(all)).filter(({ areaCode }) => areaCode === 'E92000001');
  expect(england.map(({ breakdown, numerator, denominator }) => [breakdown, numerator, denominator])).toEqual([
    ['gp-1y', 1760, 2330],
    ['gp-3y', 1650, 2330],
    ['gp-5y', 1540, 2330],
  ]);
});

test('the preview of retention says which horizons can’t have been counted yet', async () => {
  const header = 'cohort_year,area_code,stage,started,still_in_region_1y,still_in_region_3y,still_in_region_5y';
  const year = new Date().getFullYear() - 2;
  const rows = [
    [year, YORKSHIRE, 'gp', 212, 160, 150, 140],
    [year, NORTH_EAST, 'gp', 212, 160, '', ''],
  ];
  const { flags } = await files.stage('retention-early.csv', csvOf(header, rows));
  const early = flags.filter(({ rule }) => rule === 'quality_range');
  expect(early).toMatchObject([{ count: 2 }]);
  expect(early[0]?.message).toContain(`can’t be counted before ${year + 3}-01-01`);
  expect(early[0]?.message).toContain(`can’t be counted before ${year + 5}-01-01`);
});

test('a cohort that lacks schools and years says that these will no longer be shown', async () => {
  const header =
    'entry_year,home_lad,school_id,sex,ethnicity,imd_quintile,entry_route,foundation_area,foundation_year,specialty_area,specialty_group,career_area,career_type,count';
  const person = (year: number, school: string) => [
    year,
    BARNSLEY,
    school,
    'F',
    'white',
    1,
    'standard',
    ...Array(6).fill(''),
    9,
  ];
  const whole = await files.publish(
    'cohort.csv',
    csvOf(header, [person(2018, LEEDS), person(2018, ASTON), person(2019, LEEDS)]),
  );
  const part = await files.stage('cohort-2020.csv', csvOf(header, [person(2019, LEEDS), person(2020, LEEDS)]));
  expect(part.changes).toMatchObject({
    supersedes: [],
    beside: [{ releaseId: whole.releaseId, missing: 2, shared: 1 }],
  });
  const later = await files.stage('cohort-later.csv', csvOf(header, [person(2021, LEEDS)]));
  expect(later.changes).toMatchObject({ beside: [{ releaseId: whole.releaseId, missing: 3, shared: 0 }] });
});

test('placements of a part of a region’s specialties are refused where another file has the rest', async () => {
  const header = 'trainee_ref,programme,specialty,level,employer_code,site_code,area_code,start,end,wte,notice_weeks';
  const line = (ref: string, specialty: string) => [
    ref,
    'P',
    specialty,
    'ST4',
    'E1',
    'S1',
    YORKSHIRE,
    '2023-08-01',
    '2025-07-31',
    1,
    12,
  ];
  await files.publish('placements.csv', csvOf(header, [line('T1', 'Cardiology'), line('T2', 'Surgery')]));
  await expect(files.publish('placements-part.csv', csvOf(header, [line('T1', 'Cardiology')]))).rejects.toThrow(
    'placements.csv has placements of surgery in TR-yorkshire-and-the-humber at the same time',
  );
});
