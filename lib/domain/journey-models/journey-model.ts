import { standardNormalQuantile } from '@/lib/domain/statistics/confidence-level';
import type { RefusalReason } from '@/lib/domain/statistics/outcome';

export type JourneyModelName = 'entrants' | 'female_share' | 'non_white_share' | 'foundation' | 'return_home';

/** On the scale of the linear predictor: logs of counts or of odds. Limits are 95 %. */
export interface Estimate {
  readonly estimate: number;
  readonly se: number;
  readonly lower: number;
  readonly upper: number;
}

export interface Coefficient extends Estimate {
  readonly term: string;
}

/** Something the fit does without. Say so wherever the model is shown. */
export interface LeftOut {
  readonly what: 'authority' | 'school' | 'foundation_area' | 'home_region' | 'group' | 'term';
  readonly code: string;
  readonly reason: RefusalReason;
}

export interface ModelDiagnostics {
  /** People counted in the cells of the fit. */
  readonly people: number;
  readonly degreesOfFreedom: number;
  readonly deviance: number;
  /** Without the slopes: constants and offset only. */
  readonly nullDeviance: number;
  /** 1 − deviance ÷ null deviance: McFadden's pseudo-R² on the deviance scale. */
  readonly devianceExplained: number;
  /** Pearson χ² ÷ degrees of freedom: 1 where cells vary as counts do by chance, above 1 where over-dispersed. */
  readonly dispersion: number;
  /** How the standard errors were made. */
  readonly errorsMethod: string;
  readonly leftOut: readonly LeftOut[];
  /** Of the model of entrants: whom they are set against. */
  readonly setAgainst?: 'aged_16_17' | 'residents' | undefined;
}

export interface JourneyModel {
  readonly model: JourneyModelName;
  /** Cells in the fit; those without people count wherever the model can learn from them. */
  readonly n: number;
  /** Share of those cells in which nobody, or nobody of the kind modelled, was counted. */
  readonly zeroShare: number;
  readonly coefficients: readonly Coefficient[];
  readonly diagnostics: ModelDiagnostics;
}

/** Fewer people of the rarer kind for each slope make slopes and intervals untrustworthy (Peduzzi and others 1996). */
const LEAST_PEOPLE_PER_SLOPE = 10;

export const areTooFew = (people: number, slopes: number): boolean => people < LEAST_PEOPLE_PER_SLOPE * slopes;

const Z = standardNormalQuantile(0.95);

export const estimateOf = (estimate: number, se: number): Estimate => ({
  estimate,
  se,
  lower: estimate - Z * se,
  upper: estimate + Z * se,
});

export const coefficientOf = (term: string, estimate: number, se: number): Coefficient => ({
  term,
  ...estimateOf(estimate, se),
});

/** Standard deviations within which something that rounding hides is taken to lie: 99.9 % of the time it is no more than that. */
export const AT_MOST = 3;

interface ErrorsOfFit {
  readonly modelErrors: readonly number[];
  readonly hc1Errors: readonly number[];
  readonly dispersion: number;
}

/**
 * The larger of two standard errors: the model's times √dispersion, never below the model's own, and the robust HC1.
 * HC1 alone is too small where few cells carry a slope; the scaled one alone where the spread isn't in proportion to the mean.
 */
export const prudentErrors = ({ modelErrors, hc1Errors, dispersion }: ErrorsOfFit): readonly number[] =>
  modelErrors.map((error, k) => Math.max(error * Math.sqrt(Math.max(1, dispersion)), hc1Errors[k] ?? 0));

export const ERRORS_METHOD =
  'Standard errors: the larger of the quasi-likelihood (Pearson dispersion, at least 1) and the robust HC1.';

/** Positive where the whole interval lies above 0, negative where below, else null: no direction is clear. */
export const clearDirection = ({ lower, upper }: Pick<Estimate, 'lower' | 'upper'>): 1 | -1 | null => {
  if (lower > 0) return 1;
  return upper < 0 ? -1 : null;
};
