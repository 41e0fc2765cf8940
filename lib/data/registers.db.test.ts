import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { GET } from '@/app/api/v1/areas/route';
import { type Database, withPublisher } from '@/db/client';
import { area, auditEvent } from '@/db/schema';
import { exportCommand } from '@/lib/cli/export-command';
import { openApiDocument } from '@/lib/contracts/openapi';
import type { Viewer } from '@/lib/domain/access/access';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { NotFound } from './errors';
import { listAreaEntries, readRegister } from './registers';
import { asViewer, runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));

let db: Database;
let reader: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  reader = await addViewer(db, 'reader@example.test', [OWN_GRANT.analyst]);
  const fiction = { root: 'demonstration', validFrom: '2020-01-01' };
  await withPublisher(db, (tx) =>
    tx.insert(area).values([
      { ...fiction, code: 'XD-orrinmark', name: 'Fiction', type: 'country' },
      { ...fiction, code: 'XD-S1', name: 'School of Fiction', type: 'medical_school', latitude: 1, longitude: 2 },
      { ...fiction, code: 'XD-F1', name: 'Foundation of Fiction', type: 'foundation_area' },
    ]),
  );
});

afterAll(() => db.close());

const exported = (words: readonly string[], options: Record<string, string> = {}) =>
  runAs(reader, () => exportCommand.run({ words: ['export', ...words], options, json: false }, () => {}));

const linesOf = async (what: string, options: Record<string, string> = {}) =>
  (await exported([what], options)).text.split('\r\n');

describe('registers', () => {
  it('have the columns that other programs read, without a byte-order mark', async () => {
    expect((await linesOf('areas'))[0]).toBe('code,name,type,root,validFrom,validTo,lat,lon');
    expect((await linesOf('schools'))[0]).toBe('id,name,root,lat,lon,founded,annualIntake');
    expect((await linesOf('foundation-areas'))[0]).toBe('id,name,root,lat,lon,founded,annualPlaces');
    expect((await linesOf('indicators'))[0]).toMatch(/^id,name,/);
    expect((await linesOf('observations'))[0]).toMatch(/^indicator,indicator_name,unit,area_code,.*,release,note$/);
  });

  it('hold one country where its root is named, by its code or its name', async () => {
    const fiction = 'XD-S1,School of Fiction,XD-orrinmark,1,2,,';
    for (const root of ['XD-orrinmark', 'demonstration'])
      expect((await linesOf('schools', { root })).slice(1)).toEqual([fiction]);
    const england = await linesOf('areas', { root: 'E92000001' });
    expect(england.length).toBeGreaterThan(300);
    expect(england.some((line) => line.includes('XD-'))).toBe(false);
    expect(await linesOf('foundation-areas', { root: 'XD-orrinmark' })).toHaveLength(2);
    expect((await linesOf('observations', { root: 'XD-orrinmark' })).slice(1)).toEqual([]);
  });

  it('refuse a root that isn’t there, and a format that isn’t known', async () => {
    await expect(runAs(reader, () => readRegister('areas', 'nowhere'))).rejects.toThrow(NotFound);
    expect(await exported(['areas'], { format: 'xml' })).toMatchObject({ status: 2 });
    expect(await exported([])).toMatchObject({ status: 2 });
  });

  it('are the same rows as JSON', async () => {
    const { text, document } = await exported(['areas'], { format: 'json', root: 'XD-orrinmark' });
    expect(JSON.parse(text)).toEqual(document);
    expect(JSON.parse(text)).toHaveLength(3);
    expect(JSON.parse(text)[0]).toMatchObject({ root: 'XD-orrinmark', validFrom: '2020-01-01', validTo: null });
  });
});

