import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { type Database, withPublisher } from '@/db/client';
import { createTestDb } from '@/lib/testing/test-db';
import { exactSum } from './area-sums';

let db: Database;
beforeAll(async () => {
  db = await createTestDb();
}, 60_000);
afterAll(() => db.close());

const Sums = z.object({ rows: z.tuple([z.object({ exact: z.number().nullable(), plain: z.number().nullable() })]) });

/** Both sums of the values, added in their order. */
const sumsOf = async (values: readonly (number | null)[]) => {
  const array = sql`${sql.param(values)}::float8[]`;
  const result = await withPublisher(db, (tx) =>
    tx.execute(sql`select ${exactSum(sql`x`)} as exact, sum(x) as plain from unnest(${array}) as given(x)`),
  );
  return Sums.parse(result).rows[0];
};

test('a sum of fractions is the same to the last digit in any order', async () => {
  const fractions = [0.1, 1e6 / 3, 0.7, 2 / 7, 1e-7, 123456.789];
  const [ahead, back] = [await sumsOf(fractions), await sumsOf(fractions.toReversed())];
  expect(ahead.plain).not.toBe(back.plain);
  expect(ahead.exact).toBe(back.exact);
  expect(ahead.exact).toBeCloseTo(ahead.plain ?? 0, 8);
  expect((await sumsOf([0.1, 0.2])).exact).toBe(0.3);
});

test('what is empty adds nothing, and of nothing there is no sum', async () => {
  expect((await sumsOf([null, 2.5])).exact).toBe(2.5);
  expect((await sumsOf([null])).exact).toBeNull();
});
