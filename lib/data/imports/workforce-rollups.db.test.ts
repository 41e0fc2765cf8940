import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { readPackCsv } from '@/db/seeds/csv';
import { AreaRow } from '@/db/seeds/pack-rows';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { type FixtureCell, workbookOf } from '@/lib/testing/workbook-fixture';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

/** NHS codes of all boards. */
const BOARDS = readPackCsv('areas.csv', AreaRow).flatMap(({ note }) => /ODS code (Q\w\w)/.exec(note ?? '')?.[1] ?? []);
const ENGLAND = 'E92000001';
const LONDON = 'E40000003';

let db: Database;
let files: ReturnType<typeof importedFiles>;

beforeAll(async () => {
  db = await openPublishedDb();
  files = importedFiles(db, await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]));
}, 90_000);
afterAll(async () => {
  await db.close();
  files.close();
});

describe('the vacancy workbook', () => {
  const table = (title: string, rows: FixtureCell[][]): FixtureCell[][] => [
    [title],
    ['Region', 'Sector', '2025/26 Q3 (Dec-25)', '2025/26 Q4 (Mar-26)'],
    ...rows,
    [],
  ];
  const sheet = (scale: number): FixtureCell[][] => [
    ...table('Total workforce vacancy FTE', [
      ['London', 'Acute', 900, 800],
      [null, 'Total', 1_000, 900],
      ['England', 'Total', 7_000, 6_500],
    ]),
    ...table('Total workforce % vacancy rate', [
      ['London', 'Acute', 0.06 * scale, 0.05 * scale],
      [null, 'Total', 0.07 * scale, 0.062 * scale],
      ['England', 'Total', 0.058 * scale, '-'],
    ]),
  ];

  test('gives medical rates of England and its regions by quarter and sector; other staff give none', async () => {
    const workbook = workbookOf([
      { name: 'Medical 2018 onwards', rows: sheet(1) },
      { name: 'Nursing 2018 onwards', rows: sheet(2) },
    ]);
    const figures = await files.figures(await files.publish('vacancies.xlsx', workbook));
    expect(
      figures.map(({ areaCode, breakdown, label, value, numerator }) => [areaCode, breakdown, label, value, numerator]),
    ).toEqual([
      [LONDON, 'acute', '31 December 2025', expect.closeTo(6), 900],
      [LONDON, 'acute', '31 March 2026', expect.closeTo(5), 800],
      [LONDON, 'all', '31 December 2025', expect.closeTo(7), 1_000],
      [LONDON, 'all', '31 March 2026', expect.closeTo(6.2), 900],
      [ENGLAND, 'all', '31 December 2025', expect.closeTo(5.8), 7_000],
    ]);
    expect(new Set(figures.map(({ indicatorId }) => indicatorId))).toEqual(new Set(['medical-vacancy-rate']));
  });
});

