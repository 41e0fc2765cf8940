import { bandOf } from './band';
import { deltaUtilityForExtra, fillOddsForExtra } from './calibration';
import type { Band, RoundOutcome } from './round';
import type { DrawSetting, RoundDraw } from './round-draw';
import { answerTarget } from './target-question';

/** Draws that gain less than this have no meaningful cost per extra post. */
const LEAST_EXTRA_FOR_COST = 0.05;

/** A whole post may come out of rounding a hair short. */
const ROUNDING = 1e-9;

/** Null where no cost was entered: £0 per post would read as free. */
const costPerExtra = (draws: readonly { extraFilled: number; costGbp: number }[]): Band | null => {
  const gaining = draws.filter((draw) => draw.extraFilled >= LEAST_EXTRA_FOR_COST);
  if (gaining.every((draw) => draw.costGbp === 0) || gaining.length * 2 < draws.length) return null;
  return bandOf(
    gaining.map((draw) => draw.costGbp / draw.extraFilled),
    draws.length,
  );
};

const shareOf = (draws: readonly { extraFilled: number }[], extraPosts: number): number =>
  draws.filter((draw) => draw.extraFilled >= extraPosts - ROUNDING).length / draws.length;

/**
 * Sums up the draws of a round. Bands are over draws, so only their means add up, not their medians.
 * @throws RangeError without draws.
 */
export const summariseRound = (
  { round, baseline, context }: DrawSetting,
  draws: readonly RoundDraw[],
  extraPosts: number,
): RoundOutcome => {
  const { posts, accepts } = round.target;
  const band = (pick: (draw: RoundDraw) => number): Band => bandOf(draws.map(pick));
  return {
    draws: draws.length,
    posts,
    fillRateBefore: accepts / posts,
    fillRateAfter: band((draw) => Math.min(1, (accepts + draw.extraFilled) / posts)),
    filledBefore: accepts,
    extraFilled: band((draw) => draw.extraFilled),
    fromOtherRegions: band((draw) => draw.fromOtherRegions),
    fromElsewhere: band((draw) => draw.fromElsewhere),
    otherRegionsPosts: round.otherRegionsPosts,
    otherRegionsFilledBefore: round.otherRegionsAccepts,
    excessDemandBefore: baseline.excessDemand,
    excessDemandAfter: band((draw) => draw.excessDemand),
    costGbp: band((draw) => draw.costGbp),
    costPerExtraFilledGbp: costPerExtra(draws),
    chanceOfOneExtraPost: shareOf(draws, 1),
    chanceOfTarget: shareOf(draws, extraPosts),
    deltaUtility: band((draw) => draw.deltaUtility),
    breakEvenDeltaUtility: deltaUtilityForExtra(round, 1),
    atCeiling: round.atCeiling,
    outsideEvidence: draws.some((draw) => draw.outsideEvidence),
    fillOdds: {
      fillRateAfter: band((draw) => Math.min(1, (accepts + draw.fillOdds.extraFilled) / posts)),
      extraFilled: band((draw) => draw.fillOdds.extraFilled),
      costGbp: band((draw) => draw.fillOdds.costGbp),
      costPerExtraFilledGbp: costPerExtra(draws.map((draw) => draw.fillOdds)),
      chanceOfOneExtraPost: shareOf(
        draws.map((draw) => draw.fillOdds),
        1,
      ),
      breakEvenDeltaUtility: fillOddsForExtra(round, 1),
    },
    target: answerTarget({
      round,
      extraPosts,
      moneyScales: draws.map((draw) => draw.b),
      basicPayGbp: context.basicPayGbp,
    }),
  };
};
