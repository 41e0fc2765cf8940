import { bandOf } from '@/lib/domain/pathway/band';
import type { Band } from '@/lib/domain/pathway/round';
import type { MeasureSetting } from './area-measures';
import { additionalCctFte, costsOf, type PathwayDisplacement, pathwayDisplacement } from './pathway-displacement';
import { presentValueGbp } from './present-value';

/** What one draw comes to over the run, option against baseline. */
export interface DrawTotals extends PathwayDisplacement {
  readonly costGbp: number;
  readonly additionalCctFte: number;
  readonly additionalNeedWeightedCctFte: number;
}

/**
 * Bands over the draws; £ discounted at 3.5 % to the start. A cost per gain is null where draws gain too little to divide by, and where
 * places are not limited: what is gained there are no posts.
 */
export interface TotalBands {
  readonly gainTarget: Band;
  readonly lostByOtherRegions: Band;
  readonly fromOutside: Band;
  readonly costGbp: Band;
  readonly additionalCctFte: Band;
  readonly additionalNeedWeightedCctFte: Band;
  readonly costPerAdditionalCctFteGbp: Band | null;
  readonly costPerAdditionalNeedWeightedCctFteGbp: Band | null;
}

/** Head counts are settled to a billionth of a person, so that rounding never reads as a gain. */
const settle = (people: number): number => (Math.abs(people) < 1e-8 ? 0 : people);

/** Draws that gain less than this have no meaningful cost per FTE. */
const LEAST_GAIN_FOR_COST = 0.05;

export const drawTotals = (setting: MeasureSetting, baseline: Float64Array, option: Float64Array): DrawTotals => {
  const years = Array.from({ length: setting.layout.years }, (_, year) => year);
  const moved = pathwayDisplacement(setting, baseline, option, years);
  const more = additionalCctFte(setting, baseline, option);
  return {
    gainTarget: settle(moved.gainTarget),
    lostByOtherRegions: settle(moved.lostByOtherRegions),
    fromOutside: settle(moved.fromOutside),
    costGbp: presentValueGbp(costsOf(setting, option)),
    additionalCctFte: settle(more.plain),
    additionalNeedWeightedCctFte: settle(more.weighted),
  };
};

/** Null where no cost was entered (£0 would read as free), or fewer than half of the draws gain. */
const costPer = (totals: readonly DrawTotals[], gainOf: (total: DrawTotals) => number): Band | null => {
  const gaining = totals.filter((total) => gainOf(total) >= LEAST_GAIN_FOR_COST);
  if (gaining.length * 2 < totals.length || gaining.every(({ costGbp }) => costGbp === 0)) return null;
  return bandOf(
    gaining.map((total) => total.costGbp / gainOf(total)),
    totals.length,
  );
};

/** A whole post may come out of rounding a hair short. */
const ROUNDING = 1e-6;

export const totalBands = (totals: readonly DrawTotals[], ceiling: 'on' | 'off') => {
  const perGain = (gainOf: (total: DrawTotals) => number): Band | null =>
    ceiling === 'off' ? null : costPer(totals, gainOf);
  const band = (pick: (total: DrawTotals) => number): Band => bandOf(totals.map(pick));
  const bands: TotalBands = {
    gainTarget: band(({ gainTarget }) => gainTarget),
    lostByOtherRegions: band(({ lostByOtherRegions }) => lostByOtherRegions),
    fromOutside: band(({ fromOutside }) => fromOutside),
    costGbp: band(({ costGbp }) => costGbp),
    additionalCctFte: band(({ additionalCctFte: more }) => more),
    additionalNeedWeightedCctFte: band(({ additionalNeedWeightedCctFte: more }) => more),
    costPerAdditionalCctFteGbp: perGain(({ additionalCctFte: more }) => more),
    costPerAdditionalNeedWeightedCctFteGbp: perGain(({ additionalNeedWeightedCctFte: more }) => more),
  };
  const extra = totals.filter(({ gainTarget }) => gainTarget >= 1 - ROUNDING).length;
  return { bands, extraPostsFilled: bands.gainTarget, chanceOfOneExtraPost: extra / totals.length };
};
