import { TOTAL } from './count-table';
import { type CountRange, cellAt, type ProtectedTable } from './protected-table';
import { RULE_SETS, type RuleSet, SMALL_COUNTS } from './rule-set';

/*
 * How differencing is prevented. A table is protected once, on all its cells and margins, at the finest shape that may be
 * shown, with its whole tree of areas. Filters, larger areas and a role's own rows are then sums of published cells
 * (`sumOf`): a function of one published table says no more than that table, however many such views are subtracted from
 * each other. What remains are other tables about the same people: another release, other columns, another geography,
 * another role's version. `admitTable` decides on those.
 */

/** The range of what is left when a part is taken from a whole. */
export const differenceOf = (whole: CountRange, part: CountRange): CountRange => ({
  lowest: Math.max(0, whole.lowest - part.highest),
  highest: Math.max(0, whole.highest - part.lowest),
});

/** Whether a range shows that there are from 1 to 7 people, to fewer values than the rule set asks for. */
export const revealsSmallCount = ({ lowest, highest }: CountRange, ruleSet: RuleSet): boolean =>
  highest >= SMALL_COUNTS.lowest && highest <= SMALL_COUNTS.highest && highest - lowest < ruleSet.requiredWidth;

/** A table with what it is about. Rows and columns name their dimension, such as `home_area` and `medical_school`. */
export interface TableRecord {
  readonly dataset: string;
  readonly period: string;
  readonly release: string;
  readonly rowDimension: string;
  readonly columnDimension: string;
  readonly table: ProtectedTable;
}

/**
 * Why a table may not stand beside one that is published about the same people.
 *
 * - `other_version`: the same table, protected in another way (for another role or scope)
 * - `shown_after_hidden`: an earlier release hid a cell that this one shows
 * - `other_geography`: rows that don't nest in the published ones
 * - `linked_through_totals`: other columns, but the row totals that tie both tables together are not all shown alike
 * - `other_rule_set`: the same counts under another rule
 */
export type AdmissionRefusal =
  | 'other_version'
  | 'shown_after_hidden'
  | 'other_geography'
  | 'linked_through_totals'
  | 'other_rule_set';

export type Admission =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'refused'; readonly reason: AdmissionRefusal; readonly release: string };

const sameCells = (a: ProtectedTable, b: ProtectedTable): boolean => JSON.stringify(a) === JSON.stringify(b);

const sameRows = (a: ProtectedTable, b: ProtectedTable): boolean => {
  const codes = ({ rows }: ProtectedTable) => rows.map(({ code, parent }) => `${code}<${parent ?? ''}`).sort();
  return JSON.stringify(codes(a)) === JSON.stringify(codes(b));
};

const keepsHidden = (earlier: ProtectedTable, later: ProtectedTable): boolean =>
  earlier.rows.every(({ code, cells }) =>
    earlier.columns.every((column, c) => {
      const now = cells[c]?.kind === 'suppressed' ? cellAt(later, code, column) : null;
      return now === null || now.kind === 'suppressed';
    }),
  );

/**
 * Tables that share their row totals, all shown alike, are no more than two tables checked apart: each was checked as if
 * its totals were known exactly, and any two such tables fit together. A rule that only rounds makes no such check.
 */
const sharesShownTotals = (a: ProtectedTable, b: ProtectedTable): boolean => {
  if (!RULE_SETS[a.ruleSet].suppressedCounts || !a.columns.includes(TOTAL) || !b.columns.includes(TOTAL)) return false;
  return a.rows.every(({ code }) => {
    const [left, right] = [cellAt(a, code, TOTAL), cellAt(b, code, TOTAL)];
    return left?.kind === 'value' && right?.kind === 'value' && left.count === right.count;
  });
};

const conflict = (published: TableRecord, candidate: TableRecord): AdmissionRefusal | null => {
  const [before, now] = [published.table, candidate.table];
  if (before.ruleSet === 'none' && now.ruleSet === 'none') return null;
  if (before.ruleSet !== now.ruleSet) return 'other_rule_set';
  if (published.rowDimension !== candidate.rowDimension || !sameRows(before, now)) return 'other_geography';
  if (published.columnDimension !== candidate.columnDimension)
    return sharesShownTotals(before, now) ? null : 'linked_through_totals';
  if (published.release === candidate.release) return sameCells(before, now) ? null : 'other_version';
  return keepsHidden(before, now) ? null : 'shown_after_hidden';
};

/**
 * Whether a protected table may be published beside those that are. Only tables of the same dataset and period are about
 * the same people; a rise or fall between periods is the difference of two rounded counts, which spans nine values.
 * Tables that the publisher protected (`none`) may all stand. Linear in the cells of what is published.
 */
export const admitTable = (published: readonly TableRecord[], candidate: TableRecord): Admission => {
  for (const one of published) {
    if (one.dataset !== candidate.dataset || one.period !== candidate.period) continue;
    const reason = conflict(one, candidate);
    if (reason) return { kind: 'refused', reason, release: one.release };
  }
  return { kind: 'admitted' };
};
