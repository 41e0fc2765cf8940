import { PATHWAY_LEVERS } from '@/lib/domain/levers/catalogue/pathway-levers';
import { quantileOf } from '@/lib/domain/levers/distribution';
import type { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import {
  type Drawn,
  type UncertainNumber,
  uncertainNumbers,
  valueIn,
} from '@/lib/domain/pathway-scenario/uncertain-numbers';
import { pathwayDraws } from '@/lib/domain/uncertainty/draw-plan';
import { valueOfParameter } from '@/lib/domain/uncertainty/value-of-parameter';

/** What one uncertain number is worth knowing before deciding. Posts are specialty posts filled more, over the whole run. */
export interface KnownNumber {
  readonly name: string;
  /** Where it lies in 80 % of draws, in its unit; null: whether a lever does anything at all. */
  readonly range: { readonly low: number; readonly high: number; readonly unit: string } | null;
  /** Posts gained on average by deciding once it is known. */
  readonly posts: number;
  /** Share of the variance of the answer that goes with it alone, 0 to 1. */
  readonly varianceShare: number;
}

export interface ValueOfKnowing {
  readonly kind: 'value';
  readonly draws: number;
  /** The offer is worth making from so many posts more. */
  readonly leastPosts: number;
  readonly meanPosts: number;
  /** Posts gained on average if everything were known first: no number is worth more. */
  readonly everything: number;
  /** Largest first; those no clearer than chance are left out. */
  readonly numbers: readonly KnownNumber[];
}

/** Below this a cubic through the draws is led by chance. */
export const LEAST_DRAWS_FOR_VALUE = 256;
const MOST_SHOWN = 8;
/** Upper 0.1 % point of χ² with three degrees of freedom: of some thirty numbers, one without any part in the answer rarely seems to explain more. */
const CHANCE = 16.27;

const rangeOf = ({ spread }: UncertainNumber): KnownNumber['range'] =>
  spread && {
    low: quantileOf(spread.distribution, 0.1),
    high: quantileOf(spread.distribution, 0.9),
    unit: spread.unit,
  };

/**
 * Which uncertain number is worth finding out before an offer is made or left (expected value of partial perfect information), in
 * posts. The offer is taken to be worth making where it fills at least `leastPosts` more over the run: what the money
 * would fill elsewhere. What it costs in a draw doesn't enter.
 * @param extraPosts specialty posts filled more in each draw, at least 256
 * @throws RangeError with fewer draws.
 */
export const valueOfKnowing = (drawn: Drawn, extraPosts: readonly number[], leastPosts: number): ValueOfKnowing => {
  const draws = extraPosts.length;
  if (draws < LEAST_DRAWS_FOR_VALUE) throw new RangeError(`the value of knowing takes ${LEAST_DRAWS_FOR_VALUE} draws`);
  const benefit = extraPosts.map((posts) => posts - leastPosts);
  const mean = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0) / draws;
  const numbers = uncertainNumbers(drawn).flatMap((number) => {
    const found = valueOfParameter(
      benefit,
      benefit.map((_, draw) => valueIn(number, draw)),
    );
    if (found.kind !== 'computed' || found.varianceShare < CHANCE / draws) return [];
    return [{ name: number.name, range: rangeOf(number), posts: found.evppi, varianceShare: found.varianceShare }];
  });
  return {
    kind: 'value',
    draws,
    leastPosts,
    meanPosts: mean(extraPosts),
    everything: mean(benefit.map((one) => Math.max(0, one))) - Math.max(0, mean(benefit)),
    numbers: numbers
      .toSorted((one, other) => other.posts - one.posts || other.varianceShare - one.varianceShare)
      .slice(0, MOST_SHOWN),
  };
};

export interface ValueRequest {
  readonly scenario: PathwayScenario;
  /** Of the stored result of a run of it. */
  readonly extraPosts: readonly number[];
  readonly leastPosts: number;
}

/** The same of a stored run, from the draws that it has kept: nothing is run anew. */
export const valueOfRun = ({ scenario, extraPosts, leastPosts }: ValueRequest): ValueOfKnowing => {
  const { offers, seed, noEffectProbability } = scenario;
  const levers = PATHWAY_LEVERS.filter(({ id }) => offers.some(({ leverId }) => leverId === id));
  return valueOfKnowing({ levers, sampler: pathwayDraws(seed), noEffectProbability }, extraPosts, leastPosts);
};
