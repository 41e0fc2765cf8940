import type { RoundInputs, RoundRefusal, RoundRegion } from './round';
import { logit } from './share-shift';

/** A region with its utility relative to every alternative outside the modelled regions (utility 0). */
export interface CalibratedRegion extends RoundRegion {
  readonly utility: number;
}

export interface CalibratedRound {
  readonly kind: 'calibrated';
  /** People who choose: people per place × posts of the regions in the round. */
  readonly applicants: number;
  readonly target: CalibratedRegion;
  /** Other regions in the round that had accepts; one without has nobody to lose. */
  readonly others: readonly CalibratedRegion[];
  readonly otherRegionsPosts: number;
  readonly otherRegionsAccepts: number;
  /** Every post of the target was accepted: demand above that can't be seen. */
  readonly atCeiling: boolean;
}

type RoundBase = Pick<RoundInputs, 'targetAreaCode' | 'regions' | 'peoplePerPlace'>;

const refuse = (code: RoundRefusal['code'], message: string): RoundRefusal => ({ kind: 'refused', code, message });

const isRound = ({ posts, accepts }: RoundRegion): boolean =>
  posts > 0 && accepts >= 0 && Number.isFinite(posts) && Number.isFinite(accepts);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const findProblem = ({ regions, peoplePerPlace, targetAreaCode }: RoundBase): RoundRefusal | null => {
  const target = regions.find((region) => region.areaCode === targetAreaCode);
  if (!target) return refuse('target_missing', 'Posts and accepts of the region itself are needed.');
  if (!regions.every(isRound) || !(peoplePerPlace > 0 && Number.isFinite(peoplePerPlace))) {
    return refuse('out_of_range', 'Posts and people per place must be above 0, and accepts not below 0.');
  }
  if (new Set(regions.map((region) => region.areaCode)).size < regions.length) {
    return refuse('duplicate_area', 'A region is in the round twice.');
  }
  const over = regions.find((region) => region.accepts > region.posts);
  if (over) return refuse('accepts_over_posts', `${over.areaName} has more accepts than posts.`);
  if (target.accepts === 0) {
    return refuse('no_accepts', `${target.areaName} has no accepts, so what draws people there can't be measured.`);
  }
  if (sum(regions.map((region) => region.accepts)) >= peoplePerPlace * sum(regions.map((region) => region.posts))) {
    return refuse('nobody_left', 'Everyone in the round has accepted a post: raise the number of people per place.');
  }
  return null;
};

/**
 * Sets each region's utility so that the round gives back its accepts: `V_r = ln(P_r / P_0)` with
 * `P_r = accepts ÷ N` and `P_0` the rest of the N people. `N = people per place × posts in the round`.
 *
 * A region whose posts are all accepted is at the ceiling: any higher utility fits as well, and the
 * lowest one is used. So its excess demand is a lower bound (1), and what it loses to the target is an
 * upper bound.
 *
 * Refuses (returned, not thrown): accepts above posts, a target without accepts, nobody left outside.
 */
export const calibrateRound = (inputs: RoundBase): CalibratedRound | RoundRefusal => {
  const problem = findProblem(inputs);
  if (problem) return problem;
  const { regions, peoplePerPlace, targetAreaCode } = inputs;
  const applicants = peoplePerPlace * sum(regions.map((region) => region.posts));
  const elsewhere = applicants - sum(regions.map((region) => region.accepts));
  const calibrated = regions.map((region) => ({ ...region, utility: Math.log(region.accepts / elsewhere) }));
  const target = calibrated.find((region) => region.areaCode === targetAreaCode);
  if (!target) return refuse('target_missing', 'Posts and accepts of the region itself are needed.');
  const rivals = calibrated.filter((region) => region !== target);
  return {
    kind: 'calibrated',
    applicants,
    target,
    others: rivals.filter((region) => region.accepts > 0),
    otherRegionsPosts: sum(rivals.map((region) => region.posts)),
    otherRegionsAccepts: sum(rivals.map((region) => region.accepts)),
    atCeiling: target.accepts === target.posts,
  };
};

/**
 * Shift of the target region's utility at which `extraPosts` more of its posts are filled, every post
 * carrying the offer: `logit((a + k) / N) − logit(a / N)`. Closed form, since the other regions only
 * lose people and so none of them fills up. Null where posts or people don't suffice.
 */
export const deltaUtilityForExtra = ({ target, applicants }: CalibratedRound, extraPosts: number): number | null => {
  const filled = target.accepts + extraPosts;
  if (filled > target.posts || filled >= applicants) return null;
  return logit(filled / applicants) - logit(target.accepts / applicants);
};

/**
 * The same on the scale of fill: the shift in the log-odds of fill with `extraPosts` more filled posts.
 * Null where no post would stay empty, since log-odds have no end.
 */
export const fillOddsForExtra = ({ target }: CalibratedRound, extraPosts: number): number | null => {
  const { posts, accepts } = target;
  return accepts + extraPosts >= posts ? null : logit((accepts + extraPosts) / posts) - logit(accepts / posts);
};
