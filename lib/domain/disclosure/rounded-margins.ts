import { proofOfWidth } from './attacker-bounds';
import type { FullTable } from './count-table';
import { type PublishedCell, rangeOf, WITHHELD } from './protected-table';
import { isSmallCount, type RuleSet } from './rule-set';
import type { TableLayout } from './table-layout';

export interface Rounding {
  readonly table: FullTable;
  readonly layout: TableLayout;
  readonly ruleSet: RuleSet;
  readonly insiders: readonly (readonly number[])[];
}

/** A small count that totals, rounded on their own, pin down: `30 = 5 + 5 + 5 + 5` can only be four times 7. */
const pinnedCell = ({ table, layout, ruleSet, insiders }: Rounding, cells: readonly PublishedCell[]): number | null => {
  for (const own of [[], ...insiders]) {
    const ranges = cells.map((cell) => rangeOf(cell, ruleSet.id));
    const freedom = {
      up: Float64Array.from(table.values, (value, cell) => (ranges[cell]?.highest ?? value) - value),
      down: Float64Array.from(table.values, (value, cell) => value - (ranges[cell]?.lowest ?? value)),
    };
    for (const cell of own) {
      freedom.up[cell] = 0;
      freedom.down[cell] = 0;
    }
    const isOpen = (cell: number) => isSmallCount(table.values[cell] ?? 0) && !own.includes(cell);
    const pinned = table.values.findIndex(
      (_, cell) => isOpen(cell) && proofOfWidth(layout, freedom, cell, ruleSet.requiredWidth) === null,
    );
    if (pinned >= 0) return pinned;
  }
  return null;
};

/**
 * Withholds rounded totals until no count from 1 to 7 can be worked out exactly from what is left. The inner cells always
 * stay: without totals nothing narrows them. Each round withholds one total, the smallest near the pinned cell first.
 */
export const withSafeMargins = (rounding: Rounding, rounded: readonly PublishedCell[]): readonly PublishedCell[] => {
  const { table, layout } = rounding;
  const width = table.columns.length;
  const isMargin = (cell: number) =>
    Boolean(table.rows[Math.floor(cell / width)]?.isGroup) || (table.hasColumnTotal && cell % width === width - 1);
  const cells = [...rounded];
  const margins = table.values.map((_, cell) => cell).filter(isMargin);
  for (let pinned = pinnedCell(rounding, cells); pinned !== null; pinned = pinnedCell(rounding, cells)) {
    const near = new Set((layout.linesAt[pinned] ?? []).flatMap(({ parts, total }) => [...parts, total]));
    const open = margins.filter((cell) => cells[cell]?.kind !== 'suppressed' && !table.impossible[cell]);
    const rank = (cell: number) => (near.has(cell) ? 0 : 1);
    const next = open.toSorted(
      (a, b) => rank(a) - rank(b) || (table.values[a] ?? 0) - (table.values[b] ?? 0) || a - b,
    )[0];
    if (next === undefined) return cells;
    cells[next] = WITHHELD;
  }
  return cells;
};
