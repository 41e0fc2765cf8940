import { RULE_SETS, type RuleSetId } from '@/lib/domain/disclosure/rule-set';
import type { Column } from './column';
import type { RowCheck } from './dataset';
import { type NumberCell, numberOrNull } from './missing-mark';

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

/** Counts that aren't rounded as was said, or that the rule withholds, are faults of their row. */
export const checkCounts = (counts: readonly (readonly [Column<unknown>, NumberCell])[], row: RowCheck): void => {
  if (row.counts === null) return;
  const base = statedBase(row.counts);
  const withheld = RULE_SETS[row.counts.ruleSet].suppressedCounts;
  for (const [column, cell] of counts) {
    const count = numberOrNull(cell);
    if (count === null) continue;
    if (count % base !== 0) row.fail(column, count, 'not_rounded', notRounded(base, row.counts));
    else if (withheld && count >= withheld.lowest && count <= withheld.highest) {
      const message = `Counts from ${withheld.lowest} to ${withheld.highest} are withheld under this rule. Leave the cell empty.`;
      row.fail(column, count, 'small_count', message);
    }
  }
};
