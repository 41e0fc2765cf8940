/**
 * Ratio on the mean hazard of leaving as high burnout falls from one share of doctors to another:
 * `(q' HR + 1 − q') ÷ (q HR + 1 − q)`. Shares 0 to 1; `hazardRatio` of doctors with high burnout against others.
 */
export const burnoutMixture = (shareBefore: number, shareAfter: number, hazardRatio: number): number =>
  (shareAfter * hazardRatio + 1 - shareAfter) / (shareBefore * hazardRatio + 1 - shareBefore);
