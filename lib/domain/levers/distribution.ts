import jstat from 'jstat';
import type { Distribution } from './lever';

/**
 * The value of a distribution below which the share `probability` of it lies, in the distribution's
 * own unit. Lognormal: `median` in that unit, `sdlog` on the natural-log scale.
 * @throws RangeError where `probability` isn't strictly between 0 and 1.
 */
export const quantileOf = (distribution: Distribution, probability: number): number => {
  if (!(probability > 0 && probability < 1)) throw new RangeError('a probability strictly between 0 and 1');
  switch (distribution.dist) {
    case 'fixed':
      return distribution.value;
    case 'normal':
      return jstat.normal.inv(probability, distribution.mean, distribution.sd);
    case 'lognormal':
      return jstat.lognormal.inv(probability, Math.log(distribution.median), distribution.sdlog);
    case 'beta':
      return jstat.beta.inv(probability, distribution.a, distribution.b);
    case 'uniform':
      return distribution.lo + probability * (distribution.hi - distribution.lo);
  }
};
