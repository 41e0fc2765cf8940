import { RULE_SETS, RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { roundingBaseOf } from '@/lib/domain/journeys/rounding-base';

/** What counts are rounded to: at least what the source's rule says, and what they look like. Null where neither tells. */
export function statedRoundingBase(ruleSet: string, counts: Iterable<number>): number | null {
  const rule = RuleSetId.parse(ruleSet);
  const read = roundingBaseOf(counts);
  return rule === 'none' ? read : Math.max(RULE_SETS[rule].roundedTo, read ?? 0);
}
