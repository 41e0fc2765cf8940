import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestDb } from '@/lib/testing/test-db';
import { type Database, type Executor, withPublisher } from './client';

let db: Database;

const run = (statement: ReturnType<typeof sql>) => withPublisher(db, (tx) => tx.execute(statement));
/** What the database says of a statement; null where it takes it. */
const faultOf = (statement: ReturnType<typeof sql>): Promise<unknown> =>
  run(statement).then(
    () => null,
    (error: unknown) => (error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error)),
  );

type Place = { indicator?: string; area?: string; release?: string };

const addFigure = ({ indicator = 'vacancy', area = 'TR-a', release = 'r1' }: Place) => sql`
  insert into observation (indicator_id, area_code, release_id, period_label, period_start, period_end, breakdown, value, status,
    provenance)
  select indicator, area, release, '2026', '2026-01-01', '2026-12-31', gen_random_uuid()::text, 1, 'value', 'derived'
  from (values ('vacancy', 'TR-b', 'r1'), (${indicator}, ${area}, ${release})) as given(indicator, area, release)`;

const addIndicator = (tx: Executor, id: string) =>
  tx.execute(sql`
    insert into indicator (id, name, short_name, "group", unit, decimals, polarity, display, definition, numerator, denominator, method,
      interval_method, caveat, breakdown_kind, load_hint, sort)
    values (${id}, 'n', 'n', 'g', '%', 1, 'low_good', 'profile', 'd', 'n', 'd', 'm', 'i', 'c', 'none', 'l', 1)`);

beforeAll(async () => {
  db = await createTestDb();
  await withPublisher(db, async (tx) => {
    for (const code of ['TR-a', 'TR-b', 'TR-unused'])
      await tx.execute(
        sql`insert into area (code, name, type, root) values (${code}, ${code}, 'training_region', 'england')`,
      );
    for (const id of ['vacancy', 'unused']) await addIndicator(tx, id);
    await tx.execute(sql`insert into source (id, name, publisher, licence) values ('s', 's', 's', 'OGL')`);
    for (const id of ['r1', 'unused'])
      await tx.execute(sql`insert into release (id, source_id, title) values (${id}, 's', ${id})`);
  });
  await run(addFigure({}));
});

afterAll(() => db.close());

describe('figures refer to what is there', () => {
  it.each([{ indicator: 'none' }, { area: 'TR-none' }, { release: 'none' }])(
    'refuses one of %o among others',
    async (place) => {
      expect(await faultOf(addFigure(place))).toMatch(
        /refers to an indicator, area or release that is not there: .*none/,
      );
    },
  );

  it('refuses to turn a figure to what is not there', async () => {
    expect(await faultOf(sql`update observation set area_code = 'TR-none' where area_code = 'TR-a'`)).toMatch(
      /TR-none/,
    );
  });

  it.each([
    sql`delete from indicator where id = 'vacancy'`,
    sql`delete from area where code in ('TR-a', 'TR-unused')`,
    sql`delete from release`,
    sql`update area set code = 'TR-other' where code = 'TR-b'`,
  ])('keeps what figures refer to (%#)', async (statement) => {
    expect(await faultOf(statement)).toMatch(/figures refer to a row of/);
  });

  it('lets go of what no figure refers to', async () => {
    expect(await faultOf(sql`delete from indicator where id = 'unused'`)).toBeNull();
    expect(await faultOf(sql`update area set name = 'Region A' where code = 'TR-a'`)).toBeNull();
    expect(await faultOf(sql`delete from area where code = 'TR-unused'`)).toBeNull();
    expect(await faultOf(sql`delete from release where id = 'unused'`)).toBeNull();
  });

  // The embedded database has one connection.
  it.skipIf(!process.env.STEAD_TEST_POSTGRES)(
    'holds what a figure refers to until the transaction with it ends',
    async () => {
      let deleting: Promise<unknown> = Promise.resolve(null);
      await withPublisher(db, async (tx) => {
        await addIndicator(tx, 'new');
      });
      await withPublisher(db, async (tx) => {
        await tx.execute(addFigure({ indicator: 'new', area: 'TR-a' }).append(sql` where indicator = 'new'`));
        deleting = faultOf(sql`delete from indicator where id = 'new'`);
        await new Promise((resolve) => setTimeout(resolve, 200));
      });
      expect(await deleting).toMatch(/figures refer to a row of indicator/);
    },
  );

  it.skipIf(!process.env.STEAD_TEST_POSTGRES)(
    'waits for who deletes what a figure refers to, and then refuses it',
    async () => {
      await withPublisher(db, (tx) => addIndicator(tx, 'going'));
      let adding: Promise<unknown> = Promise.resolve(null);
      await withPublisher(db, async (tx) => {
        await tx.execute(sql`delete from indicator where id = 'going'`);
        adding = faultOf(addFigure({ indicator: 'going' }));
        await new Promise((resolve) => setTimeout(resolve, 200));
      });
      expect(await adding).toMatch(/not there: going/);
    },
  );

  it('keeps all rows while there are figures', async () => {
    const truncating = db.executor.execute(sql`truncate indicator cascade`);
    await expect(truncating).rejects.toMatchObject({
      cause: { message: expect.stringContaining('figures refer to rows') },
    });
  });
});
