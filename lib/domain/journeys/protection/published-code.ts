import { type PublishedCell, WITHHELD } from '@/lib/domain/disclosure/protected-table';
import { toNearestFive } from '@/lib/domain/disclosure/rounding';
import type { RuleSet } from '@/lib/domain/disclosure/rule-set';

/** A published cell in 32 bits: a published count from 0 up, or one of these. */
export const LOW_CODE = -1;
export const WITHHELD_CODE = -2;

const LOW: PublishedCell = { kind: 'low' };

export const cellOf = (code: number): PublishedCell => {
  if (code === LOW_CODE) return LOW;
  return code === WITHHELD_CODE ? WITHHELD : { kind: 'value', count: code };
};

/** What a rule set alone makes of a count of people. */
export const publish = (count: number, { suppressedCounts, roundedTo }: RuleSet): number => {
  if (suppressedCounts && count >= suppressedCounts.lowest && count <= suppressedCounts.highest) return WITHHELD_CODE;
  if (roundedTo === 1 || (suppressedCounts && count === 0)) return count;
  const rounded = toNearestFive(count);
  return rounded === 0 ? LOW_CODE : rounded;
};