describe('turnover', () => {
  const HEADER = 'PERIOD,TYPE,NHSE_REGION_CODE,NHSE_REGION_NAME,MAIN_STAFF_GROUP,STAFF_GROUP,HC,FTE';
  const CLINICAL = 'Professionally qualified clinical staff';
  const rows = (
    region: string,
    group: string,
    [leavers, start, end]: readonly [number, number, number],
    period: string,
  ) =>
    [
      [period, 'Leavers', leavers],
      [period, 'Joiners', 999],
      [period, 'Denominator at start of period', start],
      [period, 'Denominator at end of period', end],
    ].map(([time = '', type = '', heads = 0]) => [time, type, region, '', CLINICAL, group, heads, heads]);
  const YEAR = '202410 to 202510';

  test('gives leavers over the mean of both headcounts, doctors only, each level as published', async () => {
    const text = csvOf(HEADER, [
      ...rows('', 'HCHS doctors', [14_000, 135_000, 145_000], YEAR),
      ...rows('Y56', 'HCHS doctors', [5_000, 30_000, 34_000], YEAR),
      ...rows('Y56', 'Nurses & health visitors', [9_000, 60_000, 61_000], YEAR),
      ...rows('', 'HCHS doctors (excluding doctors in training)', [5_000, 70_000, 74_000], YEAR),
    ]);
    const figures = await files.figures(await files.publish('turnover.csv', text));
    expect(figures.map((one) => [one.indicatorId, one.areaCode, one.label, one.value, one.denominator])).toEqual([
      ['all-doctors-leaver-rate', LONDON, 'Oct 2024 to Oct 2025', 15.625, 32_000],
      ['all-doctors-leaver-rate', ENGLAND, 'Oct 2024 to Oct 2025', 10, 140_000],
      ['hospital-doctor-leaver-rate-excl-trainees', ENGLAND, 'Oct 2024 to Oct 2025', expect.closeTo(6.944, 3), 72_000],
    ]);
  });

  test('takes headcounts of earlier files from their dated rows', async () => {
    const dated = (day: string, heads: number) => [day, 'Denoms', '', '', CLINICAL, 'HCHS doctors', heads, heads];
    const text = csvOf(HEADER, [
      ['202309 to 202409', 'Leavers', '', '', CLINICAL, 'HCHS doctors', 12_000, 11_000],
      dated('30/09/2023', 118_000),
      dated('30/09/2024', 122_000),
    ]);
    const [figure, ...others] = await files.figures(await files.publish('turnover-2024.csv', text));
    expect(figure).toMatchObject({ value: 10, numerator: 12_000, denominator: 120_000, end: '2024-09-30' });
    expect(others).toEqual([]);
  });
});

describe('hospital doctors', () => {
  test('are counted at one level and once, for England and the NHS regions', async () => {
    const header =
      'DATA_MONTH,DATA_LEVEL,NHSE_REGION_CODE,NHSE_REGION_NAME,ICS_CODE,ICS_NAME,ORG_CODE,ORG_NAME,GRADE,SPECIALTY_GROUP,SPECIALTY,FTE';
    const row = (level: string, region: string, org: string, grade: string, fte: number) => [
      '2025-10-31',
      level,
      region,
      '',
      '',
      '',
      org,
      '',
      grade,
      'All specialty groups',
      '',
      fte,
    ];
    const text = csvOf(header, [
      row('National', '', 'ENG', 'All grades', 140_000),
      row('National', '', 'ENG', 'Consultant', 60_000),
      row('Region', 'Y56', 'Y56', 'All grades', 30_000),
      row('Region', 'Y56', 'Y56', 'Consultant', 12_000),
      row('Organisation', 'Y56', 'RJ1', 'All grades', 2_000),
    ]);
    const figures = await files.figures(await files.publish('doctors.csv', text));
    expect(
      figures.map(({ areaCode, numerator, denominator, label }) => [areaCode, numerator, denominator, label]),
    ).toEqual([
      [LONDON, 30_000, 8_799_810, '31 October 2025'],
      [ENGLAND, 140_000, 56_490_108, '31 October 2025'],
    ]);
  });

  test('are summed over grades where the file has no total, and taken from all staff by their group', async () => {
    const header =
      'DATA_MONTH,DATA_LEVEL,NHSE_REGION_CODE,NHSE_REGION_NAME,ICS_CODE,ICS_NAME,ORG_CODE,ORG_NAME,MAIN_STAFF_GROUP,STAFF_GROUP_1,HEADCOUNT,FTE';
    const row = (group: string, fte: number) => [
      '2025-10-31',
      'National',
      '',
      '',
      '',
      '',
      'ENG',
      '',
      'Clinical',
      group,
      fte + 5,
      fte,
    ];
    const text = csvOf(header, [row('HCHS doctors', 139_000), row('All staff groups', 1_300_000)]);
    const figures = await files.figures(await files.publish('core1.csv', text));
    expect(figures.map(({ areaCode, numerator }) => [areaCode, numerator])).toEqual([[ENGLAND, 139_000]]);
  });
});

