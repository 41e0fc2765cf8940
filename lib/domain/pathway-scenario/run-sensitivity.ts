import { drawnParametersOf } from '@/lib/domain/levers/lever-basis';
import { LEVER_PARAMETERS, type LeverParameterId } from '@/lib/domain/levers/lever-parameters';
import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import { partialRankCorrelation } from '@/lib/domain/pathway/outputs/partial-rank-correlation';
import { RATE_PARAMETERS } from '@/lib/domain/pathway-rates/rate-parameters';
import type { LatinHypercube } from '@/lib/domain/statistics/latin-hypercube';

/** How strongly the spread of the answer goes with one uncertain number, the others held: −1 to 1. */
export interface Sensitivity {
  readonly name: string;
  readonly coefficient: number;
}

const MOST_SHOWN = 10;

type Dimension = { readonly name: string; readonly at: (draw: number) => number };

/** The numbers that differ between draws of these levers: by rank, so that the place within its distribution is enough. */
const dimensionsOf = (
  levers: readonly PathwayLever[],
  sampler: LatinHypercube,
  noEffectProbability: number,
): Dimension[] => {
  const ids = new Set<LeverParameterId>(['b', 'gamma', ...(levers.length > 1 ? (['rho'] as const) : [])]);
  for (const lever of levers) for (const id of drawnParametersOf(lever)) ids.add(id);
  return [
    ...[...ids].map((id) => ({ name: LEVER_PARAMETERS[id].name, at: (draw: number) => sampler.at(id, draw) })),
    ...Object.entries(RATE_PARAMETERS).flatMap(([id, { name, distribution }]) =>
      distribution.dist === 'fixed' ? [] : [{ name, at: (draw: number) => sampler.at(id, draw) }],
    ),
    ...levers.map(({ id, name }) => ({
      name: `${name}: whether it does anything`,
      at: (draw: number) => (sampler.at(`no-effect:${id}`, draw) < noEffectProbability ? 0 : 1),
    })),
  ];
};

/**
 * Which uncertain numbers matter most for an answer, the largest first: a tornado by partial rank correlation. Empty where
 * nothing varies or there are too few draws. It says what to find out, not what causes what.
 */
export const sensitivityOf = (
  {
    levers,
    sampler,
    noEffectProbability,
  }: {
    readonly levers: readonly PathwayLever[];
    readonly sampler: LatinHypercube;
    readonly noEffectProbability: number;
  },
  outcome: readonly number[],
): Sensitivity[] => {
  const found = partialRankCorrelation(
    dimensionsOf(levers, sampler, noEffectProbability).map(({ name, at }) => ({
      name,
      values: outcome.map((_, draw) => at(draw)),
    })),
    outcome,
  );
  if (found.kind !== 'computed') return [];
  return found.parameters
    .flatMap(({ name, coefficient }) => (coefficient === null ? [] : [{ name, coefficient }]))
    .toSorted((one, other) => Math.abs(other.coefficient) - Math.abs(one.coefficient))
    .slice(0, MOST_SHOWN);
};