describe('areas with what took them over', () => {
  const boards = (on?: string) => runAs(reader, () => listAreaEntries('icb', { on }));
  const essex = 'ICB-essex';

  it('are those of a day, with the day on which each ended', async () => {
    expect(await boards('2026-03-31')).toHaveLength(42);
    expect(await boards('2026-04-01')).toHaveLength(36);
    const ended = (await boards('2026-03-31')).filter(({ validTo }) => validTo !== null);
    expect(ended.length).toBeGreaterThanOrEqual(12);
    for (const { successors } of ended) expect(successors.length).toBeGreaterThan(0);
  });

  it('give a split board in shares that add up to all of its residents, and who says so', async () => {
    const split = (await boards('2026-03-31')).find(({ code }) => code === 'E54000023');
    expect(split?.successors.map(({ code, onDate }) => [code, onDate])).toContainEqual([essex, '2026-04-01']);
    expect(split?.successors).toHaveLength(2);
    expect(split?.successors.reduce((sum, { weight }) => sum + (weight ?? 0), 0)).toBeCloseTo(1, 9);
    expect(split?.successors[0]).toMatchObject({
      source: expect.any(String),
      basis: expect.stringContaining('onfirm'),
    });
  });

  it('have none where an area still exists', async () => {
    const [found] = (await boards('2026-04-01')).filter(({ code }) => code === essex);
    expect(found).toMatchObject({ validFrom: '2026-04-01', validTo: null, successors: [] });
  });

  it('are described by the contract that the OpenAPI document is made from', async () => {
    expect(
      await runAs(reader, () => GET(new Request('http://localhost/api/v1/areas?type=icb&on=2026-03-31'))).then((r) =>
        r.json(),
      ),
    ).toEqual({
      areas: await boards('2026-03-31'),
    });
    const { schemas } = Object(openApiDocument('1').components);
    expect(Object.keys(schemas.Area.properties)).toEqual(
      expect.arrayContaining(['validFrom', 'validTo', 'successors']),
    );
    expect(Object.keys(schemas.AreaSuccessor.properties)).toContain('weight');
  });
});

describe('figures of one indicator on the command line', () => {
  it('are CSV, or a workbook in a named file', async () => {
    expect((await exported(['imd-score'], { type: 'icb' })).text).toContain('indicator,indicator_name');
    expect(await exported(['imd-score'], { format: 'xlsx' })).toMatchObject({ status: 2 });
    const { files } = await exported(['imd-score'], { format: 'xlsx', type: 'icb', out: 'a.xlsx' });
    expect(Buffer.from(files?.[0]?.base64 ?? '', 'base64').toString('latin1', 0, 2)).toBe('PK');
  });
});

it('every export of the command is audited: registers, observations and figures as JSON', async () => {
  const admin = await addViewer(db, 'admin@example.test', [OWN_GRANT.admin]);
  const events = () =>
    asViewer(admin, (tx) =>
      tx
        .select()
        .from(auditEvent)
        .where(eq(auditEvent.actorId, reader.userId ?? '')),
    );
  const before = (await events()).length;
  await exported(['areas'], { root: 'england' });
  await exported(['observations'], { format: 'json' });
  await exported(['imd-score'], { format: 'json' });
  const added = (await events()).slice(before);
  expect(added.map(({ action, subject }) => [action, subject]).sort()).toEqual([
    ['figures.export', 'imd-score'],
    ['register.export', 'areas'],
    ['register.export', 'observations'],
  ]);
});

it('figures go into a file as its format says, whatever is printed', async () => {
  const run = (options: Record<string, string>, json: boolean) =>
    runAs(reader, () => exportCommand.run({ words: ['export', 'imd-score'], options, json }, () => {}));
  const bytes = async (options: Record<string, string>) => {
    const { status, document, files } = await run(options, true);
    expect([status, document]).toEqual([0, { written: options.out }]);
    return Buffer.from(files?.[0]?.base64 ?? '', 'base64').toString('latin1');
  };
  expect(await bytes({ format: 'csv', out: 'f.csv' })).toContain('indicator,indicator_name,unit');
  expect((await bytes({ format: 'xlsx', out: 'f.xlsx' })).slice(0, 2)).toBe('PK');
  expect(await run({}, true)).toMatchObject({ status: 0, document: { figures: expect.any(Array) } });
  expect(await run({ format: 'csv' }, true)).toMatchObject({ status: 2 });
  const { text, document } = await run({ format: 'json' }, false);
  expect(JSON.parse(text)).toEqual(document);
});
