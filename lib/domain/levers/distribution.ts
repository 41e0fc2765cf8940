import jstat from 'jstat';
import type { Distribution } from './lever';

/** The share `probability` of what lies between the cuts; from the nearer tail, so that far cuts lose no digits. */
const truncatedNormal = (
  { mean, sd, lo, hi }: Extract<Distribution, { dist: 'truncnormal' }>,
  probability: number,
): number => {
  const mirrored = lo > mean;
  const below = (value: number): number => jstat.normal.cdf(mirrored ? 2 * mean - value : value, mean, sd);
  const [from, to] = [below(lo), below(hi)];
  const at = jstat.normal.inv(from + probability * (to - from), mean, sd);
  return Math.min(hi, Math.max(lo, mirrored ? 2 * mean - at : at));
};

/**
 * Beta with a given mean and standard deviation, both on the 0–1 scale: `a = m (m (1 − m) ÷ s² − 1)`,
 * `b = (1 − m)(m (1 − m) ÷ s² − 1)` (method of moments).
 * @throws RangeError where no beta has them.
 */
export const betaOfMoments = (mean: number, sd: number): Extract<Distribution, { dist: 'beta' }> => {
  const size = (mean * (1 - mean)) / sd ** 2 - 1;
  if (!(mean > 0 && mean < 1 && sd > 0 && size > 0)) throw new RangeError('no beta has this mean and spread');
  return { dist: 'beta', a: mean * size, b: (1 - mean) * size };
};

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
    case 'truncnormal':
      return truncatedNormal(distribution, probability);
    case 'lognormal':
      return jstat.lognormal.inv(probability, Math.log(distribution.median), distribution.sdlog);
    case 'beta':
      return jstat.beta.inv(probability, distribution.a, distribution.b);
    case 'uniform':
      return distribution.lo + probability * (distribution.hi - distribution.lo);
  }
};
