import { describe, expect, it } from 'vitest';
import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import { countOf, type ReachCell, ROUNDED_TO_5 } from '@/lib/domain/reach/published-count';
import { publishedCounts } from './count-source';
import { boundedCell, type TableFor } from './withheld-bounds';

const SHAPE = 'school_by_school_to_foundation_band';
const WITHHELD: ReachCell = { kind: 'suppressed' };
const LOW: ReachCell = { kind: 'low' };
const NOBODY: ReachCell = { kind: 'not_applicable' };
const shown = (count: number): ReachCell => ({ kind: 'value', count });

/** One row of cells for everybody (`all`) and each group that is given. */
const tables =
  (cells: Readonly<Record<string, readonly ReachCell[]>>): TableFor =>
  (_, filter: JourneyFilter) => {
    const found = cells[filter.sex ?? filter.ethnicity ?? filter.route ?? 'all'];
    return found ? { rows: ['school'], columns: found.map((_, at) => String(at)), cells: found } : null;
  };
const boundOf = (tableFor: TableFor, filter: JourneyFilter) => {
  const cell = boundedCell(tableFor, { shape: SHAPE, filter, rules: ROUNDED_TO_5 }, 0);
  const counted = countOf(cell, ROUNDED_TO_5);
  return counted.kind === 'count' ? [counted.lowest, counted.highest] : cell.kind;
};

describe('withheld cells', () => {
  it('lie between everybody and the other groups, each as far off as rounding allows', () => {
    const sexes = { all: [shown(60)], F: [LOW], M: [WITHHELD], X: [NOBODY], U: [NOBODY] };
    const [lowest = 0, highest = 0] = boundOf(tables(sexes), { sex: 'M' });
    // 57.5 to 62.5 people, of whom 0 to 2 are women.
    expect(Number(lowest)).toBeLessThanOrEqual(55.5);
    expect(Number(highest)).toBeGreaterThanOrEqual(62.5);
    expect(Number(highest) - Number(lowest)).toBeLessThanOrEqual(12);
  });

  it('of everybody lie within the sum of all groups', () => {
    const routes = { all: [WITHHELD], standard: [shown(40)], graduate: [LOW], gateway: [NOBODY] };
    const [lowest = 0, highest = 0] = boundOf(tables(routes), {});
    expect([Number(lowest) <= 37.5, Number(highest) >= 44.5]).toEqual([true, true]);
  });

  it('stay withheld where another group is too and nothing is left to tell them by', () => {
    expect(boundOf(tables({ all: [WITHHELD], M: [WITHHELD], F: [shown(5)] }), { sex: 'M' })).toBe('suppressed');
    expect(boundOf(tables({ all: [WITHHELD], 1: [shown(5)] }), {})).toBe('suppressed');
    expect(boundOf(tables({ all: [shown(50)] }), { quintile: '1' })).toBe('suppressed');
  });
});

describe('sums with withheld cells', () => {
  const sumOf = (cells: Readonly<Record<string, readonly ReachCell[]>>) =>
    publishedCounts({ data: '', rules: ROUNDED_TO_5 }, tables(cells))
      .table(SHAPE, { sex: 'M' })
      ?.people(() => true);
  const nobody = [NOBODY, NOBODY];

  it('are given where little of them is in doubt, with all that is', () => {
    const sum = sumOf({
      all: [shown(60), shown(900)],
      F: [LOW, shown(400)],
      M: [WITHHELD, shown(500)],
      X: nobody,
      U: nobody,
    });
    expect(sum).toMatchObject({ kind: 'value', parts: 1 });
    const exact = countOf(shown(500), ROUNDED_TO_5);
    const counted = sum && countOf(sum, ROUNDED_TO_5);
    if (counted?.kind !== 'count' || exact.kind !== 'count') throw new Error('Not counted');
    expect(counted.lowest).toBeLessThanOrEqual(exact.lowest + 55.5);
    expect(counted.highest).toBeGreaterThanOrEqual(exact.highest + 62.5);
  });

  it('are withheld where much is', () => {
    expect(
      sumOf({ all: [shown(60), shown(20)], F: [LOW, shown(10)], M: [WITHHELD, shown(10)], X: nobody, U: nobody }),
    ).toEqual(WITHHELD);
    expect(sumOf({ all: [shown(60), shown(900)], M: [WITHHELD, shown(500)] })).toEqual(WITHHELD);
  });
});
