import { LOW, type Measure, measured, SUPPRESSED } from '@/lib/domain/measure/measure';
import { type ConfidenceLevel, wilsonInterval } from '@/lib/domain/statistics/wilson';
import type { PublishedCell } from './protected-table';
import type { RuleSet } from './rule-set';

/**
 * A share (0 to 1) of two published cells with its Wilson interval, worked out from the rounded counts that are shown and
 * from nothing else: a percentage and its interval at one decimal give away the exact counts in 98 of 100 cases below 100
 * people. Suppressed where a part is suppressed or the published base is below the rule set's (22.5: shown as 25 or more);
 * low where the part is.
 */
export const publishedShare = (
  part: PublishedCell,
  base: PublishedCell,
  ruleSet: RuleSet,
  level: ConfidenceLevel = 0.95,
): Measure => {
  if (part.kind === 'not_applicable' || base.kind === 'not_applicable') {
    return { kind: 'not_applicable', reason: 'This combination cannot occur' };
  }
  if (part.kind === 'suppressed' || base.kind !== 'value' || base.count < ruleSet.smallestBase) return SUPPRESSED;
  if (part.kind === 'low') return LOW;
  const result = wilsonInterval(part.count, base.count, level);
  if (result.kind === 'refused')
    return { kind: 'not_applicable', reason: 'The count and its base do not make a share' };
  return measured(part.count / base.count, result.interval);
};
