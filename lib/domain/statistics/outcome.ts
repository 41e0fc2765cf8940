/**
 * Why a method gives no figure. One vocabulary for every method of this folder, so that a screen words each reason once.
 *
 * - `not_finite`: an input is missing, infinite or not a number
 * - `no_denominator`: a denominator, population or exposure is zero or negative
 * - `negative_events`: a count, flow or headcount is below zero
 * - `events_exceed_total`: a part is larger than its whole
 * - `lengths_differ`: columns that belong together have different lengths
 * - `too_few_values`: fewer values than the method needs
 * - `out_of_range`: an input is outside the range the method is defined for, or so extreme that the result overflows
 * - `no_events`: nothing was counted, so there is nothing to compare
 * - `no_variation`: the values do not differ, so there is nothing to relate to
 * - `separated`: a covariate predicts the outcome perfectly, so its coefficient has no finite value
 * - `collinear`: a covariate is a combination of the others
 * - `not_converged`: the fit did not settle
 */
export const REFUSAL_REASONS = [
  'not_finite',
  'no_denominator',
  'negative_events',
  'events_exceed_total',
  'lengths_differ',
  'too_few_values',
  'out_of_range',
  'no_events',
  'no_variation',
  'separated',
  'collinear',
  'not_converged',
] as const;
export type RefusalReason = (typeof REFUSAL_REASONS)[number];

export interface Refused {
  readonly kind: 'refused';
  readonly reason: RefusalReason;
}

/** What a method gives: its results, or the reason why there are none. Never NaN and never an exception. */
export type Outcome<T> = ({ readonly kind: 'computed' } & Readonly<T>) | Refused;

export const refused = (reason: RefusalReason): Refused => ({ kind: 'refused', reason });

const holdsOnlyFiniteNumbers = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(holdsOnlyFiniteNumbers);
  if (typeof value === 'object' && value !== null) return Object.values(value).every(holdsOnlyFiniteNumbers);
  return true;
};

/** The results of a method. Inputs so extreme that arithmetic overflowed are refused here: no NaN leaves a method. */
export const computed = <T extends object>(results: T): Outcome<T> =>
  holdsOnlyFiniteNumbers(results) ? { kind: 'computed', ...results } : refused('out_of_range');
