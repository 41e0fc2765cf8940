import type { Offer } from '@/lib/domain/levers/offers/offer';
import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';

/** Sizes that are tried, as multiples of the one that was set; fewer of them, from the front, where there are many offers. */
const MULTIPLES = [1, 0.5, 2, 1.5] as const;

/** The largest size that is tried: what was studied, else the dial’s end; never below the size that was set. */
export const mostIntensity = ({ intensity }: PathwayLever, { intensity: set }: Pick<Offer, 'intensity'>): number =>
  Math.max(set, Math.min(intensity.most, intensity.studiedUpTo ?? intensity.most));

/** To the dial’s step: no hair of binary fractions. */
export const onDial = ({ intensity: { step } }: PathwayLever, value: number): number =>
  Number((Math.round(value / step) * step).toFixed(6));

/** Discrete sizes of an offer, ascending, the one that was set among them. */
export const intensityLevels = (lever: PathwayLever, offer: Offer, most: number = MULTIPLES.length): number[] => {
  const cap = mostIntensity(lever, offer);
  const levels = MULTIPLES.slice(0, most).map((multiple) =>
    multiple === 1 ? offer.intensity : onDial(lever, multiple * offer.intensity),
  );
  return [...new Set(levels)].filter((level) => level > 0 && level <= cap).toSorted((a, b) => a - b);
};
