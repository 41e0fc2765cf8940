import { type CountTable, type FullTable, type TableRefusal, withMargins } from './count-table';
import { insidersOf, type Owner } from './insiders';
import { primarySuppression } from './primary-suppression';
import { cellAt, type ProtectedTable, type PublishedCell, WITHHELD } from './protected-table';
import { withSafeMargins } from './rounded-margins';
import { toNearestFive } from './rounding';
import type { RuleSet } from './rule-set';
import { secondarySuppression } from './secondary-suppression';
import { layoutOf } from './table-layout';

export interface Circumstances {
  readonly owners: readonly Owner[];
  /** Earlier releases of the same counts (same period, same rows and columns), as published. */
  readonly earlier: readonly ProtectedTable[];
  /** Cells that what is worked out from them makes sensitive, besides small counts. Only under a rule set that suppresses. */
  readonly sensitive?: readonly { readonly row: string; readonly column: string }[];
  /** Cells that may not be hidden to protect others, such as the totals that matter most. May leave too little to hide behind. */
  readonly kept?: readonly { readonly row: string; readonly column: string }[];
  /** The first pattern found to be safe, not the best of six: for many tables at a time. It may hide a few cells more. */
  readonly isQuick?: boolean;
}

export const NO_CIRCUMSTANCES: Circumstances = { owners: [], earlier: [] };

/**
 * `other_rule_set`: an earlier release followed another rule. `cannot_protect`: what earlier releases showed leaves too
 * little to hide behind; publish fewer categories or a larger area.
 */
export type ProtectionRefusal = TableRefusal | 'other_rule_set' | 'cannot_protect';

export type Protection =
  | { readonly kind: 'protected'; readonly table: ProtectedTable }
  | { readonly kind: 'refused'; readonly reason: ProtectionRefusal };

/** What earlier releases made of each cell: null where it was not in them. */
const earlierCells = (
  { rows, columns }: FullTable,
  earlier: readonly ProtectedTable[],
): readonly (readonly PublishedCell[])[] =>
  rows.flatMap((row) =>
    columns.map((column) =>
      earlier.flatMap((table) => {
        const cell = cellAt(table, row.code, column);
        return cell ? [cell] : [];
      }),
    ),
  );

const NOT_APPLICABLE: PublishedCell = { kind: 'not_applicable' };

const roundedCell = (count: number, lowIsMarked: boolean): PublishedCell => {
  const rounded = toNearestFive(count);
  return rounded === 0 && lowIsMarked ? { kind: 'low' } : { kind: 'value', count: rounded };
};

/** Which cells a list names, by position. */
const marked = (
  { rows, columns }: FullTable,
  cells: readonly { readonly row: string; readonly column: string }[],
): readonly boolean[] => {
  const named = new Set(cells.map(({ row, column }) => JSON.stringify([row, column])));
  return rows.flatMap(({ code }) => columns.map((column) => named.has(JSON.stringify([code, column]))));
};

/**
 * Cells under a rule set that suppresses. The check assumes that the reader knows every shown cell exactly and every
 * cell that an earlier release showed: rounding only adds to that. A cell hidden once stays hidden.
 */
const suppressedCells = (
  full: FullTable,
  ruleSet: RuleSet,
  { owners, earlier, sensitive = [], kept = [], isQuick = false }: Circumstances,
): readonly PublishedCell[] | null => {
  const before = earlierCells(full, earlier);
  const wasHidden = before.map((cells) => cells.some(({ kind }) => kind === 'suppressed'));
  const wasShown = before.map((cells) => cells.some(({ kind }) => kind === 'value' || kind === 'low'));
  const layout = layoutOf(full);
  const tells = marked(full, sensitive);
  const stays = marked(full, kept);
  const outcome = secondarySuppression({
    layout,
    values: full.values,
    eligible: full.values.map((_, cell) => !full.impossible[cell] && !wasShown[cell] && !stays[cell]),
    sensitive: primarySuppression(full, ruleSet).map((isSmall, cell) => isSmall || tells[cell] === true),
    isQuick,
    alwaysHidden: wasHidden,
    requirement: { width: ruleSet.requiredWidth, protects: 'hidden', allowsSmallRemainder: false },
    insiders: insidersOf(full, layout, owners),
  });
  if (outcome.kind === 'refused') return null;
  return full.values.map((count, cell) => (outcome.hidden[cell] ? WITHHELD : roundedCell(count, false)));
};

const roundedCells = (
  full: FullTable,
  ruleSet: RuleSet,
  { owners, earlier }: Circumstances,
): readonly PublishedCell[] => {
  const before = earlierCells(full, earlier);
  const rounded = full.values.map((count, cell): PublishedCell => {
    // Known to be 0: an attacker uses it as such, so the check must.
    if (full.impossible[cell]) return NOT_APPLICABLE;
    const wasHidden = before[cell]?.some(({ kind }) => kind === 'suppressed');
    return wasHidden ? WITHHELD : roundedCell(count, true);
  });
  const layout = layoutOf(full);
  return withSafeMargins({ table: full, layout, ruleSet, insiders: insidersOf(full, layout, owners) }, rounded);
};

const cellsOf = (full: FullTable, ruleSet: RuleSet, circumstances: Circumstances): readonly PublishedCell[] | null => {
  if (ruleSet.suppressedCounts) return suppressedCells(full, ruleSet, circumstances);
  if (ruleSet.roundedTo > 1) return roundedCells(full, ruleSet, circumstances);
  return full.values.map((count) => ({ kind: 'value', count }));
};

const toProtected = (full: FullTable, ruleSet: RuleSet, cells: readonly PublishedCell[]): ProtectedTable => {
  const width = full.columns.length;
  const published = cells.map((cell, i): PublishedCell => (full.impossible[i] ? NOT_APPLICABLE : cell));
  return {
    ruleSet: ruleSet.id,
    columns: [...full.columns],
    rows: full.rows.map(({ code, parent }, r) => ({
      code,
      parent: parent === null ? null : (full.rows[parent]?.code ?? null),
      cells: published.slice(r * width, (r + 1) * width),
    })),
  };
};

/**
 * A table of counts as it may be published under the rule set of its source.
 *
 * Guarantees, where the rule set suppresses: whoever reads all of it, knows every shown count exactly and is one of the
 * `owners` can't narrow a count from 1 to 7 to fewer than `requiredWidth` + 1 values; a reader who owns nothing can't do so
 * for any suppressed cell; and no known total leaves 1 to 7 people for its hidden parts. Where it rounds: no count from 1 to 7 can
 * be worked out exactly. Margins are computed from the cells and protected with them. The national row is protected like
 * any other, though the NHS rule would allow it exact: an exact total narrows the rows below it.
 *
 * Deterministic. Work: see `secondarySuppression`. Refuses; never throws.
 */
export const protectTable = (
  table: CountTable,
  ruleSet: RuleSet,
  circumstances: Circumstances = NO_CIRCUMSTANCES,
): Protection => {
  if (circumstances.earlier.some((one) => one.ruleSet !== ruleSet.id))
    return { kind: 'refused', reason: 'other_rule_set' };
  const full = withMargins(table);
  if (full.kind === 'refused') return full;
  const cells = cellsOf(full.table, ruleSet, circumstances);
  if (!cells) return { kind: 'refused', reason: 'cannot_protect' };
  return { kind: 'protected', table: toProtected(full.table, ruleSet, cells) };
};
