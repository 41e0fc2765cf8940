import type { Certainty } from '@/lib/domain/levers/lever';
import { LEVER_PARAMETERS, type LeverParameterId } from '@/lib/domain/levers/lever-parameters';
import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';
import { basicPayAtNodeGbp } from '@/lib/domain/levers/pay-scale';
import { type Preferences, SHIFTED_PREFERENCES } from '@/lib/domain/levers/structural-switches';
import type { PathwayNode } from '@/lib/domain/pathway/engine/pathway-input';
import type { SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import { burnoutMixtureMultiplier } from '@/lib/domain/pathway/stages/burnout-mixture';
import type { LatinHypercube } from '@/lib/domain/statistics/latin-hypercube';
import { drawParameters } from '@/lib/domain/uncertainty/draw-parameters';
import type { Offer, Strength } from './offer';
import type { LiveOffer } from './offer-years';

export interface DrawSetting {
  readonly sampler: LatinHypercube;
  /** Probability that an uncertain lever has no effect, 0 to 1. */
  readonly noEffectProbability: number;
  readonly preferences: Preferences;
}

/** Levers in one draw of their parameters: one money scale for all. */
export interface LeverDraw {
  readonly parameter: (id: LeverParameterId) => number;
  /** Utility at entry of an offer, 0 where the draw has it do nothing. */
  readonly entryUtility: (live: LiveOffer, node: PathwayNode, group: SpecialtyGroup | null) => number;
  /** Ratio of its own on the hazard of leaving, 1 where the draw has it do nothing. */
  readonly ownRatio: (live: LiveOffer) => number;
  /** Whether its utility acts on leaving too. */
  readonly staysByUtility: (live: LiveOffer) => boolean;
  readonly careerUtility: (live: LiveOffer) => number;
  readonly careerRatio: (live: LiveOffer) => number;
}

/** Very low or no certainty, and every stable placement: the range has to include no effect. */
const mayDoNothing = ({ family }: PathwayLever, certainty: Certainty): boolean =>
  family === 'stability' || certainty === 'very_low' || certainty === 'none';

/** Share of draws below the interval that somebody gave, and above it. */
const OUTSIDE = 0.1;

/** Evenly spread, with 80 % of draws within the interval that somebody gave; cut at 0: no lever is read as its opposite. */
const strengthAt = ({ low, high }: Strength, probability: number): number =>
  Math.max(0, low + ((high - low) * (probability - OUTSIDE)) / (1 - 2 * OUTSIDE));

/**
 * Sizes of levers in one draw. A lever does nothing at all (at entry, on leaving, at CCT) in the draws where its one
 * no-effect number falls below the given probability, as far as its certainty there allows for it.
 * @throws RangeError where the draw doesn’t exist.
 */
export const leverDraw = ({ sampler, noEffectProbability, preferences }: DrawSetting, draw: number): LeverDraw => {
  const drawn = drawParameters((id: LeverParameterId) => LEVER_PARAMETERS[id].distribution, sampler, draw);
  const preference = preferences === 'shifted' ? SHIFTED_PREFERENCES : 1;
  const parameters = new Map<LeverParameterId, number>();
  const parameter = (id: LeverParameterId): number => {
    const known = parameters.get(id);
    if (known !== undefined) return known;
    const value = LEVER_PARAMETERS[id].statedPreference ? drawn(id) * preference : drawn(id);
    parameters.set(id, value);
    return value;
  };
  const idle = new Map<string, boolean>();
  const isIdle = (id: string): boolean => {
    const known = idle.get(id);
    if (known !== undefined) return known;
    const drawnIdle = sampler.at(`no-effect:${id}`, draw) < noEffectProbability;
    idle.set(id, drawnIdle);
    return drawnIdle;
  };
  const doesNothing = ({ lever }: LiveOffer, certainty: Certainty): boolean =>
    mayDoNothing(lever, certainty) && isIdle(lever.id);
  const strengths = new Map<Offer, number>();
  const strengthOf = ({ offer }: LiveOffer): number => {
    const { strength } = offer;
    if (!strength) return 1;
    const known = strengths.get(offer);
    if (known !== undefined) return known;
    const dimension = `strength:${offer.leverId}:${offer.regionCode}:${offer.group}`;
    const value = strengthAt(strength, sampler.at(dimension, draw));
    strengths.set(offer, value);
    return value;
  };
  const scaleOf = (live: LiveOffer): number => (live.offer.intensity / live.lever.intensity.whole) * strengthOf(live);
  const worth = (factors: readonly LeverParameterId[]): number =>
    factors.reduce((product, id) => product * parameter(id), parameter('b'));

  return {
    parameter,
    entryUtility: (live, node, group) => {
      const { offer, lever } = live;
      if (lever.entry.kind === 'none' || doesNothing(live, lever.certainty)) return 0;
      if (lever.entry.kind === 'wta') return worth(lever.entry.factors) * scaleOf(live);
      if (lever.entry.kind === 'direct') return parameter(lever.entry.parameter) * scaleOf(live);
      const payGbp = basicPayAtNodeGbp(node, group === 'general_practice');
      return parameter('b') * 100 * ((offer.intensity * lever.entry.perYear) / payGbp) * strengthOf(live);
    },
    ownRatio: (live) => {
      const { leaving, leavingCertainty } = live.lever;
      const acts = leaving.kind === 'ratio' || leaving.kind === 'burnout';
      if (!acts || doesNothing(live, leavingCertainty)) return 1;
      if (leaving.kind === 'ratio') return parameter(leaving.parameter) ** scaleOf(live);
      const before = parameter('p_high_burnout');
      const after = before * Math.max(0, 1 - parameter('coaching_rel') * scaleOf(live));
      return burnoutMixtureMultiplier(before, after, parameter('hr_burnout'));
    },
    staysByUtility: (live) => live.lever.leaving.kind === 'by_gamma' && !doesNothing(live, live.lever.leavingCertainty),
    careerUtility: (live) => {
      const { career, certainty } = live.lever;
      if (career.kind === 'none' || doesNothing(live, certainty)) return 0;
      const { size } = career;
      return (size.kind === 'direct' ? parameter(size.parameter) : worth(size.factors)) * scaleOf(live);
    },
    careerRatio: (live) => {
      const { career, certainty } = live.lever;
      if (career.kind === 'none' || career.afterTie === null || doesNothing(live, certainty)) return 1;
      return parameter(career.afterTie.parameter) ** strengthOf(live);
    },
  };
};
