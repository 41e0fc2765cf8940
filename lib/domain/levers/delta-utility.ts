import type { LatinHypercube } from '@/lib/domain/statistics/latin-hypercube';
import { quantileOf } from './distribution';
import type { Lever } from './lever';
import type { SharedParameters } from './lever-catalogue';

/** Utility shifts above this are not modelled (scenario-model §2.3, package rule). */
export const DELTA_UTILITY_CAP = 1.5;

/** Utility shifts above this are outside the range that was studied. */
export const DELTA_UTILITY_EVIDENCE = 1;

/** A lever with the £ per place per year that the holder of a covered post gets. */
export interface PricedLever {
  readonly lever: Lever;
  readonly payPerYearGbp: number;
}

export interface DrawContext {
  readonly shared: SharedParameters;
  readonly sampler: LatinHypercube;
  readonly basicPayGbp: number;
  /** Probability that an uncertain lever has no effect, 0 to 1. */
  readonly noEffectProbability: number;
}

/** Utility per 1 % of basic pay in one draw; all levers share it. */
export const moneyScale = ({ shared, sampler }: DrawContext, draw: number): number =>
  quantileOf(shared.bPerPctPay.distribution, sampler.at('b', draw));

/** Levers whose range has to include no effect: very low or no certainty, and every stable-placement lever. */
export const mayHaveNoEffect = (lever: Lever): boolean =>
  lever.certainty === 'none' || lever.certainty === 'very_low' || lever.family === 'stability';

const fullEffect = ({ lever, payPerYearGbp }: PricedLever, context: DrawContext, draw: number): number | null => {
  const { effect } = lever;
  const { sampler, basicPayGbp } = context;
  switch (effect.kind) {
    case 'none':
      return null;
    case 'direct':
      return quantileOf(effect.distribution, sampler.at(`direct:${lever.id}`, draw));
    case 'pay':
      return moneyScale(context, draw) * 100 * (payPerYearGbp / basicPayGbp);
    case 'wta':
      return effect.factors.reduce(
        (product, { name, distribution }) => product * quantileOf(distribution, sampler.at(`factor:${name}`, draw)),
        moneyScale(context, draw),
      );
  }
};

/**
 * Utility shift at application of one lever in one draw; null where the lever acts on staying and not
 * on a recruitment round. `pay`: b × 100 × £ ÷ basic pay. `wta`: b × Π factors. `direct`: drawn
 * itself. With the given probability an uncertain lever's draw is 0 (scenario-model §5.8).
 * @throws RangeError where the draw doesn't exist.
 */
export const drawDeltaUtility = (priced: PricedLever, context: DrawContext, draw: number): number | null => {
  const full = fullEffect(priced, context, draw);
  if (full === null || !mayHaveNoEffect(priced.lever)) return full;
  return context.sampler.at(`no-effect:${priced.lever.id}`, draw) < context.noEffectProbability ? 0 : full;
};

export interface PackageShift {
  /** Capped at `DELTA_UTILITY_CAP`. */
  readonly deltaUtility: number;
  /** The sum before the cap lies above `DELTA_UTILITY_EVIDENCE`. */
  readonly outsideEvidence: boolean;
}

/**
 * Utility shift of a package: the largest lever in full and a share `rho` of the sum of the others,
 * capped at 1.5 (scenario-model §2.3, an assumption). No lever: 0.
 */
export const packageShift = (deltaUtilities: readonly number[], rho: number): PackageShift => {
  if (deltaUtilities.length === 0) return { deltaUtility: 0, outsideEvidence: false };
  const largest = Math.max(...deltaUtilities);
  const others = deltaUtilities.reduce((sum, shift) => sum + shift, -largest);
  const total = deltaUtilities.length === 1 ? largest : largest + rho * others;
  return { deltaUtility: Math.min(total, DELTA_UTILITY_CAP), outsideEvidence: total > DELTA_UTILITY_EVIDENCE };
};

/** Share of the other levers' effects that a package keeps, in one draw. */
export const drawPackageRho = ({ shared, sampler }: DrawContext, draw: number): number =>
  quantileOf(shared.packageRho.distribution, sampler.at('rho', draw));
