import { eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, withPublisher, withScope } from '@/db/client';
import { protectedTables, release } from '@/db/schema';
import { withdrawRelease } from '@/lib/data/imports';
import { forgetPublished, publishedStore } from '@/lib/data/published-store';
import { runAs } from '@/lib/data/viewer';
import type { Viewer } from '@/lib/domain/access/access';
import { RULE_SETS, type RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { findShape } from '@/lib/domain/journeys/journey-shapes';
import type { ProtectionRequest } from '@/lib/domain/journeys/protection/protect-journeys';
import { addCohort, smallCohort } from '@/lib/testing/cohort-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { cohortOf } from './cohort-store';
import { fromBytes, toBytes } from './protected-bytes';
import { protectionKey } from './protection-key';
import { type TableSource, tableSources } from './table-source';

vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));

const TIMEOUT_MS = 120_000;
const SHAPE = 'home_region_by_school_region';

let db: Database;
let analyst: Viewer;

beforeAll(async () => {
  db = await openPublishedDb();
  analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  await addCohort(db);
}, TIMEOUT_MS);

afterAll(() => db.close());

const rows = () => withPublisher(db, (tx) => tx.select().from(protectedTables));

const theRow = async () => {
  const [row] = await rows();
  if (!row) throw new Error('Nothing is kept');
  return row;
};

const setRow = (values: Partial<typeof protectedTables.$inferInsert>) =>
  withPublisher(db, (tx) => tx.update(protectedTables).set(values));

/** As after a restart: nothing that this process has made is used. */
const sourcesAnew = () =>
  runAs(analyst, async (): Promise<TableSource[]> => {
    await forgetPublished();
    return tableSources('england');
  });

const tableAnew = async (id = SHAPE) => {
  const [source] = await sourcesAnew();
  const shape = findShape(id);
  if (!source || !shape) throw new Error('There is no table');
  const outcome = source.table(shape, {});
  if (outcome.kind !== 'table') throw new Error(outcome.kind);
  return outcome.table.cells;
};

const requestNow = (): Promise<ProtectionRequest> =>
  runAs(analyst, async () => {
    await publishedStore();
    const cohort = await cohortOf('england');
    if (!cohort) throw new Error('There is no cohort');
    return { store: cohort.store, ruleSet: RULE_SETS.hesa_rounding_5 };
  });

