import { quantileOf } from '@/lib/domain/levers/distribution';
import type { Distribution } from '@/lib/domain/levers/lever';
import type { LatinHypercube } from '@/lib/domain/statistics/latin-hypercube';

/**
 * The parameters in one draw: the quantile of each at its own uniform number, made when first asked for. A parameter's
 * stream is known by its name, so that its draws don't depend on which others there are.
 * @throws RangeError where the draw doesn't exist.
 */
export const drawParameters = <Name extends string>(
  distributionOf: (name: Name) => Distribution,
  sampler: LatinHypercube,
  draw: number,
): ((name: Name) => number) => {
  const known = new Map<Name, number>();
  return (name) => {
    const held = known.get(name);
    if (held !== undefined) return held;
    const value = quantileOf(distributionOf(name), sampler.at(name, draw));
    known.set(name, value);
    return value;
  };
};
