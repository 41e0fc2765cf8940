import { beforeAll, describe, expect, test } from 'vitest';
import { type Belief, type LpAttacker, loadLpAttacker } from '@/lib/testing/lp-attacker';
import { boundsOf, freedomOf } from './attacker-bounds';
import type { FullTable } from './count-table';
import { NO_CIRCUMSTANCES, protectTable } from './protect-table';
import { type ProtectedTable, rangeOf } from './protected-table';
import { RULE_SETS } from './rule-set';
import { fullOf, primaryOnly, randomTable } from './table-fixture';
import { layoutOf } from './table-layout';

const TABLES = process.env.STEAD_THOROUGH ? 5_000 : 200;
const THOROUGH_TIMEOUT_MS = 1_800_000;
const NEARLY = 1e-6;

/** Tables in which a combination that cannot occur pinned a rounded count. */
const ONCE_PINNED = ['rounded 2176', 'rounded 2278', 'rounded 2517'];

const { nhs_subnational_1_to_7: nhs, hesa_rounding_5: hesa } = RULE_SETS;

let attacker: LpAttacker;
beforeAll(async () => {
  attacker = await loadLpAttacker();
});

const isSmall = (count: number | undefined) => count !== undefined && count >= 1 && count <= 7;
const cellsOf = (table: ProtectedTable) => table.rows.flatMap(({ cells }) => cells);
const positionsWhere = <T>(items: readonly T[], holds: (item: T, at: number) => boolean): readonly number[] =>
  items.flatMap((item, at) => (holds(item, at) ? [at] : []));

/** Shown cells known exactly, though they are published rounded: the strongest outsider. `own`: cells an insider knows. */
const exactBeliefs = (table: ProtectedTable, { values }: FullTable, own: readonly number[] = []): readonly Belief[] =>
  cellsOf(table).map((cell, at) => {
    const count = values[at] ?? 0;
    const isOpen = cell.kind === 'suppressed' && !own.includes(at);
    return isOpen ? { lowest: 0, highest: Number.POSITIVE_INFINITY } : { lowest: count, highest: count };
  });

const publishedBeliefs = (table: ProtectedTable): readonly Belief[] =>
  cellsOf(table).map((cell) => rangeOf(cell, table.ruleSet));

const narrowerThan = (width: number, found: readonly Belief[]): number =>
  found.filter(({ lowest, highest }) => highest - lowest < width - NEARLY).length;

/** Cells that an outsider narrows to fewer values than the width, of those the table suppresses. */
const narrowedByOutsider = (table: ProtectedTable, full: FullTable, width: number): number => {
  const hidden = positionsWhere(cellsOf(table), ({ kind }) => kind === 'suppressed');
  return narrowerThan(width, attacker.attack(table, exactBeliefs(table, full), hidden));
};

const protectedOf = (
  label: string,
  ruleSet = nhs,
  circumstances = NO_CIRCUMSTANCES,
): { table: ProtectedTable; full: FullTable } => {
  const source = randomTable(label);
  const outcome = protectTable(source, ruleSet, circumstances);
  if (outcome.kind === 'refused') throw new Error(`${label}: ${outcome.reason}`);
  return { table: outcome.table, full: fullOf(source) };
};

const labels = (prefix: string, count: number) => Array.from({ length: count }, (_, i) => `${prefix} ${i}`);
const total = (counts: readonly number[]) => counts.reduce((sum, one) => sum + one, 0);

