import { ModelInputError } from '@/lib/domain/pathway/model-input-error';

/**
 * Factor on a population's hazard of leaving when the share with high burnout changes: `(q′ HR + 1 − q′) ÷ (q HR + 1 − q)`.
 * Shares 0 to 1; `hazardRatio` of those with against those without. Source: scenario model §5.3.
 * @throws ModelInputError for a share outside 0 to 1 or a ratio not above 0.
 */
export const burnoutMixtureMultiplier = (
  prevalenceBefore: number,
  prevalenceAfter: number,
  hazardRatio: number,
): number => {
  const isShare = (share: number): boolean => share >= 0 && share <= 1;
  if (!isShare(prevalenceBefore) || !isShare(prevalenceAfter))
    throw new ModelInputError('a share lies between 0 and 1');
  if (!(hazardRatio > 0)) throw new ModelInputError('a hazard ratio must be above 0');
  const mixed = (share: number): number => share * hazardRatio + 1 - share;
  return mixed(prevalenceAfter) / mixed(prevalenceBefore);
};
