import { quantileOf } from '@/lib/domain/levers/distribution';
import type { Distribution } from '@/lib/domain/levers/lever';
import { drawnParametersOf } from '@/lib/domain/levers/lever-basis';
import { LEVER_PARAMETERS, type LeverParameterId } from '@/lib/domain/levers/lever-parameters';
import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import { RATE_PARAMETERS } from '@/lib/domain/pathway-rates/rate-parameters';
import type { LatinHypercube } from '@/lib/domain/statistics/latin-hypercube';

/** What decides the draws of these levers. */
export interface Drawn {
  readonly levers: readonly PathwayLever[];
  readonly sampler: LatinHypercube;
  readonly noEffectProbability: number;
}

/** A number that differs between draws. */
export interface UncertainNumber {
  readonly name: string;
  /** Null: whether a lever does anything, 0 or 1. */
  readonly spread: { readonly distribution: Distribution; readonly unit: string } | null;
  /** Its place within its distribution, 0 to 1, rising with its value. */
  readonly at: (draw: number) => number;
}

/** Value in a draw, in its own unit. */
export const valueIn = ({ spread, at }: UncertainNumber, draw: number): number =>
  spread ? quantileOf(spread.distribution, at(draw)) : at(draw);

/** The numbers that differ between draws of these levers. */
export const uncertainNumbers = ({ levers, sampler, noEffectProbability }: Drawn): UncertainNumber[] => {
  const ids = new Set<LeverParameterId>(['b', 'gamma', ...(levers.length > 1 ? (['rho'] as const) : [])]);
  for (const lever of levers) for (const id of drawnParametersOf(lever)) ids.add(id);
  return [
    ...[...ids].map((id) => {
      const { name, distribution, unit } = LEVER_PARAMETERS[id];
      return { name, spread: { distribution, unit }, at: (draw: number) => sampler.at(id, draw) };
    }),
    ...Object.entries(RATE_PARAMETERS).flatMap(([id, { name, distribution, unit }]) =>
      distribution.dist === 'fixed'
        ? []
        : [{ name, spread: { distribution, unit }, at: (draw: number) => sampler.at(id, draw) }],
    ),
    ...levers.map(({ id, name }) => ({
      name: `${name}: whether it does anything`,
      spread: null,
      at: (draw: number) => (sampler.at(`no-effect:${id}`, draw) < noEffectProbability ? 0 : 1),
    })),
  ];
};
