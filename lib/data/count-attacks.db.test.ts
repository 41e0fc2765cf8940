import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type Database, withPublisher } from '@/db/client';
import type { CountQuery } from '@/lib/contracts/count-table';
import type { Viewer } from '@/lib/domain/access/access';
import type { CountTable, FullTable } from '@/lib/domain/disclosure/count-table';
import { differenceOf, revealsSmallCount } from '@/lib/domain/disclosure/differencing';
import { type CountRange, type ProtectedTable, rangeOf } from '@/lib/domain/disclosure/protected-table';
import { isSmallCount, RULE_SETS, type RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { fullOf, randomTable } from '@/lib/domain/disclosure/table-fixture';
import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { addRelease, periodNumber, publishTable, shapeOf } from '@/lib/testing/count-records';
import { type Belief, type LpAttacker, loadLpAttacker } from '@/lib/testing/lp-attacker';
import { openPublishedDb } from '@/lib/testing/published-db';
import { addViewer, OWN_GRANT } from '@/lib/testing/viewers';
import { getCountTable } from './count-tables';
import { runAs } from './viewer';

vi.mock('@/lib/auth/session', () => ({ readSession: async () => null }));

const THOROUGH = Boolean(process.env.STEAD_THOROUGH);
const TABLES = THOROUGH ? 5_000 : 50;
const FILTER_TABLES = THOROUGH ? 800 : 8;
const PAIRS_PER_TABLE = 25;
const SCOPE_SUBTRACTIONS = THOROUGH ? 1_000 : 20;
const TIMEOUT_MS = 1_800_000;
const NEARLY = 1e-6;
const SHAPE = 'home_area_by_school';
const { requiredWidth } = RULE_SETS.nhs_subnational_1_to_7;

let db: Database;
let attacker: LpAttacker;
let planner: Viewer;
let school: Viewer;
let used = 0;
let batch = 0;
let pairsTried = 0;

beforeAll(async () => {
  db = await openPublishedDb();
  attacker = await loadLpAttacker();
  planner = await addViewer(db, 'planner@example.test', [OWN_GRANT.commissioner]);
  school = await addViewer(db, 'school@example.test', [{ role: 'school', scope: 'column-0' }]);
  await startBatch();
});

afterAll(() => db.close());

const RULES = ['none', 'hesa_rounding_5', 'nhs_subnational_1_to_7'] as const;
const TABLES_OF_A_RELEASE = 50;

const releaseOf = (ruleSet: RuleSetId): string => `${ruleSet} ${batch}`;

/** A release for every 50 tables, the one before withdrawn: a list of thousands would make every reading slow. */
async function startBatch(): Promise<void> {
  await withPublisher(db, (tx) => tx.execute(sql`update release set status = 'withdrawn' where source_id like '% %'`));
  batch += 1;
  for (const ruleSet of RULES) await addRelease(db, releaseOf(ruleSet), ruleSet);
}

type Served = { period: string; source: CountTable; full: FullTable };

/** Publishes a table under a rule, for people of its own period. */
async function serve(source: CountTable, ruleSet: RuleSetId): Promise<Served> {
  used += 1;
  if (used % TABLES_OF_A_RELEASE === 0) await startBatch();
  const period = periodNumber(used);
  const outcome = await publishTable(db, SHAPE, { releaseId: releaseOf(ruleSet), period }, source);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return { period: period.end, source, full: fullOf(source) };
}

const asked = (viewer: Viewer, query: CountQuery) => runAs(viewer, () => getCountTable(SHAPE, query));

/** The whole table put together from the service's answers at every level, as a reader would. */
async function readAsPublished({ period, full }: Served): Promise<ProtectedTable> {
  const views = await Promise.all(shapeOf(SHAPE).rowLevels.map((level) => asked(planner, { period, level })));
  const cells = new Map(views.flatMap(({ rows }) => rows.map((row) => [row.code, row.cells] as const)));
  return {
    ruleSet: views[0]?.source.ruleSet ?? 'none',
    columns: [...full.columns],
    rows: full.rows.map(({ code, parent }) => ({
      code,
      parent: parent === null ? null : (full.rows[parent]?.code ?? null),
      cells: cells.get(code) ?? [],
    })),
  };
}

/** Everything that is shown is taken as known exactly, though it is rounded: the strongest reader. */
const beliefsOf = (table: ProtectedTable, { values }: FullTable, own: readonly number[] = []): Belief[] =>
  table.rows
    .flatMap(({ cells }) => cells)
    .map((cell, at) => {
      const count = values[at] ?? 0;
      const isOpen = cell.kind === 'suppressed' && !own.includes(at);
      return isOpen ? { lowest: 0, highest: Number.POSITIVE_INFINITY } : { lowest: count, highest: count };
    });

const narrowed = (found: readonly Belief[]): number =>
  found.filter(({ lowest, highest }) => highest - lowest < requiredWidth - NEARLY).length;

async function suppressedAndNarrowed(served: Served): Promise<number> {
  const table = await readAsPublished(served);
  const hidden = table.rows
    .flatMap(({ cells }) => cells)
    .flatMap(({ kind }, at) => (kind === 'suppressed' || isSmallCount(served.full.values[at] ?? 0) ? [at] : []));
  return narrowed(attacker.attack(table, beliefsOf(table, served.full), hidden));
}

const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);

