import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, withPublisher, withScope } from '@/db/client';
import { countTable } from '@/db/schema';
import type { CountQuery } from '@/lib/contracts/count-table';
import type { Viewer } from '@/lib/domain/access/access';
import { addCounts, addRelease, periodNumber, publishTable } from '@/lib/testing/count-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT, outcomeFor } from '@/lib/testing/viewers';
import { exportCountTable } from './count-export';
import { publishShares } from './count-publication';
import { getCountTable, listCountTables } from './count-tables';
import { NotFound } from './errors';
import { getIndicator } from './figures';
import { forgetPublished } from './published-store';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));

let db: Database;
let planner: Viewer;
let leeds: Viewer;
let keele: Viewer;
let admin: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  await addCounts(db);
  planner = await addViewer(db, 'planner@example.test', [OWN_GRANT.commissioner]);
  leeds = await addViewer(db, 'leeds@example.test', [OWN_GRANT.school]);
  keele = await addViewer(db, 'keele@example.test', [{ role: 'school', scope: 'keele-university' }]);
  admin = await addViewer(db, 'admin@example.test', [OWN_GRANT.admin]);
});

afterAll(() => db.close());

const SHAPE = 'home_area_by_school';
const read = (viewer: Viewer, query: CountQuery = {}) => runAs(viewer, () => getCountTable(SHAPE, query));

describe('a table of counts', () => {
  test('hides small counts and rounds the rest, with the rule of its source', async () => {
    const view = await read(planner, { level: 'icb' });
    expect(view.source.ruleSet).toBe('nhs_subnational_1_to_7');
    const cells = view.rows.flatMap((row) => row.cells);
    expect(cells.filter(({ kind }) => kind === 'suppressed').length).toBeGreaterThanOrEqual(4);
    expect(cells.every((cell) => cell.kind !== 'value' || cell.count % 5 === 0)).toBe(true);
  });

  test('shows a school its own column and no total, and refuses another school’s', async () => {
    const view = await read(leeds, { level: 'icb' });
    expect(view.columns.map(({ code }) => code)).toEqual(['university-of-leeds']);
    expect(view.ownScope).toBe(true);
    const other = { columns: ['university-of-oxford'] };
    expect(await outcomeFor(leeds, () => getCountTable(SHAPE, other))).toBe('forbidden');
    const both = { columns: ['university-of-leeds', 'university-of-oxford'] };
    expect(await outcomeFor(leeds, () => getCountTable(SHAPE, both))).toBe('forbidden');
    await expect(read(keele)).rejects.toBeInstanceOf(NotFound);
  });

  test('shows a school exactly what planners see of it: another version would be a difference', async () => {
    const own = await read(leeds, { level: 'icb' });
    const all = await read(planner, { level: 'icb' });
    const column = all.columns.findIndex(({ code }) => code === 'university-of-leeds');
    expect(own.rows.map(({ cells }) => cells[0])).toEqual(all.rows.map(({ cells }) => cells[column]));
  });

  test('adds chosen rows and columns up from published counts, hidden as soon as a part is', async () => {
    const all = await read(planner, { level: 'icb' });
    const column = all.columns.findIndex((_, at) => all.rows.every(({ cells }) => cells[at]?.kind === 'value'));
    const columns = [all.columns[column]?.code ?? ''];
    const shown = await read(planner, { rows: ['E54000008', 'E54000010'], columns });
    const counts = shown.rows.map(({ cells }) => (cells[0]?.kind === 'value' ? cells[0].count : 0));
    expect(counts).toHaveLength(3);
    expect(counts[2]).toBe((counts[0] ?? 0) + (counts[1] ?? 0));
    expect(counts[2]).toBeGreaterThan(0);
    const hidden = await read(planner, { rows: ['E54000008', 'E54000010'], columns: ['university-of-leeds'] });
    expect(hidden.rows.at(-1)?.cells[0]).toEqual({ kind: 'suppressed' });
  });

  test.each([
    ['an unknown level', { level: 'local_authority' }],
    ['an unknown row', { rows: ['E99999999'] }],
    ['a period that is not loaded', { period: '2001-01-01' }],
  ])('%s is not found, in words', async (_, query) => {
    await expect(read(planner, query)).rejects.toBeInstanceOf(NotFound);
  });

  test('is exported with a status for every cell and no number where there is none', async () => {
    const { body } = await runAs(planner, () => exportCountTable(SHAPE, { level: 'icb' }, 'csv'));
    const lines = String(body).trim().split('\r\n').slice(1);
    expect(lines).toHaveLength(25);
    expect(lines.filter((line) => line.includes(',suppressed,c,,')).length).toBeGreaterThanOrEqual(4);
  });

  test('an administrator sees none, and the database hides the rows from that role', async () => {
    expect(await runAs(admin, listCountTables)).toEqual([]);
    expect(await outcomeFor(admin, () => getCountTable(SHAPE, {}))).toBe('forbidden');
    const rows = (userId: string) => withScope(db, userId, (tx) => tx.select({ id: countTable.id }).from(countTable));
    expect(await rows(admin.userId)).toEqual([]);
    expect((await rows(planner.userId)).length).toBeGreaterThan(0);
  });

  test('cannot be changed or removed once published, not even by the publisher', async () => {
    const change = withPublisher(db, (tx) => tx.execute(sql`delete from count_table`));
    await expect(change).rejects.toThrow();
  });

  test('a release that was withdrawn is no longer served', async () => {
    await addRelease(db, 'withdrawn', 'hesa_rounding_5');
    const counts = { rows: [{ code: 'a', parent: null }], columns: ['b'], counts: { a: [100] } };
    await publishTable(db, SHAPE, { releaseId: 'withdrawn', period: periodNumber(46_000) }, counts);
    const latest = async () => (await read(planner)).releaseId;
    expect(await latest()).toBe('withdrawn');
    await withPublisher(db, (tx) => tx.execute(sql`update release set status = 'withdrawn' where id = 'withdrawn'`));
    expect(await latest()).toBe('entrants');
  });
});

describe('a share of people, published area by area', () => {
  test('is made of protected counts: nothing finer reaches the figures', async () => {
    await addRelease(db, 'stayers', 'nhs_subnational_1_to_7');
    const areas = ['TR-london', 'TR-wessex', 'TR-north-east', 'TR-west-midlands'];
    const outcome = await withPublisher(db, (tx) =>
      publishShares(
        tx,
        { indicatorId: 'specialty-fill-rate', breakdown: 'test', wholeAreaCode: 'E92000001', base: 'started' },
        { releaseId: 'stayers', period: periodNumber(45_000) },
        areas.map((areaCode, at) => ({ areaCode, parent: null, counted: at === 0 ? 3 : 61 + at, base: 97 + at })),
      ),
    );
    expect(outcome.kind).toBe('published');
    await forgetPublished();
    const { figures } = await runAs(planner, () => getIndicator('specialty-fill-rate'));
    const mine = figures.filter(({ breakdown }) => breakdown === 'test');
    expect(mine).toHaveLength(5);
    const london = mine.find(({ areaCode }) => areaCode === 'TR-london');
    expect(london).toMatchObject({ measure: { kind: 'suppressed' }, numerator: null, denominator: null });
    for (const { numerator, denominator, measure } of mine) {
      if (measure.kind !== 'value') continue;
      expect([(numerator ?? 1) % 5, (denominator ?? 1) % 5]).toEqual([0, 0]);
      expect(measure.value).toBeCloseTo(((numerator ?? 0) / (denominator ?? 1)) * 100, 9);
    }
  });
});
