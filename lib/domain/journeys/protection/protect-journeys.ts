import type { RuleSet } from '@/lib/domain/disclosure/rule-set';
import type { JourneyStore } from '@/lib/domain/journeys/journey-store';

export interface ProtectedJourneys {
  readonly store: JourneyStore;
  readonly ruleSet: RuleSet;
}
export const protectJourneys = (store: JourneyStore, ruleSet: RuleSet): ProtectedJourneys => ({ store, ruleSet });