async function overTables(count: number, label: string, attack: (label: string) => Promise<number>): Promise<number> {
  const found: number[] = [];
  for (let at = 0; at < count; at += 1) found.push(await attack(`${label} ${at}`));
  return sum(found);
}

describe('what the service returns, attacked by a linear programme', () => {
  test(
    'bounds no suppressed cell to a width below 5',
    async () => {
      const attack = async (label: string) =>
        suppressedAndNarrowed(await serve(randomTable(label), 'nhs_subnational_1_to_7'));
      expect(await overTables(TABLES, 'service', attack)).toBe(0);
    },
    TIMEOUT_MS,
  );

  test('bites: the same counts from a source without the rule are given away', async () => {
    const attack = async (label: string) => suppressedAndNarrowed(await serve(randomTable(label), 'none'));
    expect(await overTables(20, 'service', attack)).toBeGreaterThan(50);
  });
});

type Draw = () => number;
const someOf = (codes: readonly string[], draw: Draw): string[] => {
  const chosen = codes.filter(() => draw() < 0.6);
  return chosen.length > 0 ? chosen : codes.slice(0, 1);
};

/** What a reader knows of the sum that a filter shows: totals are used where there are some, each part is rounded by itself. */
async function rangeOfFilter({ period, full, source }: Served, rows: string[], columns: string[]): Promise<CountRange> {
  const view = await asked(planner, { period, rows, columns });
  const cell = view.rows.at(-1)?.cells.at(-1);
  if (!cell) throw new Error('The service showed no sum');
  const { lowest, highest } = rangeOf(cell, view.source.ruleSet);
  if (highest === lowest || highest === Number.POSITIVE_INFINITY) return { lowest, highest };
  const hasAllRows = rows.length === full.rows.filter(({ isGroup }) => !isGroup).length;
  const hasAllColumns = columns.length === source.columns.length;
  const shown = view.rows.slice(0, rows.length).flatMap(({ cells }) => cells.slice(0, columns.length));
  const parts = Math.min(
    shown.filter(({ kind }) => kind === 'value').length,
    (hasAllRows ? 1 : rows.length) * (hasAllColumns ? 1 : columns.length),
  );
  const extra = (Math.max(1, parts) - 1) * 2;
  return { lowest: Math.max(0, lowest - extra), highest: highest + extra };
}

/** The true count of what a pair of filters differs by. */
const countOf = ({ source }: Served, rows: readonly string[], columns: readonly string[]): number =>
  sum(rows.flatMap((row) => columns.map((column) => source.counts[row]?.[source.columns.indexOf(column)] ?? 0)));

/** Filters that differ by some rows or some columns, subtracted; counts from 1 to 7 that come out. */
async function recoveredByPairs(served: Served, draw: Draw, ruleSet: RuleSetId): Promise<number> {
  const leaves = served.full.rows.filter(({ isGroup }) => !isGroup).map(({ code }) => code);
  const columns = served.source.columns;
  let recovered = 0;
  for (let pair = 0; pair < PAIRS_PER_TABLE; pair += 1) {
    const [wideRows, wideColumns] = [someOf(leaves, draw), someOf(columns, draw)];
    const byRow = draw() < 0.5 && wideRows.length > 1;
    if (!byRow && wideColumns.length < 2) continue;
    pairsTried += 1;
    const part = byRow
      ? await rangeOfFilter(served, wideRows.slice(1), wideColumns)
      : await rangeOfFilter(served, wideRows, wideColumns.slice(1));
    const whole = await rangeOfFilter(served, wideRows, wideColumns);
    const left = byRow
      ? countOf(served, wideRows.slice(0, 1), wideColumns)
      : countOf(served, wideRows, wideColumns.slice(0, 1));
    if (isSmallCount(left) && revealsSmallCount(differenceOf(whole, part), RULE_SETS[ruleSet])) recovered += 1;
  }
  return recovered;
}

describe('filters subtracted from each other', () => {
  test.each(['nhs_subnational_1_to_7', 'hesa_rounding_5'] as const)(
    '%s: no pair recovers a count from 1 to 7',
    async (ruleSet) => {
      const attack = async (label: string) =>
        recoveredByPairs(await serve(randomTable(label), ruleSet), seededGenerator(label), ruleSet);
      expect(await overTables(FILTER_TABLES / 2, `filters ${ruleSet}`, attack)).toBe(0);
    },
    TIMEOUT_MS,
  );

  test('enough pairs were tried', () => {
    expect(pairsTried).toBeGreaterThanOrEqual(THOROUGH ? 10_000 : 100);
  });

  test('bites: without the rule, pairs recover counts from 1 to 7', async () => {
    const attack = async (label: string) =>
      recoveredByPairs(await serve(randomTable(label), 'none'), seededGenerator(label), 'nhs_subnational_1_to_7');
    expect(await overTables(4, 'filters', attack)).toBeGreaterThan(10);
  });
});