describe('specialty fill rates', () => {
  const TEXT = csvOf('Specialty and level,Posts,Accepts,Fill rate %', [
    ['Anaesthetics ST4', 40, 36, 90],
    ['Core Surgical Training CT1', 20, 20, 100],
    ['Paediatrics ST1', 30, 27, 90],
    ['Total', 95, 83, 87.4],
  ]);

  test('need their year and area, and the preview says so', async () => {
    const entry = await files.stage('fill-2025.csv', TEXT);
    expect(entry.changes).toMatchObject({ figures: 0 });
    expect(entry.flags.map(({ rule }) => rule)).toContain('figures_missing');
  });

  test('are summed by level without the printed total; the time and area given are kept with the release', async () => {
    const entry = await files.publish('fill-england.csv', TEXT.replace('95,83', '96,83'), {
      period: '2025',
      areaCode: ENGLAND,
    });
    expect(entry.vintage).toBe('2025, E92000001');
    expect(entry.flags.find(({ detail }) => detail === 'printed total')?.message).toContain(
      'prints 96 posts as its total and has 90 in its rows',
    );
    const figures = await files.figures(entry);
    expect(
      figures.map(({ indicatorId, breakdown, numerator, denominator }) => [
        indicatorId,
        breakdown,
        numerator,
        denominator,
      ]),
    ).toEqual([
      ['specialty-fill-england-by-specialty', 'Anaesthetics ST4', 36, 40],
      ['specialty-fill-england-by-specialty', 'Core Surgical Training CT1', 20, 20],
      ['specialty-fill-england-by-specialty', 'Paediatrics ST1', 27, 30],
      ['specialty-fill-rate', 'CT1/ST1', 47, 50],
      ['specialty-fill-rate', 'ST4', 36, 40],
      ['specialty-fill-rate', 'all', 83, 90],
    ]);
  });

  test('of a file that was cut give its own programmes, and no total beside the whole file', async () => {
    const given = { period: '2025', areaCode: ENGLAND };
    const part = csvOf('Specialty and level,Posts,Accepts,Fill rate %', [
      ['Anaesthetics ST4', 40, 30, 75],
      ['Paediatrics ST1', 30, 20, 66.7],
    ]);
    const entry = await files.stage('fill-cut.csv', part, given);
    const made = (await files.figures(entry)).map(({ indicatorId, breakdown }) => [indicatorId, breakdown]);
    expect(made).toEqual([
      ['specialty-fill-england-by-specialty', 'Anaesthetics ST4'],
      ['specialty-fill-england-by-specialty', 'Paediatrics ST1'],
    ]);
    expect(entry.flags.find(({ detail }) => detail === 'totals')?.message).toContain('no totals');
    const wessex = await files.stage('fill-cut-wessex.csv', `${part}\n`, { period: '2025', areaCode: 'TR-wessex' });
    expect(await files.figures(wessex, 'specialty-fill-rate')).toHaveLength(3);
  });

  test('of another region don’t supersede those of the first', async () => {
    const given = { period: '2025', areaCode: 'TR-wessex' };
    const entry = await files.stage('fill-wessex.csv', TEXT.replace('95,83', '97,83'), given);
    expect(entry.changes).toMatchObject({ supersedes: [], added: 3 });
  });
});

