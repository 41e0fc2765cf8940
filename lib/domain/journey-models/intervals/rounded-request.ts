import type { RoundedRequest } from '@/lib/domain/journey-models/fit-request';
import type { ModelPlaces } from '@/lib/domain/journey-models/from-journeys';
import type { JourneyModelName } from '@/lib/domain/journey-models/journey-model';
import type { RoundedStore } from '@/lib/domain/journeys/rounded-store';
import type { PublishingRule } from './count-range';
import { roundedEntrantsInput, roundedFoundationInput, roundedShareInput } from './ranges-of-tables';

/** What a model of rounded tables is fitted to; null where no rounded table carries it, or its table isn't loaded. */
export const roundedRequest = (
  model: JourneyModelName,
  store: RoundedStore,
  places: ModelPlaces,
  rule: PublishingRule,
): RoundedRequest | null => {
  const { roundedTo } = rule;
  switch (model) {
    case 'entrants': {
      const input = roundedEntrantsInput(store, places, rule);
      return input && { model, roundedTo, input };
    }
    case 'female_share':
    case 'non_white_share': {
      const input = roundedShareInput(store, places, rule, model);
      return input && { model, roundedTo, input };
    }
    case 'foundation': {
      const input = roundedFoundationInput(store, places, rule);
      return input && { model, roundedTo, input };
    }
    case 'return_home':
      return null;
  }
};
