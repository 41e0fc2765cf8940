import type { FullTable } from './count-table';
import type { RuleSet } from './rule-set';

/** Positions of the cells of a row that are not its total. */
const partsOfRow = ({ columns, hasColumnTotal }: FullTable, r: number): readonly number[] =>
  Array.from({ length: columns.length - (hasColumnTotal ? 1 : 0) }, (_, c) => r * columns.length + c);

/** A row so small that its percentages are withheld, all of whose people are in one column: everyone's column is known. */
const sharesOneColumn = (table: FullTable, r: number, smallestBase: number): boolean => {
  if (!table.hasColumnTotal) return false;
  const possible = partsOfRow(table, r).filter((cell) => !table.impossible[cell]);
  const counts = possible.map((cell) => table.values[cell] ?? 0);
  const people = counts.reduce((sum, count) => sum + count, 0);
  return possible.length > 1 && people > 0 && people < smallestBase && counts.includes(people);
};

/**
 * The cells that a rule set withholds in themselves, by position: counts from 1 to 7, margins too; and, where rows are
 * groups of people and columns what is told about them, every column of a small group that is all in one. A column that
 * cannot apply to the group stays `not_applicable`. All false where the rule set only rounds. Linear in cells.
 */
export const primarySuppression = (
  table: FullTable,
  { suppressedCounts, smallestBase }: RuleSet,
): readonly boolean[] => {
  if (!suppressedCounts) return table.values.map(() => false);
  const { lowest, highest } = suppressedCounts;
  const sensitive = table.values.map((count) => count >= lowest && count <= highest);
  table.rows.forEach((_, r) => {
    if (!sharesOneColumn(table, r, smallestBase)) return;
    for (const cell of partsOfRow(table, r)) sensitive[cell] = !table.impossible[cell];
  });
  return sensitive;
};