describe('tables of journeys that are kept', () => {
  test(
    'are those that were protected, and are given again after a restart',
    async () => {
      const made = await tableAnew();
      const { source, releaseId, key, body } = await theRow();
      expect([source, releaseId]).toEqual(['cohort england', 'test-cohort']);
      // What is kept is what is given: its codes withheld, so is every cell.
      const tables = await fromBytes(body, key);
      for (const { published } of tables.cubes.values()) published.fill(-2);
      await setRow({ body: await toBytes(tables, key) });
      const given = await tableAnew();
      expect(given).toHaveLength(made.length);
      expect(new Set(given.map(({ kind }) => kind))).toEqual(new Set(['suppressed']));
      expect(made.some(({ kind }) => kind === 'value')).toBe(true);
    },
    TIMEOUT_MS,
  );

  test(
    'are made again where they are damaged, or were made from something else',
    async () => {
      await withPublisher(db, (tx) => tx.delete(protectedTables));
      const made = await tableAnew();
      const { key, body } = await theRow();
      const elsewhere = await toBytes(await fromBytes(body, key), 'another key');
      for (const damage of [
        { body: body.slice(0, 100) },
        { body: body.map((byte, at) => (at === 1_000 ? byte ^ 1 : byte)) },
        { body: elsewhere },
        { key: 'another key' },
      ]) {
        await setRow(damage);
        expect(await tableAnew()).toEqual(made);
        expect(await theRow()).toMatchObject({ key });
        await expect(fromBytes((await theRow()).body, key)).resolves.toMatchObject({ ruleSet: 'hesa_rounding_5' });
      }
    },
    TIMEOUT_MS,
  );

  test('hold published codes and labels, and no true count', async () => {
    const { key, body } = await theRow();
    const { cubes } = await fromBytes(body, key);
    const { store } = await requestNow();
    expect([...cubes.keys()]).toEqual([...store.cubes.keys()]);
    for (const { published } of cubes.values())
      for (const code of new Set(published)) expect(code < 0 || code % 5 === 0).toBe(true);
  });

  test('have another key where one person, place, band or rule is another', async () => {
    const request = await requestNow();
    const { store } = request;
    const [first] = store.cubes.values();
    if (!first) throw new Error('There is no table');
    const counts = first.counts.map((count, at) => (at === 0 ? count + 1 : count));
    const renamed = first.rows.map((row, at) => (at === 0 ? `${row}x` : row));
    const withCube = (cube: typeof first) => ({ ...store, cubes: new Map([...store.cubes, [first.shape.id, cube]]) });
    const others: ProtectionRequest[] = [
      { ...request, store: withCube({ ...first, counts }) },
      { ...request, store: withCube({ ...first, rows: renamed }) },
      { ...request, store: { ...store, places: { ...store.places, regionOf: new Map() } } },
      { ...request, store: { ...store, bandsKm: [50] } },
      { ...request, store: { ...store, tooLarge: new Set(['home_by_school']) } },
      { ...request, ruleSet: RULE_SETS.nhs_subnational_1_to_7 },
    ];
    expect(new Set([request, ...others].map(protectionKey)).size).toBe(1 + others.length);
    expect(protectionKey({ ...request, store: { ...store } })).toBe(protectionKey(request));
  });

  test('are read by nobody but the publisher', async () => {
    const read = withScope(db, analyst.userId, (tx) => tx.select().from(protectedTables));
    await expect(read).rejects.toThrow();
  });

  test(
    'keep withheld what those of an older cohort withheld by the same rule, and nothing by another',
    async () => {
      const { key, body } = await theRow();
      const hidden = await fromBytes(body, key);
      for (const { published } of hidden.cubes.values()) published.fill(-2);
      const kindsAfter = async (id: string, ruleSet: RuleSetId) => {
        const before = await toBytes({ ...hidden, ruleSet }, key);
        await withPublisher(db, (tx) => tx.delete(protectedTables));
        await withPublisher(db, (tx) =>
          tx.insert(protectedTables).values({ source: 'cohort england', releaseId: 'test-cohort', key, body: before }),
        );
        await addCohort(db, { id, records: [...smallCohort(), ...smallCohort()] });
        await withPublisher(db, (tx) => tx.update(release).set({ dataset: 'cohort' }).where(eq(release.id, id)));
        const cells = await tableAnew();
        await runAs(analyst, () => withdrawRelease(id, 'ordinary', 'Test'));
        return new Set(cells.map(({ kind }) => kind));
      };
      expect(await kindsAfter('later', 'hesa_rounding_5')).toEqual(new Set(['suppressed', 'low']));
      expect(await kindsAfter('later-by-another-rule', 'nhs_subnational_1_to_7')).toContain('value');
    },
    TIMEOUT_MS,
  );

  test(
    'give way to those of a newer cohort, and go when theirs is withdrawn',
    async () => {
      await addCohort(db, { id: 'newer-cohort', ruleSet: 'nhs_subnational_1_to_7' });
      await withPublisher(db, (tx) =>
        tx.update(release).set({ dataset: 'cohort' }).where(eq(release.id, 'newer-cohort')),
      );
      await sourcesAnew();
      expect((await rows()).map(({ releaseId }) => releaseId)).toEqual(['newer-cohort']);
      await runAs(analyst, () => withdrawRelease('newer-cohort', 'ordinary', 'Test'));
      expect(await rows()).toEqual([]);
    },
    TIMEOUT_MS,
  );

  test(
    'are not kept where they are the counts themselves',
    async () => {
      await addCohort(db, { id: 'open-cohort', ruleSet: 'none' });
      expect((await sourcesAnew()).map(({ source }) => source.ruleSet)).toEqual(['none']);
      expect(await rows()).toEqual([]);
    },
    TIMEOUT_MS,
  );
});
