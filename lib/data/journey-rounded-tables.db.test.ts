import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Database } from '@/db/client';
import { addRoundedTable } from '@/lib/testing/cohort-records';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { getJourneyTable } from './journeys';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));

const SETTING_UP_MS = 90_000;
const LEEDS = 'university-of-leeds';
const OXFORD = 'university-of-oxford';

let db: Database;
beforeAll(async () => {
  db = await openPublishedDb();
}, SETTING_UP_MS);
afterAll(() => db.close());

it('tables of journeys come from rounded tables where no cohort is loaded: a pair without a line is nobody, a school without any isn’t loaded', async () => {
  const planner = await addViewer(db, 'planner@example.test', [OWN_GRANT.commissioner]);
  await addRoundedTable(db);
  const view = await runAs(planner, () => getJourneyTable('home_by_school', { from: 'E08000035' }));
  const cellOf = (school: string) => view.rows[0]?.cells[view.columns.findIndex(({ code }) => code === school)];
  expect(view.source).toMatchObject({ kind: 'rounded', roundingBase: 5, releaseId: 'test-home-school' });
  expect(cellOf(LEEDS)).toEqual({ kind: 'value', count: 40, parts: 1, zeros: 0 });
  expect(cellOf('university-of-sheffield')).toEqual({ kind: 'suppressed' });
  expect(cellOf(OXFORD)).toEqual({ kind: 'not_loaded' });
  const regions = await runAs(planner, () => getJourneyTable('home_region_by_school_region', {}));
  expect(regions.rows.flatMap(({ cells }) => cells).some(({ kind }) => kind === 'suppressed')).toBe(true);
});
