import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CountTable, withMargins } from './count-table';
import type { Owner } from './insiders';
import { type Circumstances, protectTable } from './protect-table';
import { cellAt, ProtectedTable, rangeOf, toMeasure } from './protected-table';
import { RULE_SETS, RuleSetId } from './rule-set';
import { fullOf, randomTable } from './table-fixture';

const { nhs_subnational_1_to_7: nhs, hesa_rounding_5: hesa, none } = RULE_SETS;
const alone = { owners: [], earlier: [] };

const rows = (...codes: readonly string[]) => codes.map((code) => ({ code, parent: null }));

const publishedOf = (table: CountTable, ruleSet = nhs): ProtectedTable => {
  const outcome = protectTable(table, ruleSet, alone);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome.table;
};

const anyTable = fc.nat().map((seed) => randomTable(`any ${seed}`));
const anyRuleSet = fc.constantFrom(...RuleSetId.options).map((id) => RULE_SETS[id]);
const anyOwners = fc.subarray<Owner>(['rows', 'columns']);

describe('protectTable', () => {
  test('protects every table of counts, whatever the rule set and owners, and gives the same answer again', () => {
    fc.assert(
      fc.property(anyTable, anyRuleSet, anyOwners, (table, ruleSet, owners) => {
        const outcome = protectTable(table, ruleSet, { owners, earlier: [] });
        expect(outcome).toEqual(protectTable(table, ruleSet, { owners, earlier: [] }));
        expect(outcome.kind).toBe('protected');
        if (outcome.kind === 'protected') expect(ProtectedTable.parse(outcome.table)).toEqual(outcome.table);
      }),
      { numRuns: 60 },
    );
  });

  test('shows a cell only as its rule set does: the true count lies in the range shown, and 1 to 7 never shows', () => {
    fc.assert(
      fc.property(anyTable, anyRuleSet, (table, ruleSet) => {
        const full = fullOf(table);
        const cells = publishedOf(table, ruleSet).rows.flatMap((row) => row.cells);
        cells.forEach((cell, at) => {
          const count = full.values[at] ?? 0;
          const { lowest, highest } = rangeOf(cell, ruleSet.id);
          expect(count).toBeGreaterThanOrEqual(lowest);
          expect(count).toBeLessThanOrEqual(highest);
          if (cell.kind === 'value' && ruleSet.roundedTo > 1) expect(cell.count % 5).toBe(0);
          if (count >= 1 && count <= 7 && ruleSet.suppressedCounts) expect(cell.kind).toBe('suppressed');
          expect(cell.kind === 'not_applicable').toBe(full.impossible[at]);
        });
      }),
      { numRuns: 60 },
    );
  });

  test('keeps the order of the rows, whatever their counts', () => {
    const table = publishedOf({
      rows: rows('c', 'a', 'b'),
      columns: ['x', 'y'],
      counts: { a: [90, 80], b: [3, 20], c: [10, 11] },
    });
    expect(table.rows.map(({ code }) => code)).toEqual(['c', 'a', 'b', 'total']);
  });

  test('hides a partner in the row and in the column of a small count, and does not say which is which', () => {
    const table = publishedOf({
      rows: rows('a', 'b', 'c'),
      columns: ['x', 'y', 'z'],
      counts: { a: [3, 40, 31], b: [22, 18, 27], c: [35, 16, 44] },
    });
    const hidden = table.rows.flatMap(({ cells }) => cells).filter(({ kind }) => kind === 'suppressed');
    expect(hidden.length).toBeGreaterThanOrEqual(4);
    expect(new Set(hidden.map((cell) => JSON.stringify(cell))).size).toBe(1);
    expect(cellAt(table, 'a', 'x')).toEqual({ kind: 'suppressed' });
  });

  test('hides a small group that is all in one column: its zeros tell as much as its count', () => {
    const table = publishedOf({
      rows: rows('small', 'b', 'c'),
      columns: ['offer', 'none'],
      counts: { small: [0, 12], b: [60, 70], c: [40, 90] },
    });
    expect(cellAt(table, 'small', 'offer')).toEqual({ kind: 'suppressed' });
    expect(cellAt(table, 'small', 'none')).toEqual({ kind: 'suppressed' });
    const larger = publishedOf({
      rows: rows('large', 'b'),
      columns: ['offer', 'none'],
      counts: { large: [0, 120], b: [60, 70] },
    });
    expect(cellAt(larger, 'large', 'offer')).toEqual({ kind: 'value', count: 0 });
  });

  test('HESA rounding never tells 0 from 1 or 2', () => {
    const table = publishedOf(
      { rows: rows('a', 'b'), columns: ['x', 'y', 'z'], counts: { a: [0, 2, 40], b: [1, 33, 51] } },
      hesa,
    );
    expect(cellAt(table, 'a', 'x')).toEqual({ kind: 'low' });
    expect(cellAt(table, 'a', 'y')).toEqual({ kind: 'low' });
    expect(cellAt(table, 'b', 'x')).toEqual({ kind: 'low' });
  });

  test('leaves published aggregates as they are', () => {
    const table = publishedOf({ rows: rows('a'), columns: ['x', 'y'], counts: { a: [3, null] } }, none);
    expect(table.rows[0]?.cells).toEqual([
      { kind: 'value', count: 3 },
      { kind: 'not_applicable' },
      { kind: 'value', count: 3 },
    ]);
  });

  test('refuses an earlier release under another rule set', () => {
    const table = { rows: rows('a', 'b'), columns: ['x'], counts: { a: [30], b: [40] } };
    const outcome = protectTable(table, nhs, { owners: [], earlier: [publishedOf(table, hesa)] });
    expect(outcome).toEqual({ kind: 'refused', reason: 'other_rule_set' });
  });

  test('refuses where everything was shown before and a count turned small', () => {
    const before = publishedOf({ rows: rows('a', 'b'), columns: ['x'], counts: { a: [30], b: [40] } });
    const after = { rows: rows('a', 'b'), columns: ['x'], counts: { a: [3], b: [40] } };
    expect(protectTable(after, nhs, { owners: [], earlier: [before] })).toEqual({
      kind: 'refused',
      reason: 'cannot_protect',
    });
  });
});

