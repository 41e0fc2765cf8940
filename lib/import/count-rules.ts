import { RULE_SETS, type RuleSetId } from '@/lib/domain/disclosure/rule-set';
import type { Column } from './column';
import { type NumberCell, numberOrNull } from './missing-mark';
import type { RowFaults, RowRule } from './row-rules';

/** What was said of the counts in a file of rounded tables when it was sent. */
export interface CountRules {
  readonly ruleSet: RuleSetId;
  /** What every count is a multiple of; null where it was not said. */
  readonly roundingBase: number | null;
}

/** HESA and UKMED round to 5: so do files of which nothing is said. */
const USUAL_BASE = 5;

/** What counts have to be multiples of: what was said, and never less than the rule asks for. */
export const statedBase = ({ ruleSet, roundingBase }: CountRules): number =>
  ruleSet === 'none' ? (roundingBase ?? USUAL_BASE) : Math.max(RULE_SETS[ruleSet].roundedTo, roundingBase ?? 0);

const notRounded = (base: number, { ruleSet, roundingBase }: CountRules): string =>
  ruleSet === 'none' && roundingBase === null
    ? `This count is no multiple of ${base}. Give the rounding base with the file, or the rule it was made under: the agreement of the safe haven or the school that let it out says which.`
    : `This count is no multiple of ${base}, to which the file is said to be rounded. Send the rounded table, or give the base that it is rounded to.`;

const checkCount = (column: Column<unknown>, cell: NumberCell, { counts, fail }: RowFaults): void => {
  const count = numberOrNull(cell);
  if (counts === null || count === null) return;
  const base = statedBase(counts);
  const withheld = RULE_SETS[counts.ruleSet].suppressedCounts;
  if (count % base !== 0) fail(column, count, 'not_rounded', notRounded(base, counts));
  else if (withheld && count >= withheld.lowest && count <= withheld.highest) {
    const message = `Counts from ${withheld.lowest} to ${withheld.highest} are withheld under this rule. Leave the cell empty.`;
    fail(column, count, 'small_count', message);
  }
};

/** Counts that aren't rounded as was said, or that the rule withholds, are faults of their row: each by itself. */
export const countRules = <Item>(
  counts: readonly (readonly [Column<unknown>, (item: Item) => NumberCell])[],
): RowRule<Item>[] =>
  counts.map(([column, countOf]) => ({
    reads: [column],
    check: (item, faults) => checkCount(column, countOf(item), faults),
  }));
