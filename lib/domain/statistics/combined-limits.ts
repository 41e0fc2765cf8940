import { sum } from './sum';

export interface LimitedValue {
  readonly weight: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Limits of a weighted sum of independent values from the limits of each, without assuming that those are symmetrical.
 * Of two proportions with weights 1 and −1 and Wilson limits it is Newcombe's hybrid score interval.
 *
 * Domain: finite values within their limits (callers check). None gives 0 with limits 0.
 * Source: Zou and Donner 2008 (MOVER: method of variance estimates recovery).
 */
export const combinedLimits = (
  terms: readonly LimitedValue[],
): { readonly value: number; readonly lower: number; readonly upper: number } => {
  const value = sum(terms.map((term) => term.weight * term.value));
  const below = terms.map(({ weight, value: own, lower, upper }) => weight * (own - (weight > 0 ? lower : upper)));
  const above = terms.map(({ weight, value: own, lower, upper }) => weight * ((weight > 0 ? upper : lower) - own));
  return { value, lower: value - Math.hypot(...below), upper: value + Math.hypot(...above) };
};
