import { CAREER_KINDS, type PathwayInput } from '@/lib/domain/pathway/engine/pathway-input';

export interface NeedPopulation {
  /** Share of need of each region among those modelled, adding to 1. */
  readonly shares: Float64Array;
  /** Population of all modelled regions shared out by need: what FTE are counted against. */
  readonly population: Float64Array;
  /** FTE wanted, both kinds. */
  readonly targetFte: Float64Array;
}

/**
 * Need by region under one weighting. A region's target is what was entered, else the opening FTE of all modelled regions
 * shared out by need: the shortfall then is one of distribution, not of numbers.
 * @throws RangeError for a weighting that a region doesn't have.
 */
export const needPopulation = ({ regions, opening }: PathwayInput, weighting: string): NeedPopulation => {
  const raw = regions.map(({ code, needShares }) => {
    const share = needShares[weighting];
    if (share === undefined) throw new RangeError(`${code} has no share of need “${weighting}”`);
    return share;
  });
  const total = raw.reduce((sum, share) => sum + share, 0);
  const people = regions.reduce((sum, { population }) => sum + population, 0);
  const fte = opening.careers.reduce((sum, one) => sum + one.fte, 0);
  const shares = Float64Array.from(raw, (share) => share / total);
  return {
    shares,
    population: shares.map((share) => share * people),
    targetFte: Float64Array.from(regions, ({ targetFte }, i) =>
      targetFte ? CAREER_KINDS.reduce((sum, kind) => sum + targetFte[kind], 0) : (shares[i] ?? 0) * fte,
    ),
  };
};
