import { RULE_SETS, type RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { type CountRules, ROUNDED_TO_5 } from '@/lib/domain/reach/published-count';

interface RoundedBy {
  readonly kind: 'cohort' | 'intake' | 'rounded';
  readonly ruleSet: RuleSetId;
  /** What a publisher has rounded to; null where it isn't said. */
  readonly roundingBase: number | null;
}

/** How the counts of a source were rounded. A publisher who doesn't say is taken to have rounded to 5. */
export const sourceRules = ({ kind, ruleSet, roundingBase }: RoundedBy): CountRules => {
  const { roundedTo, smallestBase } = RULE_SETS[ruleSet];
  if (kind !== 'rounded') return { roundedTo, smallestBase };
  return { ...ROUNDED_TO_5, roundedTo: roundingBase ?? ROUNDED_TO_5.roundedTo };
};
