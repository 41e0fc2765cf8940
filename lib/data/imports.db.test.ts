import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { type Database, withPublisher } from '@/db/client';
import { importFile } from '@/db/schema';
import type { ImportEntry } from '@/lib/contracts/import';
import type { Viewer } from '@/lib/domain/access/access';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT, outcomeFor } from '@/lib/testing/viewers';
import { workbookOf } from '@/lib/testing/workbook-fixture';
import { ImportRefused, NotFound } from './errors';
import { getIndicator, listReleases } from './figures';
import { cancelImport, getImport, listImports, publishImport, stageImport, withdrawRelease } from './imports';
import { forgetPublished } from './published-store';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

let db: Database;
let analyst: Viewer;
let manager: Viewer;
let folder: string;

const LEFT_BEHIND = sql`
  with ours as (select id from release where dataset is not null)
  , figures as (delete from observation where release_id in (select id from ours))
  , posts as (delete from establishment), rows as (delete from source_row)
  delete from import_file`;

beforeEach(async () => {
  await withPublisher(db, (tx) => tx.execute(LEFT_BEHIND));
  await withPublisher(db, (tx) =>
    tx.execute(sql`delete from release where dataset is not null and id not in (select release_id from count_table)`),
  );
});

beforeAll(async () => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'stead-imports-'));
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  manager = await addViewer(db, 'manager@example.test', [OWN_GRANT.deanery]);
});
afterAll(async () => {
  await db.close();
  rmSync(folder, { recursive: true });
});

const HEADER = 'period_end,area_code,specialty,level,establishment_fte,in_post_fte';