describe('a linear-programme attack on a protected table', () => {
  test(
    'bounds no suppressed cell to a width below 5, even knowing every shown cell exactly',
    () => {
      const narrowed = labels('outsider', TABLES).map((label) => {
        const { table, full } = protectedOf(label);
        return narrowedByOutsider(table, full, nhs.requiredWidth);
      });
      expect(total(narrowed)).toBe(0);
    },
    THOROUGH_TIMEOUT_MS,
  );

  test('bites: primary suppression alone gives cells away', () => {
    const narrowed = labels('outsider', 50).map((label) => {
      const full = fullOf(randomTable(label));
      return narrowedByOutsider(primaryOnly(full), full, nhs.requiredWidth);
    });
    expect(total(narrowed)).toBeGreaterThan(100);
  });

  /** Small counts of others that the owner of a row narrows with their own row in hand. */
  const narrowedByOwners = (table: ProtectedTable, full: FullTable): number => {
    const width = full.columns.length;
    const byOwner = positionsWhere(full.rows, ({ isGroup }) => !isGroup).map((r) => {
      const own = full.columns.map((_, c) => r * width + c);
      const isOthers = (at: number) => !own.includes(at) && !full.rows[Math.floor(at / width)]?.isGroup;
      const targets = positionsWhere(full.values, (count, at) => isSmall(count) && isOthers(at));
      return narrowerThan(nhs.requiredWidth, attacker.attack(table, exactBeliefs(table, full, own), targets));
    });
    return total(byOwner);
  };

  test(
    "the owner of a row, who knows it exactly, narrows nobody else's small count",
    () => {
      const narrowed = labels('owner', TABLES / 5).map((label) => {
        const { table, full } = protectedOf(label, nhs, { owners: ['rows'], earlier: [] });
        return narrowedByOwners(table, full);
      });
      expect(total(narrowed)).toBe(0);
    },
    THOROUGH_TIMEOUT_MS,
  );

  test('bites: without that precaution owners narrow the counts of others', () => {
    const narrowed = labels('owner', 40).map((label) => {
      const { table, full } = protectedOf(label);
      return narrowedByOwners(table, full);
    });
    expect(total(narrowed)).toBeGreaterThan(0);
  });

  const pinned = (table: ProtectedTable, full: FullTable): number => {
    const small = positionsWhere(full.values, isSmall);
    return narrowerThan(hesa.requiredWidth, attacker.attack(table, publishedBeliefs(table), small));
  };

  test(
    'HESA rounding: no count from 1 to 7 is worked out exactly from rounded cells and totals',
    () => {
      const found = [...labels('rounded', TABLES), ...ONCE_PINNED].map((label) => {
        const { table, full } = protectedOf(label, hesa);
        return pinned(table, full);
      });
      expect(total(found)).toBe(0);
    },
    THOROUGH_TIMEOUT_MS,
  );

  test('bites: four sevens beside their rounded total, which the rule by itself would publish', () => {
    const source = { rows: [{ code: 'a', parent: null }], columns: ['b', 'c', 'd', 'e'], counts: { a: [7, 7, 7, 7] } };
    const full = fullOf(source);
    const outcome = protectTable(source, hesa);
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    const byTheRuleAlone = {
      ...outcome.table,
      rows: outcome.table.rows.map((row) => ({
        ...row,
        cells: [5, 5, 5, 5, 30].map((count) => ({ kind: 'value' as const, count })),
      })),
    };
    expect(pinned(byTheRuleAlone, full)).toBe(8);
    expect(pinned(outcome.table, full)).toBe(0);
  });
});

describe('boundsOf', () => {
  test(
    'is what a linear programme finds, in flat and grouped tables, whatever is hidden',
    () => {
      for (const label of labels('bounds', TABLES)) {
        const full = fullOf(randomTable(label));
        const table = primaryOnly(full);
        const hidden = positionsWhere(full.values, (count, at) => isSmall(count) || (at * 7) % 3 === 0);
        const open = new Set(hidden);
        const freedom = freedomOf(full.values, (cell) => open.has(cell));
        const beliefs = full.values.map((count, at) =>
          open.has(at) ? { lowest: 0, highest: Number.POSITIVE_INFINITY } : { lowest: count, highest: count },
        );
        attacker.attack(table, beliefs, hidden).forEach(({ lowest, highest }, i) => {
          const cell = hidden[i] ?? 0;
          const bounds = boundsOf(layoutOf(full), freedom, cell, full.values[cell] ?? 0);
          expect(bounds.lowest).toBeCloseTo(lowest, 5);
          if (bounds.highest === null) expect(highest).toBeGreaterThan(1e5);
          else expect(bounds.highest).toBeCloseTo(highest, 5);
        });
      }
    },
    THOROUGH_TIMEOUT_MS,
  );
});
