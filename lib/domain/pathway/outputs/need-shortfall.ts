import { ModelInputError } from '@/lib/domain/pathway/model-input-error';

/**
 * Need-weighted shortfall `W = Σ w_r max(0, T_r − S_r) ÷ T_r`: a surplus in one region doesn't make up for another. Weights
 * and supply in any one unit each; 0 = nobody short. Source: scenario model §5.3.
 * @throws ModelInputError for lists of different lengths or a target that isn't above 0.
 */
export const needWeightedShortfall = (
  weights: ArrayLike<number>,
  target: ArrayLike<number>,
  supply: ArrayLike<number>,
): number => {
  if (weights.length !== target.length || supply.length !== target.length) {
    throw new ModelInputError('one weight, target and supply per region');
  }
  let shortfall = 0;
  for (let region = 0; region < target.length; region += 1) {
    const wanted = target[region] ?? 0;
    if (!(wanted > 0)) throw new ModelInputError('a target must be above 0');
    shortfall += ((weights[region] ?? 0) * Math.max(0, wanted - (supply[region] ?? 0))) / wanted;
  }
  return shortfall;
};
