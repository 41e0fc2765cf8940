/** A nest of all posts against outside, utility 0. Classes of doctors differ in their utilities of the options. */
export interface NestedOptions {
  /** `[class][option]` what an option is worth to a class beside its constant. */
  readonly utilities: readonly (readonly number[])[];
  /** λ of the nest, above 0 to 1; 1 = plain logit. */
  readonly dissimilarity: number;
}

export interface NestedShares {
  /** Of the class, by option. */
  readonly shares: readonly number[];
  readonly outside: number;
  /** ln(1 + Z^λ): expected utility of the choice, which has no unit. */
  readonly inclusiveValue: number;
}

/**
 * Nested-logit shares of one class: with `Z = Σ e^(V/λ)`, the share placed is `Z^λ ÷ (1 + Z^λ)` and an option’s part of it
 * `e^(V/λ) ÷ Z`. An option of constant −∞ is not there.
 * Source: McFadden 1978.
 */
export const nestedShares = (
  utilities: readonly number[],
  constants: readonly number[],
  dissimilarity: number,
): NestedShares => {
  const inner = utilities.map((utility, o) => (utility + (constants[o] ?? 0)) / dissimilarity);
  const peak = Math.max(...inner);
  if (peak === Number.NEGATIVE_INFINITY) return { shares: inner.map(() => 0), outside: 1, inclusiveValue: 0 };
  const weights = inner.map((one) => Math.exp(one - peak));
  const total = weights.reduce((all, one) => all + one, 0);
  const logPower = dissimilarity * (peak + Math.log(total));
  // ln(1 + e^x) without overflow.
  const inclusiveValue = logPower > 0 ? logPower + Math.log1p(Math.exp(-logPower)) : Math.log1p(Math.exp(logPower));
  const placed = Math.exp(logPower - inclusiveValue);
  return {
    shares: weights.map((one) => (placed * one) / total),
    outside: Math.exp(-inclusiveValue),
    inclusiveValue,
  };
};
