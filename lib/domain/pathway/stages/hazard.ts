import { ModelInputError } from '@/lib/domain/pathway/model-input-error';

/**
 * Annual hazard of an annual probability, `h = −ln(1 − p)`. Ratios act on it, never on the probability.
 * @throws ModelInputError for a probability that isn't from 0 to below 1.
 */
export const hazardOf = (probability: number): number => {
  if (!(probability >= 0 && probability < 1)) throw new ModelInputError('an annual probability is from 0 to below 1');
  return -Math.log1p(-probability);
};

/** Share that is still there after `years` at a hazard: `e^(−h n)`. */
export const survivalOf = (hazard: number, years = 1): number => Math.exp(-hazard * years);

export interface HazardRatioEffect {
  readonly hazard: number;
  readonly newAnnualProbability: number;
  readonly survival: number;
  /** Against a ratio of 1, head count. */
  readonly extraCompletions: number;
}

/** What a hazard ratio does to annual leaving and to completions after `years`: `p′ = 1 − e^(−HR h)`. */
export const hazardRatioEffect = (request: {
  annualProbability: number;
  hazardRatio: number;
  years: number;
  entrants: number;
}): HazardRatioEffect => {
  const hazard = hazardOf(request.annualProbability);
  const survival = survivalOf(hazard * request.hazardRatio, request.years);
  return {
    hazard,
    newAnnualProbability: 1 - survivalOf(hazard * request.hazardRatio),
    survival,
    extraCompletions: request.entrants * (survival - survivalOf(hazard, request.years)),
  };
};
