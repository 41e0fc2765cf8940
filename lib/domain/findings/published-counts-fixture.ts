import type { RuleSet } from '@/lib/domain/disclosure/rule-set';
import type { JourneyFilter } from '@/lib/domain/journeys/journey-filter';
import type { JourneyStore } from '@/lib/domain/journeys/journey-store';
import { protectJourneys } from '@/lib/domain/journeys/protection/protect-journeys';
import { protectedTable } from '@/lib/domain/journeys/protection/protected-journeys';

/** A cohort's tables as they are published. */
export const cellsOf = (store: JourneyStore, ruleSet: RuleSet) => {
  const journeys = protectJourneys(store, ruleSet);
  return (shape: string, filter: JourneyFilter) => {
    const outcome = protectedTable(journeys, shape, filter);
    return outcome.kind === 'table' ? outcome.table : null;
  };
};
