import { toNearestFive } from '@/lib/domain/disclosure/rounding';
import { isSmallCount, RULE_SETS, RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { entrantsModel } from '@/lib/domain/journey-models/entrants-model';
import { foundationModel } from '@/lib/domain/journey-models/foundation-model';
import { entrantsInput, foundationInput, type ModelPlaces } from '@/lib/domain/journey-models/from-journeys';
import type { ReachTerm } from '@/lib/domain/journey-models/reach-design';
import { slopesByFounding } from '@/lib/domain/journey-models/slopes-by-founding';
import type { JourneyStore } from '@/lib/domain/journeys/journey-store';
import type { Protect } from './count-source';
import type { Coefficient, SlopeWithFounding } from './evidence-input';
import { statedCoefficient } from './stated-coefficient';

/** Small counts are withheld and the others rounded, whatever rule came with the cohort: the cards are for every reader. */
export const protectForCards: Protect = (people) =>
  isSmallCount(people) ? { kind: 'suppressed' } : { kind: 'value', count: toNearestFive(people) };

export const CARD_RULES = RULE_SETS[RuleSetId.enum.nhs_subnational_1_to_7];

interface ModelEvidence {
  readonly deprivationSlope: SlopeWithFounding | null;
  readonly distanceSlope: SlopeWithFounding | null;
  readonly femaleTerm: Coefficient | null;
  readonly nonWhiteTerm: Coefficient | null;
}

/** What the cards take from the models: correlations over schools and terms for everybody, never a slope of one school. */
export function modelEvidence(store: JourneyStore, places: ModelPlaces): ModelEvidence {
  const entrants = entrantsModel(entrantsInput(store, places));
  const foundation = foundationModel(foundationInput(store, places));
  const against = (term: ReachTerm): SlopeWithFounding | null => {
    const found = entrants.kind === 'computed' ? slopesByFounding(entrants, places.schools, term) : null;
    if (found?.kind !== 'computed') return null;
    const { correlation, lower, upper, pairs } = found;
    return { n: pairs.length, correlation, lower, upper };
  };
  const term = (name: string): Coefficient | null => {
    const found = foundation.kind === 'computed' ? foundation.coefficients.find((one) => one.term === name) : undefined;
    return found ? statedCoefficient(found) : null;
  };
  return {
    deprivationSlope: against('deprivation'),
    distanceSlope: against('log_distance'),
    femaleTerm: term('log_distance:female'),
    nonWhiteTerm: term('log_distance:non_white'),
  };
}