const write = (name: string, text: string | Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

const request = (file: string) => ({ file, fileName: path.basename(file), isLocalOnly: true });
const stage = (file: string) => runAs(analyst, () => stageImport(request(file)));
const publish = (id: string, on: string | null = null) => runAs(analyst, () => publishImport(id, on));
const vacancies = async (breakdown = 'all') => {
  const { figures } = await runAs(analyst, () => getIndicator('training-vacancy-rate'));
  return figures.filter((figure) => figure.breakdown === breakdown);
};

const posts = (quarter: string, inPost: number, name = quarter) =>
  write(
    `posts-${name}-${inPost}.csv`,
    `${HEADER}\n${quarter},TR-london,Cardiology,ST4,40,${inPost}\n${quarter},TR-london,Psychiatry,CT1,60,60\n`,
  );

async function staged() {
  const Row = z.object({ n: z.coerce.number() });
  const { rows } = z.object({ rows: z.array(Row) }).parse(
    await withPublisher(db, (tx) =>
      tx.execute(sql`select count(*) as n from establishment union all select count(*) from source_row
          union all select count(*) from release where status = 'staged'`),
    ),
  );
  return rows.map(({ n }) => n);
}

test('an entry whose reader was ended is told to be interrupted as soon as somebody looks', async () => {
  const add = (sha256: string) =>
    withPublisher(db, (tx) =>
      tx.insert(importFile).values({ fileName: 'fill.csv', sha256, bytes: 1 }).returning({ id: importFile.id }),
    );
  const [one] = await add('left-behind');
  expect((await runAs(analyst, () => getImport(one?.id ?? ''))).status).toBe('interrupted');
  await add('left-behind too');
  expect((await runAs(analyst, listImports)).map(({ status }) => status)).toEqual(['interrupted', 'interrupted']);
});

describe('importing a file', () => {
  test('stages it with a preview; nothing is shown before it is published', async () => {
    const { entry, duplicate } = await stage(posts('2026-03-31', 30));
    expect(duplicate).toBe(false);
    expect(entry).toMatchObject({
      dataset: 'establishment',
      status: 'ready',
      rows: 2,
      errorTotal: 0,
      changes: { added: 5, changed: 0, same: 0, gone: 0, areasMatched: 1, areasUnknown: [], supersedes: [] },
    });
    expect(await vacancies()).toEqual([]);
    const done = await publish(entry.id);
    expect(done.status).toBe('published');
    const [figure] = await vacancies();
    expect(figure).toMatchObject({ areaCode: 'TR-london', measure: { kind: 'value', value: 10 }, denominator: 100 });
    expect((await vacancies('ST4'))[0]?.measure).toMatchObject({ value: 25 });
  });

  test('lists every error with row, column and value, and stores nothing', async () => {
    const bad = write(
      'bad.csv',
      `${HEADER}\n2026-03-31,TR-london,Cardiology,ST4,many,30\n2026-02-31,TR-london,X,ST4,1,1\n`,
    );
    const { entry } = await stage(bad);
    expect(entry.status).toBe('refused');
    expect(entry.errors.map(({ row, column }) => [row, column])).toEqual([
      [2, 'establishment_fte'],
      [3, 'period_end'],
    ]);
    expect(await staged()).toEqual([0, 0, 0]);
  });

  test('refuses areas that are not there, by code', async () => {
    const { entry } = await stage(write('nowhere.csv', `${HEADER}\n2026-03-31,TR-atlantis,Cardiology,ST4,4,3\n`));
    expect(entry).toMatchObject({
      status: 'refused',
      errors: [{ row: 2, column: 'area_code', value: 'TR-atlantis', rule: 'unknown_area' }],
    });
    expect(await staged()).toEqual([0, 0, 0]);
  });

  test('lists every row of every unknown area, beside all other faults', async () => {
    const rows = Array.from({ length: 60 }, (_, at) => `2026-03-31,TR-atlantis-${at},Cardiology,ST4,4,3`);
    const many = [HEADER, ...rows, '2026-03-31,TR-london,Cardiology,ST4,many,3', ''].join('\n');
    const { entry } = await stage(write('many-nowhere.csv', many));
    expect(entry).toMatchObject({ status: 'refused', rows: 0, errorTotal: 61 });
    expect(new Set(entry.errors.map(({ rule }) => rule)).size).toBe(2);
  });

  test('the same file of which something else is said is one import where that makes no difference to its kind', async () => {
    const own = request(posts('2026-03-31', 32));
    const stageAs = (said: object) => runAs(analyst, () => stageImport({ ...own, ...said }));
    const said = [
      {},
      { given: { period: '2025' } },
      { ruleSet: 'hesa_rounding_5' },
      { given: { areaCode: 'TR-london', roundingBase: 10 } },
    ];
    const outcomes = await Promise.all(said.map(stageAs));
    expect(outcomes.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect(new Set(outcomes.map(({ entry }) => entry.id)).size).toBe(1);
    const [first] = outcomes;
    await publish(first?.entry.id ?? '');
    expect(await stageAs({ ruleSet: 'nhs_subnational_1_to_7' })).toMatchObject({
      duplicate: true,
      entry: { id: first?.entry.id, status: 'published' },
    });
    expect((await staged()).slice(1)).toEqual([0, 0]);
    const ended = (await runAs(analyst, listImports)).filter(({ id }) => id !== first?.entry.id);
    expect(ended).toHaveLength(4);
    for (const entry of ended)
      expect(entry).toMatchObject({ status: 'cancelled', releaseId: null, reject: expect.stringContaining('already') });
  });

  test('a rule that means nothing to a kind of file is told, and keeps nothing from being superseded', async () => {
    const first = await publish((await stage(posts('2026-03-31', 30, 'plain'))).entry.id);
    const file = request(posts('2026-03-31', 36, 'with-rule'));
    const { entry } = await runAs(analyst, () => stageImport({ ...file, ruleSet: 'hesa_rounding_5' }));
    expect(entry).toMatchObject({ ruleSet: 'none', changes: { supersedes: [first.releaseId] } });
    expect(entry.flags).toContainEqual(
      expect.objectContaining({ rule: 'said_not_used', detail: expect.stringContaining('rule') }),
    );
  });

  test('the same file is another import where what is said of it makes another file of it', async () => {
    const file = request(write('programmes.csv', 'Specialty and level,Posts,Accepts\nCardiology ST4,40,30\n'));
    const stageOf = (given: object) => runAs(analyst, () => stageImport({ ...file, given }));
    const [first, other] = [await stageOf({ period: '2024' }), await stageOf({ period: '2025' })];
    const third = await stageOf({ period: '2025', areaCode: 'TR-wessex' });
    expect([first, other, third].map(({ duplicate }) => duplicate)).toEqual([false, false, false]);
    expect(await stageOf({ period: '2025' })).toMatchObject({ duplicate: true, entry: { id: other.entry.id } });
  });

  test('the same file twice is one import, also when twenty come at once', async () => {
    const file = posts('2026-03-31', 31);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => stage(file)));
    expect(outcomes.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
    expect((await runAs(analyst, listImports)).filter(({ fileName }) => fileName === path.basename(file))).toHaveLength(
      1,
    );
    expect((await staged())[0]).toBe(2);
  });

  test('a newer file supersedes the older of the same quarter; withdrawing it brings the older back', async () => {
    const first = await stage(posts('2026-03-31', 30, 'a'));
    await publish(first.entry.id);
    const second = await stage(posts('2026-03-31', 36, 'b'));
    expect(second.entry.changes).toMatchObject({ changed: 3, same: 2, supersedes: [first.entry.releaseId] });
    const done = await publish(second.entry.id);
    expect((await vacancies())[0]?.measure).toMatchObject({ value: 4 });
    await runAs(analyst, () => withdrawRelease(done.releaseId ?? '', 'ordinary', 'Wrong quarter'));
    expect((await vacancies())[0]?.measure).toMatchObject({ value: 10 });
  });

  test('the ledger says who sent a file, and one spelling of a specialty is not two', async () => {
    const twice = `${HEADER}\n2026-03-31,TR-london,Paediatrics,ST4,4,3\n2026-03-31,TR-london,paediatrics ,ST4,5,3\n`;
    const { entry } = await stage(write('spelt-twice.csv', twice));
    expect(entry).toMatchObject({ status: 'refused', errors: [{ row: 3, rule: 'duplicate_key' }] });
    const other = await addViewer(db, 'second-analyst@example.test', [OWN_GRANT.analyst]);
    const sent = (await runAs(other, listImports)).filter(({ id }) => id === entry.id);
    expect(sent.map(({ createdBy }) => createdBy)).toEqual(['analyst@example.test']);
  });

  test('another quarter stands beside the first', async () => {
    await publish((await stage(posts('2025-12-31', 30))).entry.id);
    await publish((await stage(posts('2026-03-31', 36))).entry.id);
    expect((await vacancies()).map(({ period }) => period.end)).toEqual(['2026-03-31', '2025-12-31']);
  });

  test('tells in the preview what checks find in it beside what is shown now', async () => {
    await publish((await stage(posts('2025-12-31', 39))).entry.id);
    const { entry } = await stage(posts('2026-03-31', 9));
    const told = entry.flags.filter(({ rule }) => rule.startsWith('quality_'));
    expect(told.map(({ rule, count }) => [rule, count])).toContainEqual(['quality_jump', 2]);
    expect(told.find(({ rule }) => rule === 'quality_jump')?.message).toMatch(
      /London: From 1 in the period to 2025-12-31/,
    );
    expect(told.find(({ rule }) => rule === 'quality_missing_area')?.message).toContain('East Midlands');
    const old = await stage(posts('2019-03-31', 39));
    expect(old.entry.flags.map(({ rule }) => rule)).not.toContain('quality_stale_source');
  });

  test('tells in the preview that its newest figures are old', async () => {
    const { entry } = await stage(posts('2019-03-31', 39));
    expect(entry.flags.map(({ rule }) => rule)).toContain('quality_stale_source');
  });

  test('tells which published release a new file differs from, but not one that it supersedes', async () => {
    const both = `${HEADER}\n2025-12-31,TR-london,Cardiology,ST4,40,30\n2026-03-31,TR-london,Cardiology,ST4,40,30\n`;
    const first = await publish((await stage(write('two-quarters.csv', both))).entry.id);
    const { entry } = await stage(posts('2026-03-31', 20, 'one-quarter'));
    expect(entry.changes?.supersedes).toEqual([]);
    const told = entry.flags.find(({ rule }) => rule === 'quality_duplicate_key');
    expect(told?.message).toContain(`The releases ${first.releaseId} and ${entry.releaseId} give different values`);
    const again = await stage(write('two-again.csv', both.replaceAll(',30', ',20')));
    expect(again.entry.changes?.supersedes).toEqual([first.releaseId]);
    expect(again.entry.flags.map(({ rule }) => rule)).not.toContain('quality_duplicate_key');
  });

  test('tells which list of boards a file is of, and keeps it with the release', async () => {
    const row = (code: string, day = '2026-03-31') => `${day},${code},Cardiology,ST4,40,30`;
    const file = (name: string, ...rows: string[]) => write(name, `${HEADER}\n${rows.join('\n')}\n`);
    const of = (type: string, entry: ImportEntry) => entry.changes?.areaVintages.filter((one) => one.type === type);
    const before = await stage(file('before.csv', row('E54000027'), row('E54000008')));
    expect(of('icb', before.entry)).toEqual([
      { type: 'icb', from: '2024-04-01', to: '2026-03-31', missing: 40, isMixed: false },
    ]);
    const words = 'integrated care board list from 2024-04-01 to 2026-03-31';
    expect(before.entry.vintage).toContain(words);
    const { releaseId } = await publish(before.entry.id);
    const kept = (await runAs(analyst, listReleases)).find(({ id }) => id === releaseId);
    expect(kept?.vintage).toContain(words);
    const after = await stage(file('after.csv', row('ICB-essex', '2026-06-30')));
    expect(of('icb', after.entry)).toMatchObject([{ from: '2026-04-01', to: null, missing: 35 }]);
    const mixed = await stage(file('mixed.csv', row('E54000027'), row('ICB-essex', '2026-06-30')));
    expect(of('icb', mixed.entry)).toMatchObject([{ isMixed: true }]);
    expect(mixed.entry.vintage).toContain('codes of several lists');
    const unchanged = await stage(file('unchanged.csv', row('E54000008')));
    expect(of('icb', unchanged.entry)).toEqual([]);
  });

  test('refuses areas for days on which they didn’t exist, by row, with those to name instead', async () => {
    const row = (code: string, day: string) => `${day},${code},Cardiology,ST4,40,30`;
    const rows = [
      row('E54000022', '2026-03-31'),
      row('E54000022', '2026-06-30'),
      row('ICB-norfolk-and-suffolk', '2026-03-31'),
      row('TR-london', '1989-12-31'),
    ];
    const { entry } = await stage(write('before-its-time.csv', `${HEADER}\n${rows.slice(0, 3).join('\n')}\n`));
    expect(entry).toMatchObject({ status: 'refused', errorTotal: 2 });
    expect(entry.errors.map(({ row: at, value, rule, message }) => [at, value, rule, message])).toEqual([
      [3, 'E54000022', 'area_not_valid', 'E54000022 ended on 2026-03-31. Use ICB-norfolk-and-suffolk.'],
      [
        4,
        'ICB-norfolk-and-suffolk',
        'area_not_valid',
        'ICB-norfolk-and-suffolk begins on 2026-04-01. Use E54000022 or E54000023.',
      ],
    ]);
    expect(await staged()).toEqual([0, 0, 0]);
    const book = workbookOf([
      {
        name: 'Posts',
        rows: [
          HEADER.split(','),
          [46_112, 'E54000022', 'Cardiology', 'ST4', 40, 30],
          [46_203, 'E54000022', 'Cardiology', 'ST4', 40, 30],
        ],
      },
    ]);
    const dated = await stage(write('before-its-time.xlsx', book));
    expect(dated.entry).toMatchObject({
      status: 'refused',
      errorTotal: 1,
      errors: [{ row: 3, column: 'area_code', value: 'E54000022', rule: 'area_not_valid' }],
    });
    const early = await stage(write('early.csv', `${HEADER}\n${rows[3]}\n`));
    expect(early.entry.errors).toMatchObject([{ row: 2, column: 'period_end', rule: 'out_of_range' }]);
  });

  test('waits for a day to come, and is cancelled with nothing left behind', async () => {
    const { entry } = await stage(posts('2026-03-31', 20));
    const done = await publish(entry.id, '2099-01-01');
    expect(done).toMatchObject({ status: 'scheduled', publishOn: '2099-01-01' });
    expect(await vacancies()).toEqual([]);
    await runAs(analyst, () => cancelImport(entry.id));
    expect(await staged()).toEqual([0, 0, 0]);
    expect((await runAs(analyst, () => getImport(entry.id))).status).toBe('cancelled');
    await expect(publish(entry.id)).rejects.toBeInstanceOf(ImportRefused);
  });

  test('is published on its day: it supersedes what it replaces, and is withdrawn, not discarded, from then on', async () => {
    const first = await stage(posts('2026-03-31', 30, 'shown'));
    await publish(first.entry.id);
    const { entry } = await stage(posts('2026-03-31', 20, 'due'));
    await publish(entry.id, '2099-01-01');
    expect((await vacancies())[0]?.measure).toMatchObject({ value: 10 });
    await withPublisher(db, (tx) =>
      tx.execute(sql`update release set publish_on = '2026-01-02' where publish_on = '2099-01-01'`),
    );
    await forgetPublished();
    const due = await vacancies();
    expect(due.map(({ measure }) => measure)).toMatchObject([{ value: 20 }]);
    expect((await runAs(analyst, () => getImport(entry.id))).status).toBe('published');
    await expect(runAs(analyst, () => cancelImport(entry.id))).rejects.toBeInstanceOf(ImportRefused);
    const releaseId = due[0]?.releaseId ?? '';
    await runAs(analyst, () => withdrawRelease(releaseId, 'ordinary', 'A mistake'));
    expect((await vacancies()).map(({ measure }) => measure)).toMatchObject([{ value: 10 }]);
  });

  test('withdrawing a release that was superseded changes nothing that is shown, and the one after goes back past it', async () => {
    const shown: string[] = [];
    for (const [at, inPost] of [30, 20, 15].entries()) {
      const { entry } = await stage(posts('2026-03-31', inPost, `chain-${at}`));
      shown.push((await publish(entry.id)).releaseId ?? '');
    }
    const withdraw = (id: string | undefined) =>
      runAs(analyst, () => withdrawRelease(id ?? '', 'ordinary', 'A mistake'));
    const values = async () =>
      (await vacancies()).map(({ measure }) => (measure.kind === 'value' ? measure.value : null));
    await withdraw(shown[1]);
    expect(await values()).toEqual([25]);
    await withdraw(shown[2]);
    expect(await values()).toEqual([10]);
  });

  test('an id that can’t be one is not found, and a day that is none is refused in words', async () => {
    await expect(runAs(analyst, () => getImport('x'))).rejects.toBeInstanceOf(NotFound);
    const { entry } = await stage(posts('2026-03-31', 24));
    await expect(publish(entry.id, 'tomorrow')).rejects.toThrow('“tomorrow” is no day');
  });

  test('codes of schools and foundation areas are checked as those of other areas are', async () => {
    const typo = write(
      'typo.csv',
      'period,school_id,foundation_area,graduates,female,male,white,non_white\n2021,xd-kelvarrow,FA-nowhere,50,25,25,30,20\n',
    );
    const { entry } = await stage(typo);
    expect(entry).toMatchObject({ status: 'refused' });
    expect(entry.errors.map(({ value }) => value).sort()).toEqual(['FA-nowhere', 'xd-kelvarrow']);
  });

  test('of two who publish at once one is refused, and it is published once', async () => {
    const { entry } = await stage(posts('2026-03-31', 23));
    const outcomes = await Promise.allSettled([publish(entry.id), publish(entry.id)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await vacancies()).toHaveLength(1);
  });

  test('a cancelled file can be sent again', async () => {
    const file = posts('2026-03-31', 21);
    const first = await stage(file);
    await runAs(analyst, () => cancelImport(first.entry.id));
    expect(await stage(file)).toMatchObject({ duplicate: false, entry: { status: 'ready' } });
  });

  test('a file about single people is refused where others can reach the server', async () => {
    const head = 'trainee_ref,programme,specialty,level,employer_code,site_code,area_code,start,end,wte,notice_weeks';
    const file = write('placements.csv', `${head}\nT1,P,Cardiology,ST4,E1,S1,TR-london,2025-08-01,2026-07-31,1,12\n`);
    const { entry } = await runAs(analyst, () => stageImport({ ...request(file), isLocalOnly: false }));
    expect(entry.status).toBe('refused');
    expect(entry.reject).toContain('second factor');
    expect(entry).toMatchObject({ rows: 0, errorTotal: 1, errors: [{ rule: 'refused', message: entry.reject }] });
    expect(await staged()).toEqual([0, 0, 0]);
    expect((await stage(file)).entry.status).toBe('ready');
  });

  test('errors of a file about single people, or of one that nothing is known of, are kept without the cells', async () => {
    const head = 'trainee_ref,programme,specialty,level,employer_code,site_code,area_code,start,end,wte,notice_weeks';
    const rows = [
      't-janedoe,P,Cardiology,ST4,E1,S1,TR-london,soon,2026-07-31,1,12',
      't-janedoe,P,Cardiology,ST4,E1,S1,Doe Jane,2025-08-01,2026-07-31,1,12',
      't-janedoe,P,Cardiology,Doe Jane,E1,S1,TR-london,2025-08-01,2026-07-31,1,12',
      't-janedoe,P,Cardiology,ST4,E1,S1,jane-doe,2025-08-01,2026-07-31,1,12',
      't-janedoe,P,Cardiology,jane-doe,E1,S1,TR-london,2025-08-01,2026-07-31,1,12',
      't-janedoe,P,Cardiology,university-of-leeds,E1,S1,TR-london,2025-08-01,2026-07-31,1,12',
    ];
    for (const [at, row] of rows.entries()) {
      const { entry } = await stage(write(`people-${at}.csv`, `${head}\n${row}\n`));
      expect(entry).toMatchObject({ status: 'refused', dataset: 'placements', errorTotal: 1 });
      expect(entry.errors).toMatchObject([{ row: 2, value: '', message: expect.stringMatching(/\w/) }]);
      expect(JSON.stringify(entry.errors)).not.toMatch(/janedoe|jane-doe|soon|Doe Jane|leeds/);
    }
    for (const place of ['TR-atlantis', 'E99999999', 'university-of-leeds']) {
      const { entry } = await stage(write(`${place}.csv`, `${head}\n${rows[3]?.replace('jane-doe', place)}\n`));
      expect(entry.errors).toMatchObject([{ row: 2, column: 'area_code', value: place }]);
    }
    const unknown = await stage(write('unknown.csv', 'who,what\nJane Doe,x,y\n'));
    expect(unknown.entry.dataset).toBeNull();
    expect(JSON.stringify(unknown.entry.errors)).not.toContain('Jane');
  });

  test('nothing is kept of a row about a person that stands where headers should, nor of a refused file that is discarded', async () => {
    const row = 'John Smith GMC7654321,P,Cardiology,ST4,E1,S1,TR-london,2025-08-01,2026-07-31,1,12';
    const { entry } = await stage(write('headerless.csv', `${row}\n${row.replace('John', 'Jane')}\n`));
    expect(entry).toMatchObject({ status: 'refused', reject: 'no_header', headers: [] });
    expect(JSON.stringify(entry)).not.toMatch(/Smith|7654321/);
    const lacking = await stage(write('lacking.csv', `${HEADER.replace('level', 'Jane Doe')}\n`));
    expect(lacking.entry).toMatchObject({ status: 'refused', headers: expect.arrayContaining(['Jane Doe']) });
    const discarded = await runAs(analyst, () => cancelImport(lacking.entry.id));
    expect(discarded).toMatchObject({ status: 'cancelled', headers: [], errors: [] });
    expect(JSON.stringify(discarded)).not.toContain('Jane');
  });

  test('so is the individual GP workforce', async () => {
    const head =
      'YEAR,Month,COMM_REGION_CODE,COMM_REGION_NAME,ICB_CODE,ICB_NAME,SUB_ICB_CODE,SUB_ICB_NAME,DATA_SOURCE,UNIQUE_IDENTIFIER,STAFF_GROUP,DETAILED_STAFF_ROLE,STAFF_ROLE,COUNTRY_QUALIFICATION_AREA,COUNTRY_QUALIFICATION_GROUP,AGE_BAND,AGE_YEARS,GENDER,FTE';
    const row =
      '2025,October,Y63,North East,QHM,NENC,84H,Durham,Collected,abc1,GP,GP Partner,Partner,UK,UK,40-44,42,F,0.8';
    const file = write('individual.csv', `${head}\n${row}\n`);
    const { entry } = await runAs(analyst, () => stageImport({ ...request(file), isLocalOnly: false }));
    expect([entry.status, entry.reject]).toEqual(['refused', expect.stringContaining('second factor')]);
    expect((await stage(file)).entry).toMatchObject({ status: 'ready', ruleSet: 'nhs_subnational_1_to_7' });
  });

  test('retention becomes shares made of protected counts', async () => {
    const head = 'cohort_year,area_code,stage,started,still_in_region_1y,still_in_region_3y,still_in_region_5y';
    const rows = ['TR-london', 'TR-wessex', 'TR-north-east', 'TR-west-midlands'].map(
      (code, at) => `2022,${code},foundation,${80 + at},${at === 0 ? 77 : 50 + at},,`,
    );
    const file = write('retention.csv', `${head}\n${rows.join('\n')}\n`);
    const { entry } = await runAs(analyst, () => stageImport({ ...request(file), ruleSet: 'nhs_subnational_1_to_7' }));
    expect(entry.status).toBe('ready');
    await publish(entry.id);
    const { figures } = await runAs(analyst, () => getIndicator('retention-in-region'));
    const shown = figures.filter(({ breakdown }) => breakdown === 'foundation-1y');
    expect(shown.map(({ areaCode }) => areaCode).sort()).toEqual([
      'TR-london',
      'TR-north-east',
      'TR-wessex',
      'TR-west-midlands',
    ]);
    const london = shown.find(({ areaCode }) => areaCode === 'TR-london');
    expect(london?.measure.kind).toBe('suppressed');
    expect(shown.every(({ denominator }) => denominator === null || denominator % 5 === 0)).toBe(true);
  });

  test('retention of a few people is protected without a rule given, and one region is no figure of England', async () => {
    const head = 'cohort_year,area_code,stage,started,still_in_region_1y,still_in_region_3y,still_in_region_5y';
    const file = write('retention-few.csv', `${head}\n2021,TR-wessex,core,4,1,,\n2021,TR-wessex,gp,83,51,,\n`);
    const { entry } = await stage(file);
    expect(entry.ruleSet).toBe('hesa_rounding_5');
    await publish(entry.id);
    const { figures } = await runAs(analyst, () => getIndicator('retention-in-region'));
    const shown = figures.filter(({ period }) => period.label === '2021');
    expect(
      shown.map(({ areaCode, breakdown, numerator, denominator, measure }) => [
        areaCode,
        breakdown,
        numerator,
        denominator,
        measure.kind,
      ]),
    ).toEqual([
      ['TR-wessex', 'core-1y', null, null, 'suppressed'],
      ['TR-wessex', 'gp-1y', 50, 85, 'value'],
    ]);
  });

  test('only analysts import', async () => {
    const file = posts('2026-03-31', 22);
    for (const work of [() => stageImport(request(file)), listImports, () => withdrawRelease('x', 'ordinary', 'y')])
      expect(await outcomeFor(manager, work)).toBe('forbidden');
  });
});
