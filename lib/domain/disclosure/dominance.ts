import { type Measure, measured, SUPPRESSED } from '@/lib/domain/measure/measure';
import type { PublishedCell } from './protected-table';
import type { RuleSet } from './rule-set';

const FEWEST_CONTRIBUTORS = 3;

/** Share of the largest contribution that its nearest rival must stay unsure of. */
const UNSURE_SHARE = 0.1;

/**
 * Whether a contributor to a sum (FTE, pay) can work out another's contribution: fewer than three contributors, or the
 * second largest, taking its own away, knows the largest to within 10 % (the p % rule). Contributions are at least 0.
 */
export const isDominated = (contributions: readonly number[]): boolean => {
  const [largest = 0, second = 0, ...rest] = contributions.filter((one) => one > 0).toSorted((a, b) => b - a);
  const contributors = rest.length + (largest > 0 ? 1 : 0) + (second > 0 ? 1 : 0);
  if (contributors === 0) return false;
  const others = rest.reduce((sum, one) => sum + one, 0);
  return contributors < FEWEST_CONTRIBUTORS || others < UNSURE_SHARE * largest;
};

/**
 * A sum (FTE, pounds) beside the headcount it belongs to: suppressed where the headcount is not shown (FTE would give it
 * away), where it is too small for an average under the rule set, or where one contributor dominates.
 * `contributions`: one per person or employer, in the unit of the sum. Shown to the rule set's rounding.
 */
export const magnitudeBeside = (
  headcount: PublishedCell,
  contributions: readonly number[],
  ruleSet: RuleSet,
): Measure => {
  if (headcount.kind !== 'value' || headcount.count < ruleSet.smallestAverage) return SUPPRESSED;
  const isProtected = ruleSet.id !== 'none';
  if (!contributions.every((one) => Number.isFinite(one) && one >= 0)) {
    return { kind: 'not_applicable', reason: 'A contribution is missing or negative' };
  }
  if (isProtected && isDominated(contributions)) return SUPPRESSED;
  const sum = contributions.reduce((total, one) => total + one, 0);
  return measured(Math.floor(sum / ruleSet.roundedTo + 0.5) * ruleSet.roundedTo);
};
