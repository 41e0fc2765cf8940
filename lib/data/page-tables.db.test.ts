import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { GET } from '@/app/api/exports/[table]/route';
import type { Database } from '@/db/client';
import { isPageTable, PAGE_TABLES, type PageTable } from '@/lib/contracts/page-tables';
import { CONTENT_TYPES } from '@/lib/contracts/table-file';
import type { Viewer } from '@/lib/domain/access/access';
import { addCohort, addYoungPeople } from '@/lib/testing/cohort-records';
import { importedFiles } from '@/lib/testing/imported-files';
import { type Named, PAGE_TABLE_CASES } from '@/lib/testing/page-table-cases';
import { placementsCsv, randomGroups } from '@/lib/testing/placement-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addRegionRecords } from '@/lib/testing/region-records';
import { draftWith, TYPED_NORTH_EAST } from '@/lib/testing/scenario-draft';
import { addViewer, NE, OWN_GRANT, YH } from '@/lib/testing/viewers';
import { zipEntries } from '@/lib/testing/zip-entries';
import { createAccessToken } from './access-tokens';
import { listAuditEvents } from './accounts';
import { listReleases } from './figures';
import { getImport, listImports } from './imports';
import { getPlacementStability } from './placement-stability';
import { listScenarios, saveAndRun } from './scenarios';
import { getSchoolReach } from './school-reach';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));
vi.mock('next/headers', () => ({ headers: async () => new Headers() }));

const PEOPLE = ['deanery', 'school', 'commissioner', 'analyst', 'admin', 'no grant'] as const;
type Person = (typeof PEOPLE)[number];
const TABLES = Object.keys(PAGE_TABLES).filter(isPageTable);
const FORMULA = '=HYPERLINK("http://example.test","x")';

let db: Database;
let files: ReturnType<typeof importedFiles>;
let people: Record<Person, Viewer>;
let named: Record<'own' | 'other', Named>;
let secret = '';

async function addRefusedImport(): Promise<string> {
  const refused = await files.stage(
    'fill.csv',
    `year,round,area_code,specialty,level,posts,accepts\n2025,all,=1+1,x,ST3,a,b\n`,
  );
  return refused.id;
}

beforeAll(async () => {
  db = await openPublishedDb();
  const add = (role: Exclude<Person, 'no grant'>) =>
    addViewer(db, `${role.replace(' ', '-')}@example.test`, [OWN_GRANT[role]]);
  people = {
    deanery: await add('deanery'),
    school: await add('school'),
    commissioner: await add('commissioner'),
    analyst: await add('analyst'),
    admin: await add('admin'),
    'no grant': await addViewer(db, 'nobody@example.test', []),
  };
  files = importedFiles(db, people.analyst);
  await addYoungPeople(db);
  await addCohort(db);
  const groups = randomGroups('page-tables', [YH, NE, 'TR-wessex'], ['medicine', 'surgery', 'radiology']);
  await files.publish('placements.csv', placementsCsv(groups));
  const importId = await addRefusedImport();
  const elsewhere = await addViewer(db, 'north-east@example.test', [{ role: 'deanery', scope: NE }]);
  const own = await addRegionRecords(people.deanery, YH);
  const other = await addRegionRecords(elsewhere, NE);
  named = {
    own: { ...own, schoolCode: 'university-of-leeds', importId },
    other: { ...other, schoolCode: 'university-of-oxford', importId },
  };
  const made = await runAs(people.deanery, async () => {
    await saveAndRun({ ...draftWith({ areaCode: YH, typed: [TYPED_NORTH_EAST] }), name: FORMULA });
    return createAccessToken({ name: '@SUM(1+1)', scopes: ['figures'], days: 1 });
  });
  secret = made.ok ? made.token : '';
}, 120_000);

afterAll(async () => {
  files.close();
  await db.close();
});

function call(person: Person | null, table: string, query: Readonly<Record<string, string>>, format = 'csv') {
  const request = new Request(`http://localhost/api/exports/${table}?${new URLSearchParams({ ...query, format })}`);
  const get = () => GET(request, { params: Promise.resolve({ table }) });
  return person === null ? get() : runAs(people[person], get);
}

type Row = Readonly<Record<string, string>>;
const Rows = z.array(z.record(z.string(), z.string()));

async function rowsOf(person: Person, table: PageTable, query: Readonly<Record<string, string>> = {}): Promise<Row[]> {
  const response = await call(person, table, query);
  expect(response.status).toBe(200);
  return Rows.parse(parse(await response.text(), { bom: true, columns: true }));
}

const CASES = TABLES.flatMap((table) =>
  PEOPLE.flatMap((person) =>
    (['own', 'other'] as const).map((scope, at) => ({
      table,
      person,
      scope,
      status: PAGE_TABLE_CASES[table].rule[person][at] ?? 0,
    })),
  ),
);

