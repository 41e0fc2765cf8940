import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import type { Database } from '@/db/client';
import { readPackCsv } from '@/db/seeds/csv';
import { AreaRow } from '@/db/seeds/pack-rows';
import { getIndicator } from '@/lib/data/figures';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { csvOf, importedFiles } from '@/lib/testing/imported-files';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { workbookOf } from '@/lib/testing/workbook-fixture';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const ENGLAND = 'E92000001';
const SUPPLY = 'ltla24_code,total_patients,total_gp_fte,patients_per_gp';
const AUTHORITIES = readPackCsv('areas.csv', AreaRow)
  .filter(({ type, root }) => type === 'local_authority' && root === 'england')
  .map(({ code }) => code)
  .sort();
const [FIRST = '', SECOND = ''] = AUTHORITIES;

let db: Database;
let analyst: Viewer;
let files: ReturnType<typeof importedFiles>;

const supply = (codes: readonly string[], patients: number) =>
  csvOf(
    SUPPLY,
    codes.map((code) => [code, patients, 10, patients / 10]),
  );
const shown = async (area: string) => {
  const { figures } = await runAs(analyst, () => getIndicator('patients-per-gp-incl-trainees'));
  const own = figures.find(({ areaCode, period }) => areaCode === area && period.end === '2024-03-31');
  return own?.measure.kind === 'value' ? own.measure.value : null;
};
const warnings = ({ flags }: { flags: readonly { rule: string; message: string }[] }) =>
  flags
    .filter(({ rule, message }) => rule === 'figures_partial' && message.startsWith('The file has'))
    .map((f) => f.message);

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  files = importedFiles(db, analyst);
}, 90_000);
afterAll(async () => {
  await db.close();
  files.close();
});

test('a published file that was cut doesn’t take the place of the whole one, and the preview says how much is missing', async () => {
  const whole = await files.publish('whole.csv', supply(AUTHORITIES, 20_000));
  expect(warnings(whole)).toEqual([]);
  const cut = await files.publish('cut.csv', supply([FIRST], 30_000));
  expect(cut.changes).toMatchObject({
    supersedes: [],
    gone: 0,
    beside: [{ releaseId: whole.releaseId, missing: AUTHORITIES.length - 1, shared: 1 }],
  });
  expect(warnings(cut)).toEqual([
    expect.stringContaining(
      `The file has 1 of the ${AUTHORITIES.length} authorities that whole.csv has; ${AUTHORITIES.length - 1} are missing.`,
    ),
  ]);
  expect([await shown(FIRST), await shown(SECOND)]).toEqual([3_000, 2_000]);

  const again = await files.publish('again.csv', supply(AUTHORITIES, 40_000));
  expect(warnings(again)).toEqual([]);
  expect(again.changes?.supersedes).toEqual([cut.releaseId, whole.releaseId].sort());
  expect([await shown(FIRST), await shown(SECOND)]).toEqual([4_000, 4_000]);
});

test('a published file that was cut gives no figure of England, also where a look-up and residents are loaded', async () => {
  const places = Array.from({ length: 33_755 }, (_, at) => ({
    code: `E010${at + 10_001}`,
    authority: AUTHORITIES[at % AUTHORITIES.length] ?? '',
  }));
  const lookup = csvOf(
    'LSOA21CD,ICB24CD,ICB24CDH,LAD24CD',
    places.map(({ code, authority }) => [code, 'E54000008', 'QYG', authority]),
  );
  const census = csvOf(
    'date,geography,geography code,Residence type: Total; measures: Value',
    places.map(({ code }) => [2021, code, code, 1_500]),
  );
  const inputs = [await files.publish('lookup.csv', lookup), await files.publish('census.csv', census)];
  const whole = await files.publish('supply.csv', supply(AUTHORITIES, 50_000));
  const areasOf = async (entry: typeof whole) => (await files.figures(entry)).map(({ areaCode }) => areaCode);
  expect(await areasOf(whole)).toContain(ENGLAND);
  const cut = await files.stage('supply-cut.csv', supply([FIRST, SECOND], 30_000));
  expect(await areasOf(cut)).toEqual([FIRST, SECOND]);
  for (const entry of [whole, ...inputs]) await files.withdraw(entry);
}, 120_000);