describe('withMargins', () => {
  test('adds rows into their groups and groups into the total', () => {
    const outcome = withMargins({
      rows: [
        { code: 'north', parent: null },
        { code: 'a', parent: 'north' },
        { code: 'b', parent: 'north' },
        { code: 'c', parent: null },
      ],
      columns: ['x', 'y'],
      counts: { a: [1, 2], b: [3, null], c: [5, 6] },
    });
    expect(outcome).toMatchObject({ kind: 'full', table: { values: [4, 2, 6, 1, 2, 3, 3, 0, 3, 5, 6, 11, 9, 8, 17] } });
  });

  const refusals: readonly [string, CountTable][] = [
    ['not_a_count', { rows: rows('a'), columns: ['x'], counts: { a: [-1] } }],
    ['not_a_count', { rows: rows('a'), columns: ['x'], counts: { a: [2.5] } }],
    ['not_a_count', { rows: rows('a'), columns: ['x'], counts: { a: [Number.NaN] } }],
    ['not_a_count', { rows: rows('a'), columns: ['x'], counts: { a: [Number.POSITIVE_INFINITY] } }],
    ['ragged', { rows: rows('a'), columns: ['x', 'y'], counts: { a: [1] } }],
    ['empty', { rows: [], columns: ['x'], counts: {} }],
    ['empty', { rows: rows('a'), columns: [], counts: { a: [] } }],
    ['rows_unclear', { rows: rows('a', 'a'), columns: ['x'], counts: { a: [1] } }],
    ['rows_unclear', { rows: rows('total'), columns: ['x'], counts: { total: [1] } }],
    ['rows_unclear', { rows: rows('a', 'b'), columns: ['x'], counts: { a: [1] } }],
    ['rows_unclear', { rows: [{ code: 'a', parent: 'nowhere' }], columns: ['x'], counts: { a: [1] } }],
    [
      'rows_unclear',
      {
        rows: [
          { code: 'a', parent: 'b' },
          { code: 'b', parent: 'a' },
        ],
        columns: ['x'],
        counts: {},
      },
    ],
  ];
  test.each(refusals)('refuses what is not a table of counts: %s', (reason, table) => {
    expect(withMargins(table)).toEqual({ kind: 'refused', reason });
    expect(protectTable(table, nhs, alone)).toEqual({ kind: 'refused', reason });
  });
});

describe('what is worked out from a table', () => {
  const table: CountTable = {
    rows: rows('a', 'b', 'c'),
    columns: ['x', 'y', 'z'],
    counts: { a: [20, 30, 40], b: [25, 35, 45], c: [22, 33, 44] },
  };
  const hiddenOf = (circumstances: Partial<Circumstances>): string[] => {
    const outcome = protectTable(table, nhs, { ...alone, ...circumstances });
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    const { rows: lines, columns } = outcome.table;
    return lines.flatMap(({ code, cells }) =>
      cells.flatMap(({ kind }, c) => (kind === 'suppressed' ? [`${code} ${columns[c]}`] : [])),
    );
  };

  test('can make a larger cell sensitive: it is withheld with partners, as fast as may be or not', () => {
    expect(hiddenOf({})).toEqual([]);
    for (const isQuick of [false, true]) {
      const hidden = hiddenOf({ sensitive: [{ row: 'a', column: 'x' }], isQuick });
      expect(hidden).toContain('a x');
      expect(hidden.length).toBeGreaterThanOrEqual(3);
    }
  });

  test('can keep totals: others are withheld in their place, or the table is refused', () => {
    const sensitive = [{ row: 'a', column: 'x' }];
    const kept = ['x', 'y', 'z', 'total'].map((column) => ({ row: 'total', column }));
    expect(hiddenOf({ sensitive, kept }).filter((cell) => cell.startsWith('total'))).toEqual([]);
    const everything = ['a', 'b', 'c', 'total'].flatMap((row) =>
      ['x', 'y', 'z', 'total'].map((column) => ({ row, column })),
    );
    expect(protectTable(table, nhs, { ...alone, sensitive, kept: everything })).toEqual({
      kind: 'refused',
      reason: 'cannot_protect',
    });
  });
});

describe('toMeasure', () => {
  test('keeps counts, low, suppressed and not applicable apart', () => {
    expect(toMeasure({ kind: 'value', count: 10 })).toMatchObject({ kind: 'value', value: 10 });
    expect(toMeasure({ kind: 'low' }).kind).toBe('low');
    expect(toMeasure({ kind: 'suppressed' }).kind).toBe('suppressed');
    expect(toMeasure({ kind: 'not_applicable' }).kind).toBe('not_applicable');
  });
});