describe('GP practices', () => {
  const HEADER = 'PRAC_CODE,PRAC_NAME,ICB_CODE,COMM_REGION_CODE,TOTAL_PATIENTS,TOTAL_GP_HC,TOTAL_GP_FTE';
  const rows = (icb: string, at: string, patients: number | string, fte: number | string) => [
    `A${at}`,
    'Practice',
    icb,
    'Y62',
    patients,
    5,
    fte,
  ];

  test('give patients per GP of boards and England on the day given; a practice without a number counts in neither sum', async () => {
    const text = csvOf(HEADER, [
      ...BOARDS.map((board, at) => rows(board, `${20_001 + at}`, board === 'QOP' ? 12_000 : 9_000, 5)),
      rows('QYG', '10002', 7_000, 'ND'),
    ]);
    expect((await files.stage('practices.csv', text)).flags.map(({ rule }) => rule)).toContain('figures_missing');
    const entry = await files.publish('practices-dated.csv', `${text}\n`, { period: '2026-03-31' });
    const figures = await files.figures(entry, 'patients-per-gp-incl-trainees');
    expect(figures).toHaveLength(42 + 7 + 11 + 1);
    const valueIn = (code: string) => figures.find(({ areaCode }) => areaCode === code)?.value;
    expect([valueIn('E54000008'), valueIn('E54000057')]).toEqual([1_800, 2_400]);
    expect(valueIn(ENGLAND)).toBeCloseTo((41 * 9_000 + 12_000) / (42 * 5), 10);
  });

  test('of some boards give these only, and the preview says so', async () => {
    const text = csvOf(HEADER, [rows('QYG', '10001', 9_000, 5)]);
    const entry = await files.stage('practices-part.csv', text, { period: '2026-06-30' });
    expect((await files.figures(entry)).map(({ areaCode }) => areaCode)).toEqual(['E54000008']);
    expect(entry.flags.find(({ rule }) => rule === 'figures_partial')?.message).toContain('no practice of 41 boards');
  });

  test('printed totals that are not the sum of their roles are told, and no figure is made of them', async () => {
    const text = csvOf('PRAC_CODE,PRAC_NAME,STAFF_GROUP,DETAILED_STAFF_ROLE,MEASURE,VALUE', [
      ['A81001', 'Surgery', 'GP', 'Salaried', 'FTE', 1.5],
      ['A81001', 'Surgery', 'GP', 'Partner', 'FTE', 2],
      ['A81001', 'Surgery', 'GP', 'Total', 'FTE', 5],
    ]);
    const entry = await files.stage('practice-high.csv', text);
    expect(entry.changes).toMatchObject({ figures: 0 });
    expect(entry.flags.map(({ rule }) => rule)).toEqual(['published_total_differs_from_sum', 'figures_missing']);
    expect(entry.flags[1]?.message).toContain('does not say of which day it is');
    const dated = await files.stage('practice-high-dated.csv', `${text}\n`, { period: '2026-03-31' });
    expect(dated.changes).toMatchObject({ figures: 0 });
    expect(dated.flags[1]).toMatchObject({
      rule: 'figures_missing',
      message: expect.stringContaining('Figures wait for patients registered at a practice by LSOA'),
    });
  });
});

describe('allocations', () => {
  test('are of the year in the name of the file, or of the one given; one year does not supersede another', async () => {
    const header = 'Practice_Code,GP_Practice_Name,ICB,Rcode,LAD,Population,Final WP,Final PMC WP';
    const text = csvOf(
      header,
      BOARDS.map((board, at) => [
        `A8${1_000 + at}`,
        'Surgery',
        board,
        'Y63',
        'E06000004',
        1_000,
        board === 'QHM' ? 3_050 : 950,
        1_000,
      ]),
    );
    const named = await files.publish('2025_2026.csv', text);
    expect(named.vintage).toContain('2025/26');
    expect(
      (await files.figures(named, 'need-index-core')).filter(({ areaCode }) => areaCode === 'E54000050'),
    ).toMatchObject([
      { label: '2025/26', end: '2026-03-31', value: expect.closeTo(3.05, 10), numerator: 3_050, denominator: 1_000 },
    ]);
    const given = await files.stage('allocations.csv', `${text}\n`, { period: '2026/27' });
    expect(given.changes?.supersedes).toEqual([]);
    expect((await files.figures(given))[0]?.label).toBe('2026/27');
    const neither = await files.stage('allocations.csv', `${text}\n\n`);
    expect(neither.changes).toMatchObject({ figures: 0 });
  });
});
