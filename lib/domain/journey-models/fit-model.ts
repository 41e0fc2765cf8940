import { toNearestFive } from '@/lib/domain/disclosure/rounding';
import { roundedEntrantsModel } from '@/lib/domain/journey-models/intervals/rounded-entrants';
import { roundedFoundationModel } from '@/lib/domain/journey-models/intervals/rounded-foundation';
import { roundedShareModel } from '@/lib/domain/journey-models/intervals/rounded-shares';
import type { Outcome } from '@/lib/domain/statistics/outcome';
import { entrantsModel } from './entrants-model';
import type { FitRequest, RoundedRequest } from './fit-request';
import type { FitOutcome, FittedModel } from './fitted-model';
import { foundationModel } from './foundation-model';
import type { JourneyModel } from './journey-model';
import { REACH_TERMS, type ReachSchool } from './reach-design';
import { returnModel } from './return-model';
import type { SchoolSlopesModel } from './school-slopes';
import { shareModel } from './share-model';
import { slopesByFounding } from './slopes-by-founding';

const kept = ({ model, n, zeroShare, coefficients, diagnostics }: JourneyModel) => ({
  model,
  n,
  zeroShare,
  coefficients,
  diagnostics: { ...diagnostics, people: toNearestFive(diagnostics.people) },
});

const outcomeOf = <T extends JourneyModel>(
  outcome: Outcome<T>,
  more: (model: T) => Pick<FittedModel, 'adjustment' | 'bySchool'>,
): FitOutcome =>
  outcome.kind === 'refused' ? outcome : { kind: 'fitted', fitted: { ...kept(outcome), ...more(outcome) } };

const foundingOf = (model: SchoolSlopesModel, schools: readonly ReachSchool[]) =>
  REACH_TERMS.flatMap((term) => {
    const found = slopesByFounding(model, schools, term);
    if (found.kind === 'refused') return [];
    const { correlation, lower, upper, pairs } = found;
    return [{ term, n: pairs.length, correlation, lower, upper, pairs }];
  });

/** With founding years only where entrants are modelled: the share models say nothing of how schools' reach thins out. */
const schoolsOf =
  (schools: readonly ReachSchool[] | null) =>
  (model: SchoolSlopesModel): Pick<FittedModel, 'adjustment' | 'bySchool'> => ({
    adjustment: null,
    bySchool: {
      slopes: model.slopes,
      schools: model.schools.map((one) => ({ ...one, people: toNearestFive(one.people) })),
      standards: model.standards,
      founding: schools === null ? [] : foundingOf(model, schools),
    },
  });

const fitCohort = (request: Exclude<FitRequest, RoundedRequest>): FitOutcome => {
  switch (request.model) {
    case 'entrants':
      return outcomeOf(entrantsModel(request.input), schoolsOf(request.input.schools));
    case 'female_share':
    case 'non_white_share':
      return outcomeOf(shareModel(request.model, request.input), schoolsOf(null));
    case 'foundation':
      return outcomeOf(foundationModel(request.input), ({ adjustment }) => ({ adjustment, bySchool: null }));
    case 'return_home':
      return outcomeOf(returnModel(request.input), () => ({ adjustment: null, bySchool: null }));
  }
};

const fitRounded = (request: RoundedRequest): FitOutcome => {
  switch (request.model) {
    case 'entrants':
      return outcomeOf(roundedEntrantsModel(request.input), schoolsOf(request.input.schools));
    case 'female_share':
    case 'non_white_share':
      return outcomeOf(roundedShareModel(request.model, request.input), schoolsOf(null));
    case 'foundation':
      return outcomeOf(roundedFoundationModel(request.input), ({ adjustment }) => ({ adjustment, bySchool: null }));
  }
};

/** Fits what is asked for; people are rounded to 5 in what is given, cells aren't people and are exact. */
export const fitModel = (request: FitRequest): FitOutcome => {
  if (!('roundedTo' in request)) return fitCohort(request);
  const outcome = fitRounded(request);
  if (outcome.kind === 'refused') return outcome;
  return { ...outcome, fitted: { ...outcome.fitted, roundedTo: request.roundedTo } };
};
