import { quantileOf } from '@/lib/domain/levers/distribution';
import type { Distribution } from '@/lib/domain/levers/lever';
import type { LatinHypercube } from '@/lib/domain/statistics/latin-hypercube';

type Column = { readonly distribution: Distribution; readonly values: Float64Array };

/** Quantiles of betas and truncated normals are slow, and the same draws are asked for again at every setting of a lever. */
const columns = new WeakMap<LatinHypercube, Map<string, Column>>();

function columnOf(sampler: LatinHypercube, name: string, distribution: Distribution): Float64Array {
  const known = columns.get(sampler) ?? new Map<string, Column>();
  columns.set(sampler, known);
  const found = known.get(name);
  if (found?.distribution === distribution) return found.values;
  const values = new Float64Array(sampler.draws).fill(Number.NaN);
  known.set(name, { distribution, values });
  return values;
}

/**
 * The parameters in one draw: the quantile of each at its own uniform number, made when first asked for. A parameter's
 * stream is known by its name, so that its draws don't depend on which others there are.
 * @throws RangeError where the draw doesn't exist.
 */
export const drawParameters =
  <Name extends string>(
    distributionOf: (name: Name) => Distribution,
    sampler: LatinHypercube,
    draw: number,
  ): ((name: Name) => number) =>
  (name) => {
    const distribution = distributionOf(name);
    const column = columnOf(sampler, name, distribution);
    const known = column[draw];
    if (known !== undefined && !Number.isNaN(known)) return known;
    const value = quantileOf(distribution, sampler.at(name, draw));
    column[draw] = value;
    return value;
  };
