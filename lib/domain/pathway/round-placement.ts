import type { CalibratedRound } from './calibration';
import { multinomialLogit } from './multinomial-logit';
import { rationedChoice } from './rationed-choice';

/** A part of the target's posts: its share of them (0 to 1) and the utility shift of its offer. */
export interface OfferPart {
  readonly width: number;
  readonly deltaUtility: number;
}

/** Where people are in one draw, head count. */
export interface RoundPlacement {
  readonly target: number;
  readonly otherRegions: number;
  readonly outside: number;
  /** Filled posts per part, parallel to the parts given. */
  readonly byPart: readonly number[];
  /** People who would come if no region had a limit, per post. */
  readonly excessDemand: number;
}

/** Parts with the same offer are one part: splitting a region in like parts changes nothing but rounding. */
const mergeParts = (parts: readonly OfferPart[]): OfferPart[] => {
  const widths = new Map<number, number>();
  for (const { width, deltaUtility } of parts) widths.set(deltaUtility, (widths.get(deltaUtility) ?? 0) + width);
  const merged = [...widths].map(([deltaUtility, width]) => ({ deltaUtility, width }));
  const [only] = merged;
  // Widths such as 0.7 + 0.3 may miss 1 by a rounding error; all posts are exactly all posts.
  return only && merged.length === 1 ? [{ ...only, width: 1 }] : merged;
};

/**
 * One rationed choice: each part of the target's posts is an option of utility `V + ln width + dU` with
 * its own posts, so that an offer on a few posts can't fill more than those posts.
 */
export const placeRound = (
  { applicants, target, others }: CalibratedRound,
  parts: readonly OfferPart[],
): RoundPlacement => {
  const merged = mergeParts(parts.filter((part) => part.width > 0));
  const utilities = [
    ...merged.map((part) => target.utility + Math.log(part.width) + part.deltaUtility),
    ...others.map((region) => region.utility),
  ];
  const capacity = [...merged.map((part) => target.posts * part.width), ...others.map((region) => region.posts)];
  const choice = rationedChoice({ applicants, utilities, outsideUtility: 0, capacity });
  const filled = choice.filled.slice(0, merged.length);
  const demand = multinomialLogit({ utilities, outsideUtility: 0 }).shares.slice(0, merged.length);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const fillOf = new Map(merged.map((part, i) => [part.deltaUtility, (filled[i] ?? 0) / part.width]));
  return {
    target: Math.min(target.posts, sum(filled)),
    otherRegions: sum(choice.filled.slice(merged.length)),
    outside: (choice.outsideShare ?? 0) * applicants,
    byPart: parts.map((part) => part.width * (fillOf.get(part.deltaUtility) ?? 0)),
    excessDemand: (sum(demand) * applicants) / target.posts,
  };
};
