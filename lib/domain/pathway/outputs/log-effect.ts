import { ModelInputError } from '@/lib/domain/pathway/model-input-error';

/** Width of a 95 % interval in standard errors, as the sources of the evidence table round it. */
const WIDTH_95 = 3.92;

/**
 * A ratio with its 95 % limits on the log scale: mean `ln estimate`, standard error `(ln upper − ln lower) ÷ 3.92`.
 * @throws ModelInputError for limits that aren't above 0 or in order.
 */
export const logMeanAndSe = (estimate: number, lower: number, upper: number): { logMean: number; logSe: number } => {
  if (!(estimate > 0 && lower > 0 && upper >= lower)) throw new ModelInputError('a ratio and its limits are above 0');
  return { logMean: Math.log(estimate), logSe: (Math.log(upper) - Math.log(lower)) / WIDTH_95 };
};
