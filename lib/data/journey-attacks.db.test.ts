import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, withPublisher } from '@/db/client';
import type { JourneyTableQuery, JourneyTableView } from '@/lib/contracts/journeys';
import { loadDemonstration } from '@/lib/data/demonstration';
import { cohortOf } from '@/lib/data/journeys/cohort-store';
import { forgetPublished, publishedStore } from '@/lib/data/published-store';
import type { Viewer } from '@/lib/domain/access/access';
import type { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { FIXED_VALUES } from '@/lib/domain/journeys/journey-record';
import { findShape } from '@/lib/domain/journeys/journey-shapes';
import { tableOf } from '@/lib/domain/journeys/table-of';
import { JourneyReader, type Nesting } from '@/lib/testing/journey-attacker';
import { type LpAttacker, loadLpAttacker } from '@/lib/testing/lp-attacker';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { getJourneyTable, listJourneyTables } from './journeys';
import { runAs } from './viewer';

vi.mock('@/lib/jobs/runner', () => import('@/lib/testing/jobs-in-process'));
vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));
vi.mock('@/lib/jobs/read-in-worker', () => import('@/lib/testing/read-in-process'));

const THOROUGH = Boolean(process.env.STEAD_THOROUGH);
const TARGETS = THOROUGH ? 2_000 : 150;
const TIMEOUT_MS = 1_800_000;
const country = 'demonstration';

let db: Database;
let attacker: LpAttacker;
let nesting: Nesting;
let school: string;

beforeAll(async () => {
  db = await openPublishedDb();
  attacker = await loadLpAttacker();
  const analyst = await addViewer(db, 'analyst@example.test', [OWN_GRANT.analyst]);
  await runAs(analyst, () => loadDemonstration(() => {}));
  nesting = await runAs(analyst, readNesting);
}, TIMEOUT_MS);

afterAll(() => db.close());

async function readNesting(): Promise<Nesting> {
  await publishedStore();
  const cohort = await cohortOf(country);
  if (!cohort) throw new Error('No cohort');
  const { regionOf, boardOf, schools } = cohort.places;
  school = schools[0] ?? '';
  return new Map([
    [
      'home',
      [
        { coarse: 'home_region', of: regionOf },
        { coarse: 'home_board', of: boardOf },
      ],
    ],
    ['school', [{ coarse: 'school_region', of: regionOf }]],
    ['foundation_area', [{ coarse: 'foundation_region', of: regionOf }]],
  ]);
}

const VALUES: Readonly<Record<string, readonly string[]>> = {
  ...FIXED_VALUES,
  quintile: [...FIXED_VALUES.quintile, 'unknown'],
};

/** Every table that the service lists for this reader, whole, by each period, and by each value that narrows it. */
async function readAll(viewer: Viewer, ruleSet: RuleSetId): Promise<JourneyReader> {
  const reader = new JourneyReader(ruleSet);
  for await (const view of viewsOf(viewer)) reader.read(view);
  return reader;
}

async function* viewsOf(viewer: Viewer): AsyncGenerator<JourneyTableView> {
  for (const { shape, characteristics, periods } of await runAs(viewer, () => listJourneyTables(country))) {
    const narrowings: JourneyTableQuery[] = [
      {},
      ...characteristics.flatMap((by) => (VALUES[by] ?? []).map((value) => ({ [by]: value }))),
      ...periods.map(({ clock, label }) => ({ clock, period: label })),
    ];
    for (const narrowing of narrowings)
      yield await runAs(viewer, () => getJourneyTable(shape, { country, ...narrowing }));
  }
}

const filterOf = ({ filter: { clock = 'entry', period, sex, ethnicity, quintile, route } }: JourneyTableView) => ({
  ...(period === undefined ? {} : { period: { clock, label: period } }),
  ...Object.fromEntries(Object.entries({ sex, ethnicity, quintile, route }).filter(([, value]) => value !== undefined)),
});

/** What staff know of every table that they are given, narrowed or not: the counts of their own school. */
async function knowOwn(reader: JourneyReader, viewer: Viewer): Promise<number> {
  const cohort = await runAs(viewer, () => cohortOf(country));
  let known = 0;
  for await (const view of viewsOf(viewer)) {
    const found = findShape(view.shape);
    const truth = cohort && found ? tableOf(cohort.store, view.shape, filterOf(view)) : null;
    if (truth?.kind !== 'table' || (found?.rows !== 'school' && found?.columns !== 'school')) continue;
    const { rows, columns, counts } = truth.table;
    reader.know(view, (row, column) => {
      if ((found.rows === 'school' ? row : column) !== school) return null;
      known += 1;
      return counts[rows.indexOf(row) * columns.length + columns.indexOf(column)] ?? null;
    });
  }
  return known;
}

/** The cohort under another rule, as if it had been imported so. */
async function putUnder(ruleSet: RuleSetId): Promise<void> {
  await withPublisher(db, (tx) =>
    tx.execute(
      sql`update source set rule_set = ${ruleSet} where id in (select source_id from release where dataset = 'cohort')`,
    ),
  );
  await forgetPublished();
}

describe.each(['hesa_rounding_5', 'nhs_subnational_1_to_7'] as const)(
  'tables of journeys, all that a reader may have, attacked by a linear programme: %s',
  (ruleSet) => {
    beforeAll(() => putUnder(ruleSet), TIMEOUT_MS);

    test.each(['commissioner', 'analyst', 'school'] as const)(
      '%s works out no count from 1 to 7',
      async (role) => {
        const grant = role === 'school' ? { role, scope: school } : OWN_GRANT[role];
        const viewer = await addViewer(db, `${role}-${ruleSet}@example.test`, [grant]);
        const reader = await readAll(viewer, ruleSet);
        reader.tie(nesting);
        const targets = reader.targets(TARGETS);
        expect(targets.length).toBe(TARGETS);
        expect(reader.recovered(attacker, targets)).toBe(0);
      },
      TIMEOUT_MS,
    );

    test(
      'a school that knows its own people exactly, by every group and period, works out nothing of the others',
      async () => {
        const viewer = await addViewer(db, `insider-${ruleSet}@example.test`, [{ role: 'school', scope: school }]);
        const reader = await readAll(viewer, ruleSet);
        expect(await knowOwn(reader, viewer)).toBeGreaterThan(1_000);
        reader.tie(nesting);
        const targets = reader.targets(TARGETS, school);
        expect(targets.length).toBe(TARGETS);
        expect(reader.recovered(attacker, targets)).toBe(0);
      },
      TIMEOUT_MS,
    );
  },
);
