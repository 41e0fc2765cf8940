import { describe, expect, test } from 'vitest';
import { seededGenerator } from '@/lib/domain/statistics/seeded-generator';
import { admitTable, differenceOf, revealsSmallCount, type TableRecord } from './differencing';
import { primarySuppression } from './primary-suppression';
import { NO_CIRCUMSTANCES, protectTable } from './protect-table';
import { type CountRange, cellAt, type ProtectedTable, rangeOf } from './protected-table';
import { type Selection, sumOf } from './protected-view';
import { RULE_SETS } from './rule-set';
import { fullOf, primaryOnly, randomTable } from './table-fixture';

const THOROUGH_TIMEOUT_MS = 600_000;
const PAIRS = process.env.STEAD_THOROUGH ? 10_000 : 300;
const SCOPES = process.env.STEAD_THOROUGH ? 1_000 : 100;
const PAIRS_PER_TABLE = 20;

const nhs = RULE_SETS.nhs_subnational_1_to_7;
const isSmall = (count: number) => count >= 1 && count <= 7;
const exactly = (count: number): CountRange => ({ lowest: count, highest: count });
const labels = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix} ${i}`);

const protectedOf = (label: string, circumstances = NO_CIRCUMSTANCES): ProtectedTable => {
  const outcome = protectTable(randomTable(label), nhs, circumstances);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.table;
};

interface World {
  readonly label: string;
  readonly leaves: readonly string[];
  readonly columns: readonly string[];
  readonly trueCount: (rows: readonly string[], columns: readonly string[]) => number;
}

const worldOf = (label: string): World => {
  const { columns, counts } = randomTable(label);
  const trueCount = (rows: readonly string[], chosen: readonly string[]) =>
    rows.reduce(
      (sum, row) => sum + chosen.reduce((part, column) => part + (counts[row]?.[columns.indexOf(column)] ?? 0), 0),
      0,
    );
  return { label, leaves: Object.keys(counts), columns, trueCount };
};

/** Two filters, the second inside the first: whatever the first has and the second hasn't can be had by subtraction. */
const filterPair = ({ leaves, columns }: World, draw: () => number) => {
  const some = (codes: readonly string[], share: number) => {
    const chosen = codes.filter(() => draw() < share);
    return chosen.length > 0 ? chosen : codes.slice(0, 1);
  };
  const whole = { rows: some(leaves, 0.8), columns: draw() < 0.5 ? columns : some(columns, 0.7) };
  const byRows = draw() < 0.5;
  const part = {
    rows: byRows ? some(whole.rows, 0.6) : whole.rows,
    columns: byRows ? whole.columns : some(whole.columns, 0.6),
  };
  return { whole, part };
};

type View = (selection: Selection & { rows: readonly string[]; columns: readonly string[] }) => CountRange | null;

/** How many true counts from 1 to 7 the differences of random filter pairs give away. */
const recovered = (pairs: number, viewsOf: (world: World) => View): number =>
  labels('filters', Math.ceil(pairs / PAIRS_PER_TABLE)).reduce((found, label) => {
    const world = worldOf(label);
    const view = viewsOf(world);
    const draw = seededGenerator(`pairs of ${label}`);
    const hits = Array.from({ length: PAIRS_PER_TABLE }, () => filterPair(world, draw)).filter(({ whole, part }) => {
      const [larger, smaller] = [view(whole), view(part)];
      const truth = world.trueCount(whole.rows, whole.columns) - world.trueCount(part.rows, part.columns);
      return larger && smaller && isSmall(truth) && revealsSmallCount(differenceOf(larger, smaller), nhs);
    });
    return found + hits.length;
  }, 0);

/** What a reader knows of a sum of published cells: the published total where there is one, else the sum of the ranges. */
const protectedView = ({ label }: World): View => {
  const table = protectedOf(label);
  return (selection) => {
    const sum = sumOf(table, selection);
    if (sum.kind === 'refused' || sum.cell.kind !== 'value') return null;
    // The narrowest reading: as if the sum were one rounded cell, though the errors of several add up.
    return rangeOf(sum.cell, table.ruleSet);
  };
};

/** What a product does that counts for each filter, withholds 1 to 7 and shows the rest. */
const countedPerFilter =
  ({ trueCount }: World): View =>
  ({ rows, columns }) => {
    const count = trueCount(rows, columns);
    return isSmall(count) ? null : exactly(count);
  };

describe('subtracting one filtered view from another', () => {
  test(
    'recovers no count from 1 to 7',
    () => {
      expect(recovered(PAIRS, protectedView)).toBe(0);
    },
    THOROUGH_TIMEOUT_MS,
  );

  test('bites: views counted for each filter give small counts away', () => {
    expect(recovered(300, countedPerFilter)).toBeGreaterThan(5);
  });
});

/** Small counts of everybody else that a row's owner gets by taking their exact row from column totals. */
const recoveredByOwner = (label: string, publish: (label: string) => ProtectedTable, exact: boolean): number => {
  const world = worldOf(label);
  const table = publish(label);
  return world.leaves.reduce((found, own) => {
    const others = world.leaves.filter((row) => row !== own);
    const hits = world.columns.filter((column) => {
      const total = cellAt(table, 'total', column);
      if (total?.kind !== 'value' || !isSmall(world.trueCount(others, [column]))) return false;
      const range = exact ? exactly(total.count) : rangeOf(total, table.ruleSet);
      return revealsSmallCount(differenceOf(range, exactly(world.trueCount([own], [column]))), nhs);
    });
    return found + hits.length;
  }, 0);
};

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);

describe("subtracting one's own scope from the total", () => {
  test(
    'recovers no count from 1 to 7 of everybody else',
    () => {
      const publish = (label: string) => protectedOf(label, { owners: ['rows'], earlier: [] });
      expect(sum(labels('scope', SCOPES).map((label) => recoveredByOwner(label, publish, false)))).toBe(0);
    },
    THOROUGH_TIMEOUT_MS,
  );

  test('bites: exact totals beside exact own rows give them away', () => {
    const publish = (label: string) => primaryOnly(fullOf(randomTable(label)));
    expect(sum(labels('scope', 100).map((label) => recoveredByOwner(label, publish, true)))).toBeGreaterThan(10);
  });
});

describe('admitTable', () => {
  const source = (changed = 9) => ({
    rows: ['a', 'b', 'c', 'd'].map((code) => ({ code, parent: null })),
    columns: ['x', 'y', 'z'],
    counts: { a: [changed, 40, 31], b: [22, 18, 27], c: [35, 16, 44], d: [12, 29, 38] },
  });
  const record = (over: Partial<TableRecord> & { table: ProtectedTable }): TableRecord => ({
    dataset: 'intake',
    period: '2025',
    release: 'first',
    rowDimension: 'medical_school',
    columnDimension: 'sex',
    ...over,
  });
  const published = (counts = source(), earlier: readonly ProtectedTable[] = []): ProtectedTable => {
    const outcome = protectTable(counts, nhs, { owners: [], earlier });
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    return outcome.table;
  };
  const hiddenFirst = published(source(3));

  test('refuses a release that shows what an earlier one hid; one protected in its light is admitted', () => {
    const first = record({ table: hiddenFirst });
    const careless = record({ release: 'second', table: published(source(9)) });
    expect(admitTable([first], careless)).toEqual({ kind: 'refused', reason: 'shown_after_hidden', release: 'first' });
    const careful = record({ release: 'second', table: published(source(9), [hiddenFirst]) });
    expect(admitTable([first], careful)).toEqual({ kind: 'admitted' });
  });

  test('refuses a second version of one table, made for another role', () => {
    expect(admitTable([record({ table: hiddenFirst })], record({ table: published(source(3)) }))).toEqual({
      kind: 'admitted',
    });
    const wider = record({ table: published(source(9)) });
    expect(admitTable([record({ table: hiddenFirst })], wider)).toMatchObject({ reason: 'other_version' });
  });

  test('refuses other columns where the shared row totals are hidden, admits them where all are shown', () => {
    const shown = record({ table: published() });
    const swapped = { ...source(), counts: { a: [31, 40, 9], b: [27, 18, 22], c: [44, 16, 35], d: [38, 29, 12] } };
    const other = record({ columnDimension: 'ethnic_group', table: published(swapped) });
    expect(admitTable([shown], other)).toEqual({ kind: 'admitted' });
    const hiddenTotals: ProtectedTable = {
      ...hiddenFirst,
      rows: hiddenFirst.rows.map((row, r) =>
        r > 0 ? row : { ...row, cells: row.cells.map(() => ({ kind: 'suppressed' as const })) },
      ),
    };
    expect(admitTable([record({ table: hiddenTotals })], other)).toMatchObject({ reason: 'linked_through_totals' });
  });

  test('refuses rows that do not nest in the published ones, and another rule set', () => {
    const shown = record({ table: published() });
    const areas = record({ rowDimension: 'home_area', table: published() });
    expect(admitTable([shown], areas)).toMatchObject({ reason: 'other_geography' });
    const exact: TableRecord = record({ release: 'second', table: { ...published(), ruleSet: 'none' } });
    expect(admitTable([shown], exact)).toMatchObject({ reason: 'other_rule_set' });
  });

  test('admits another period, another dataset and what the publisher protected', () => {
    const shown = record({ table: hiddenFirst });
    expect(admitTable([shown], record({ period: '2026', table: published() }))).toEqual({ kind: 'admitted' });
    expect(admitTable([shown], record({ dataset: 'home_school', table: published() }))).toEqual({ kind: 'admitted' });
    const [one, other] = ['first', 'second'].map((release) =>
      record({ release, table: { ...published(), ruleSet: 'none' } }),
    );
    expect(one && other && admitTable([one], other)).toEqual({ kind: 'admitted' });
  });
});

describe('two releases of the same counts', () => {
  const revised = (label: string) => {
    const table = randomTable(label);
    const draw = seededGenerator(`revision of ${label}`);
    const revise = (count: number | null) =>
      count === null || draw() < 0.85 ? count : Math.max(0, count + (draw() < 0.5 ? 2 : -2));
    return {
      ...table,
      counts: Object.fromEntries(Object.entries(table.counts).map(([row, counts]) => [row, counts.map(revise)])),
    };
  };

  test('never show in one what the other hides, unless the later count is withheld in itself; or the later is refused', () => {
    let admitted = 0;
    for (const label of labels('release', 150)) {
      const first = protectedOf(label);
      const outcome = protectTable(revised(label), nhs, { owners: [], earlier: [first] });
      if (outcome.kind === 'refused') continue;
      admitted += 1;
      const sensitive = primarySuppression(fullOf(revised(label)), nhs);
      const kinds = (table: ProtectedTable) => table.rows.flatMap(({ cells }) => cells.map(({ kind }) => kind));
      const [before, now] = [kinds(first), kinds(outcome.table)];
      expect(before.filter((kind, at) => kind === 'suppressed' && now[at] !== 'suppressed')).toEqual([]);
      expect(now.filter((kind, at) => kind === 'suppressed' && before[at] === 'value' && !sensitive[at])).toEqual([]);
    }
    expect(admitted).toBeGreaterThan(50);
  });

  test('bites: protected apart, the later shows what the earlier hid', () => {
    const shownLater = labels('release', 50).filter((label) => {
      const first = protectedOf(label);
      const later = protectTable(revised(label), nhs);
      const record = { dataset: 'd', period: 'p', rowDimension: 'r', columnDimension: 'c' };
      return (
        later.kind === 'protected' &&
        admitTable([{ ...record, release: '1', table: first }], { ...record, release: '2', table: later.table })
          .kind === 'refused'
      );
    });
    expect(shownLater.length).toBeGreaterThan(5);
  });

  test('a count between two periods is the difference of rounded counts, which pins nothing', () => {
    const [before, after] = [
      { kind: 'value', count: 55 },
      { kind: 'value', count: 60 },
    ] as const;
    const range = differenceOf(rangeOf(after, nhs.id), rangeOf(before, nhs.id));
    expect(range).toEqual({ lowest: 1, highest: 9 });
    expect(revealsSmallCount(range, nhs)).toBe(false);
    expect(revealsSmallCount(differenceOf(exactly(58), exactly(57)), nhs)).toBe(true);
  });
});