describe('files of the tables of pages', () => {
  it.each(CASES)('$table, $person, $scope: $status', async ({ table, person, scope, status }) => {
    const response = await call(person, table, PAGE_TABLE_CASES[table].query(named[scope]));
    expect(response.status).toBe(status);
    if (status !== 200) return;
    expect(response.headers.get('content-type')).toBe(CONTENT_TYPES.csv);
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="stead-[\w.-]+\.csv"$/);
  });

  it.each(TABLES)('%s is for nobody who is not signed in, and not for a token', async (table) => {
    const query = PAGE_TABLE_CASES[table].query(named.own);
    expect((await call(null, table, query)).status).toBe(401);
    const address = `http://localhost/api/exports/${table}?${new URLSearchParams({ ...query, format: 'csv' })}`;
    const request = new Request(address, { headers: { authorization: `Bearer ${secret}` } });
    expect((await GET(request, { params: Promise.resolve({ table }) })).status).toBe(401);
  });

  it('refuses a table that there is not, a format, and a key that means nothing', async () => {
    expect((await call('admin', 'passwords', {})).status).toBe(404);
    expect((await call('admin', 'toString', {})).status).toBe(404);
    expect((await call('admin', 'accounts', {}, 'json')).status).toBe(400);
    expect((await call('admin', 'accounts', { q: 'x' })).status).toBe(400);
    expect((await call('analyst', 'import-errors', { import: 'x' })).status).toBe(404);
    expect((await call('deanery', 'briefing', { briefing: 'x', part: 'position' })).status).toBe(403);
  });

  it('names no one’s records of another region', async () => {
    const [scenarios, own] = [await rowsOf('deanery', 'scenarios'), await runAs(people.deanery, listScenarios)];
    expect(scenarios.map(({ scenario }) => scenario)).toEqual(own.map(({ id }) => id));
    expect(new Set(scenarios.map(({ area_code }) => area_code))).toEqual(new Set([YH]));
    expect(await rowsOf('school', 'scenarios')).toEqual([]);
    const briefings = await rowsOf('deanery', 'briefings');
    expect(briefings.map(({ briefing }) => briefing)).toContain(named.own.briefingId);
    expect(briefings.map(({ briefing }) => briefing)).not.toContain(named.other.briefingId);
  });

  it('has every measure of the runs that are compared, and refuses all of them with one of another region', async () => {
    const { pathwayRunId: own } = named.own;
    const rows = await rowsOf('deanery', 'compared-runs', { runs: own, part: 'outcomes' });
    expect(rows.map(({ run }) => run)).toEqual(Array.from({ length: 12 }, () => own));
    const both = { runs: `${own},${named.other.pathwayRunId}`, part: 'outcomes' };
    expect((await call('deanery', 'compared-runs', both)).status).toBe(403);
    expect((await call('deanery', 'compared-runs', { runs: 'x', part: 'outcomes' })).status).toBe(400);
  });

  it('holds one’s own tokens without a secret or its hash', async () => {
    const response = await call('deanery', 'tokens', {});
    const text = await response.text();
    expect(text).toContain(secret.slice(0, 16));
    expect(text).not.toContain(secret.split('_')[2] ?? secret);
    expect(text).not.toMatch(/[0-9a-f]{64}/);
    expect(await rowsOf('admin', 'tokens')).toEqual([]);
  });

  it('is audited, by table and subject', async () => {
    await rowsOf('deanery', 'under-doctored', { area: YH });
    const [newest] = await runAs(people.admin, listAuditEvents);
    expect(newest).toMatchObject({ action: 'table.export', subject: `under-doctored ${YH}` });
  });
});