test('a vacancy workbook without a region or a quarter of the one before leaves that one’s shown', async () => {
  const book = (regions: readonly string[], quarters: readonly string[], rate: number) =>
    workbookOf([
      {
        name: 'Medical 2018 onwards',
        rows: [
          ['Total workforce % vacancy rate'],
          ['Region', 'Sector', ...quarters],
          ...regions.map((region) => [region, 'Total', ...quarters.map(() => rate)]),
        ],
      },
    ]);
  const [DECEMBER, MARCH] = ['2025/26 Q3 (Dec-25)', '2025/26 Q4 (Mar-26)'];
  const whole = await files.publish('vacancies.xlsx', book(['London', 'South West'], [DECEMBER, MARCH], 0.07));
  const cut = await files.publish('london.xlsx', book(['London'], [DECEMBER, MARCH], 0.05));
  expect(cut.changes).toMatchObject({
    supersedes: [],
    beside: [{ releaseId: whole.releaseId, missing: 2, shared: 2 }],
  });
  const rates = await runAs(analyst, () => getIndicator('medical-vacancy-rate'));
  const march = rates.figures.filter(({ period }) => period.end === '2026-03-31');
  expect(march.map(({ areaName, measure }) => [areaName, measure.kind === 'value' && measure.value]).sort()).toEqual([
    ['London', expect.closeTo(5)],
    ['South West', expect.closeTo(7)],
  ]);
});

const CORE = 'DATA_MONTH,DATA_LEVEL,NHSE_REGION_CODE,NHSE_REGION_NAME,ICS_CODE,ICS_NAME,ORG_CODE,ORG_NAME';
const NATIONAL = ['2025-10-31', 'National', '', '', '', '', 'ENG', ''];
const TURNOVER = 'PERIOD,TYPE,NHSE_REGION_CODE,NHSE_REGION_NAME,MAIN_STAFF_GROUP,STAFF_GROUP,HC,FTE';
const doctorsOf = (type: string) => ['202410 to 202510', type, '', '', 'Clinical', 'HCHS doctors', 900, 900];
const TYPES = ['Leavers', 'Denominator at start of period', 'Denominator at end of period'];
const vacancies = (...sectors: readonly string[]) =>
  workbookOf([
    {
      name: 'Medical 2018 onwards',
      rows: [
        ['Total workforce % vacancy rate'],
        ['Region', 'Sector', '2024/25 Q3 (Dec-24)'],
        ...sectors.map((sector) => ['London', sector, 0.06]),
      ],
    },
  ]);
const staff = (...groups: readonly string[]) =>
  csvOf(
    `${CORE},MAIN_STAFF_GROUP,STAFF_GROUP_1,HEADCOUNT,FTE`,
    groups.map((group) => [...NATIONAL, 'Clinical', group, 95, 90]),
  );
const grades = (...names: readonly string[]) =>
  csvOf(
    `${CORE},GRADE,SPECIALTY_GROUP,SPECIALTY,FTE`,
    names.map((name) => [...NATIONAL, name, 'All specialty groups', '', 90]),
  );
const turnover = (...types: readonly string[]) => csvOf(TURNOVER, types.map(doctorsOf));

test.each<[string, string | Uint8Array, string | Uint8Array, number]>([
  ['a sector', vacancies('Acute', 'Total'), vacancies('Acute'), 1],
  ['the doctors', staff('HCHS doctors', 'Nurses'), staff('Nurses'), 1],
  ['a grade', grades('Consultant', 'Core training'), grades('Consultant'), 1],
  ['the headcounts', turnover(...TYPES), turnover('Leavers'), 2],
])('a published file without %s of the one before leaves that one published', async (_, content, part, missing) => {
  const type = typeof content === 'string' ? 'csv' : 'xlsx';
  const whole = await files.publish(`parts-whole.${type}`, content);
  const cut = await files.stage(`parts-cut.${type}`, part);
  expect(cut.changes).toMatchObject({ supersedes: [], beside: [{ releaseId: whole.releaseId, missing, shared: 1 }] });
});