/** A school's own column known exactly, taken from the planners' table; small counts of the others that come out. */
async function recoveredByOwner(served: Served): Promise<number> {
  const { full, period } = served;
  const table = await readAsPublished(served);
  const ownView = await asked(school, { period, level: 'icb' });
  if (ownView.columns.map(({ code }) => code).join() !== 'column-0') throw new Error('A school saw more than its own');
  const width = full.columns.length;
  const own = full.rows.map((_, r) => r * width);
  const others = full.values.flatMap((count, at) => {
    const isOther =
      at % width !== 0 && !full.rows[Math.floor(at / width)]?.isGroup && full.columns[at % width] !== 'total';
    return isOther && isSmallCount(count) ? [at] : [];
  });
  return narrowed(attacker.attack(table, beliefsOf(table, full, own), others));
}

const manyColumns = (label: string): CountTable => {
  const source = randomTable(label);
  return source.columns.length > 2 ? source : manyColumns(`${label} again`);
};

describe('a scope subtracted from the whole', () => {
  test(
    'a school that knows its own counts recovers no count from 1 to 7 of another',
    async () => {
      const attack = async (label: string) =>
        recoveredByOwner(await serve(manyColumns(label), 'nhs_subnational_1_to_7'));
      expect(await overTables(SCOPE_SUBTRACTIONS, 'scope', attack)).toBe(0);
    },
    TIMEOUT_MS,
  );

  test('bites: without the rule it recovers them', async () => {
    const attack = async (label: string) => recoveredByOwner(await serve(manyColumns(label), 'none'));
    expect(await overTables(20, 'scope', attack)).toBeGreaterThan(50);
  });
});

describe('releases and shapes', () => {
  const counts: CountTable = {
    rows: ['a', 'b', 'c', 'd'].map((code) => ({ code, parent: null })),
    columns: ['column-0', 'column-1', 'column-2', 'column-3'],
    counts: { a: [3, 40, 50, 60], b: [40, 5, 60, 70], c: [50, 60, 70, 80], d: [60, 70, 80, 90] },
  };
  const kindsOf = (table: ProtectedTable) => table.rows.flatMap(({ cells }) => cells.map(({ kind }) => kind));

  test('what one release hid, the next keeps hidden, though the count has grown', async () => {
    const period = periodNumber(20_000);
    const before = await publishTable(db, SHAPE, { releaseId: releaseOf('nhs_subnational_1_to_7'), period }, counts);
    await addRelease(db, 'second', 'nhs_subnational_1_to_7');
    const grown = { ...counts, counts: { ...counts.counts, a: [33, 40, 50, 60] } };
    const after = await publishTable(db, SHAPE, { releaseId: 'second', period }, grown);
    if (before.kind === 'refused' || after.kind === 'refused') throw new Error('refused');
    const hiddenBefore = kindsOf(before.table).map((kind) => kind === 'suppressed');
    expect(hiddenBefore.some(Boolean)).toBe(true);
    expect(kindsOf(after.table).filter((kind, at) => hiddenBefore[at] && kind !== 'suppressed')).toEqual([]);
  });

  test('a second version of a release, another geography or another rule is refused, and nothing is stored', async () => {
    const period = periodNumber(20_001);
    const subject = { releaseId: releaseOf('nhs_subnational_1_to_7'), period };
    await publishTable(db, SHAPE, subject, counts);
    const others = { ...counts, rows: counts.rows.map(({ code }) => ({ code: `${code}2`, parent: null })) };
    const renamed = {
      ...others,
      counts: Object.fromEntries(Object.entries(counts.counts).map(([k, v]) => [`${k}2`, v])),
    };
    await addRelease(db, 'third', 'nhs_subnational_1_to_7');
    expect(await publishTable(db, SHAPE, { releaseId: 'third', period }, renamed)).toMatchObject({
      reason: 'other_geography',
    });
    expect(await publishTable(db, SHAPE, { releaseId: releaseOf('hesa_rounding_5'), period }, counts)).toMatchObject({
      reason: 'other_rule_set',
    });
    const changed = { ...counts, counts: { ...counts.counts, a: [3, 40, 50, 90] } };
    expect(await publishTable(db, SHAPE, subject, changed)).toMatchObject({ kind: 'refused', reason: 'other_version' });
    const { releaseId } = await asked(planner, { period: period.end });
    expect(releaseId).toBe(releaseOf('nhs_subnational_1_to_7'));
  });
});