describe('what stands in the files', () => {
  it('is the ledger, and the errors of one import, as the page has them', async () => {
    const [rows, entries] = [await rowsOf('analyst', 'imports'), await runAs(people.analyst, listImports)];
    expect(rows.map((row) => [row.import, row.sha256, Number(row.errors)])).toEqual(
      entries.map(({ id, sha256, errorTotal }) => [id, sha256, errorTotal]),
    );
    const entry = await runAs(people.analyst, () => getImport(named.own.importId));
    const errors = await rowsOf('analyst', 'import-errors', { import: named.own.importId });
    expect(entry.errors.length).toBeGreaterThan(1);
    expect(errors.map(({ column, rule, message }) => ({ column, rule, message }))).toEqual(
      entry.errors.map(({ column, rule, message }) => ({ column, rule, message })),
    );
  });

  it('is every release, with source, licence, status and country', async () => {
    const [rows, releases] = [await rowsOf('school', 'releases'), await runAs(people.school, listReleases)];
    expect(rows.map(({ release, licence, status }) => [release, licence, status])).toEqual(
      releases.map(({ id, licence, status }) => [id, licence, status]),
    );
    expect(new Set(rows.map(({ root }) => root))).toEqual(new Set(['E92000001']));
  });

  it('is placement stability as shown: the same numbers, and suppressed ones only as their mark', async () => {
    const choice = { specialty: 'radiology', level: null, before: null };
    const shown = await runAs(people.deanery, () => getPlacementStability(YH, choice));
    const rows = await rowsOf('deanery', 'placement-stability', { area: YH, specialty: 'radiology' });
    const latest = rows.filter(({ year, area_code }) => year === 'latest' && area_code === YH);
    expect(latest).toHaveLength(shown.rows.length);
    const marks = { value: '', suppressed: 'c', not_applicable: 'z', not_loaded: 'x', low: 'low' } as const;
    expect(latest.map(({ value, status_mark }) => [value, status_mark])).toEqual(
      shown.rows.map(({ own }) => {
        const measure = own.latest?.measure ?? { kind: 'not_loaded' as const };
        return [measure.kind === 'value' ? String(measure.value) : '', marks[measure.kind]];
      }),
    );
    for (const row of rows) expect(row.status_mark === '').toBe(row.value !== '');
    for (const row of latest) expect(row).toHaveProperty('disclosure_rule');
  });

  it('has suppressed figures of placements, so that their marks are put to the test', async () => {
    const all = await Promise.all(
      ['medicine', 'surgery', 'radiology'].flatMap((specialty) =>
        [YH, NE].map((area) => rowsOf('deanery', 'placement-stability', { area, specialty })),
      ),
    );
    const leveled = await Promise.all(
      ['ST1', 'ST2', 'ST3'].map((level) =>
        rowsOf('deanery', 'placement-stability', { area: YH, specialty: 'radiology', level }),
      ),
    );
    const marks = [...all, ...leveled].flat().map(({ status_mark }) => status_mark);
    expect(marks).toContain('c');
    expect(marks).toContain('');
  });

  it('is a school’s home authorities, in the order of the page, with no more than it shows', async () => {
    const { home } = await runAs(people.school, () => getSchoolReach('university-of-leeds', {}));
    if (home.kind === 'absent') throw new Error(home.words);
    const rows = await rowsOf('school', 'home-authorities', {
      school: 'university-of-leeds',
      sort: 'name',
      dir: 'asc',
    });
    const byName = home.authorities.toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
    expect(rows.map((row) => [row.authority_code, row.entrants])).toEqual(
      byName.map(({ code, entrants }) => [code, entrants.kind === 'value' ? String(entrants.value) : '']),
    );
    expect(new Set(rows.map(({ status }) => status)).size).toBeGreaterThan(1);
    for (const row of rows) expect(row.entrants === '').toBe(row.status_mark !== '');
  });

  it('marks what isn’t loaded among the figures of a home page, and gives each figure its papers', async () => {
    const rows = await rowsOf('commissioner', 'training-regions');
    expect(rows).toHaveLength(4 * 11);
    for (const row of rows) {
      if (row.status === 'value')
        for (const paper of ['source', 'licence', 'release', 'period']) expect(row[paper]).not.toBe('');
      else expect(row).toMatchObject({ value: '', status: 'not_loaded', status_mark: 'x' });
    }
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(['value', 'not_loaded']));
  });

  it('says by its name, a column and the metadata that a country is fictional', async () => {
    const invented = await call('deanery', 'catalogue', { country: 'demonstration' });
    expect(invented.headers.get('content-disposition')).toContain('stead-catalogue-demonstration.csv');
    expect(await invented.text()).toContain('XD-orrinmark');
    const real = await call('deanery', 'catalogue', {});
    expect(real.headers.get('content-disposition')).toContain('"stead-catalogue.csv"');
  });
});

describe('text that a spreadsheet would run', () => {
  it.each([
    ['deanery', 'scenarios', {}, FORMULA],
    ['deanery', 'tokens', {}, '@SUM(1+1)'],
    ['analyst', 'import-errors', 'import', '=1+1'],
  ] as const)('%s, %s: is no formula in CSV', async (person, table, query, formula) => {
    const asked = query === 'import' ? { import: named.own.importId } : query;
    const rows = await rowsOf(person, table, asked);
    const cells = rows.flatMap((row) => Object.values(row));
    expect(cells.some((cell) => cell.startsWith(`'${formula}`))).toBe(true);
    expect(cells.filter((cell) => /^[=+@\t\r]/.test(cell))).toEqual([]);
  });

  it('is text in a workbook', async () => {
    const response = await call('deanery', 'scenarios', {}, 'xlsx');
    expect(response.headers.get('content-type')).toBe(CONTENT_TYPES.xlsx);
    const files = zipEntries(Buffer.from(await response.arrayBuffer()));
    expect(files.get('xl/sharedStrings.xml')).toContain('<t>=HYPERLINK(');
    for (const [name, text] of files) expect(text, name).not.toMatch(/<f[ >]/);
  });
});
