import jstat from 'jstat';
import { ModelInputError } from '@/lib/domain/pathway/model-input-error';

/**
 * Expected value of perfect information between two options whose incremental net benefit is normal:
 * `s [φ(d) − d (1 − Φ(d))]` with `d = |m| ÷ s`. In the unit of the benefit. Source: scenario model §5.3.
 * @throws ModelInputError for a standard deviation that isn't above 0.
 */
export const evpiTwoOptions = (mean: number, sd: number): number => {
  if (!(sd > 0)) throw new ModelInputError('the standard deviation must be above 0');
  const d = Math.abs(mean) / sd;
  return sd * (Math.exp((-d * d) / 2) / Math.sqrt(2 * Math.PI) - d * (1 - jstat.normal.cdf(d, 0, 1)));
};
