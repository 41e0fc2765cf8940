import type { PayLevel } from '@/lib/domain/levers/pay-scale';

/** Posts and accepts of one region, head count. */
export interface RoundRegion {
  readonly areaCode: string;
  readonly areaName: string;
  readonly posts: number;
  readonly accepts: number;
}

/** One lever as set: share of the target's posts that carry it, £ per covered place per year, years paid. */
export interface LeverUse {
  readonly leverId: string;
  readonly coverage: number;
  /** Null: not known; counts as nothing in the sum, and whoever shows the sum says so. */
  readonly costPerPlacePerYearGbp: number | null;
  readonly costYears: number;
}

/** What a round is modelled from; `ScenarioInputs` of the contracts satisfies it. */
export interface RoundInputs {
  readonly targetAreaCode: string;
  readonly level: PayLevel;
  readonly regions: readonly RoundRegion[];
  readonly peoplePerPlace: number;
  readonly levers: readonly LeverUse[];
  readonly noEffectProbability: number;
  readonly targetExtraPosts: number;
}

/** Median, mean, 80 % and 95 % uncertainty intervals over draws; 95 % null below 256 draws. */
export interface Band {
  readonly median: number;
  readonly mean: number;
  readonly lower80: number;
  readonly upper80: number;
  readonly lower95: number | null;
  readonly upper95: number | null;
}

/** The same shift read as log-odds of fill, the scale on which the money scale was measured. */
export interface FillOddsReading {
  readonly fillRateAfter: Band;
  readonly extraFilled: Band;
  readonly costGbp: Band;
  readonly costPerExtraFilledGbp: Band | null;
  readonly chanceOfOneExtraPost: number;
  readonly breakEvenDeltaUtility: number | null;
}

export interface TargetFillOdds {
  readonly deltaUtility: number;
  readonly payPerPlacePerYearGbp: Band;
  readonly costGbp: Band;
}

export interface TargetAnswer {
  readonly extraPosts: number;
  readonly feasible: boolean;
  readonly deltaUtility: number | null;
  readonly payPerPlacePerYearGbp: Band | null;
  readonly costGbp: Band | null;
  readonly payYears: number;
  /** Null where not feasible, or where every last post would have to fill: log-odds have no end. */
  readonly fillOdds: TargetFillOdds | null;
  readonly remark: string;
}

/** Result of a round; field by field that of `RoundResult` in the contracts, which explains each. */
export interface RoundOutcome {
  readonly draws: number;
  readonly posts: number;
  readonly fillRateBefore: number;
  readonly fillRateAfter: Band;
  readonly filledBefore: number;
  readonly extraFilled: Band;
  readonly fromOtherRegions: Band;
  readonly fromElsewhere: Band;
  readonly otherRegionsPosts: number;
  readonly otherRegionsFilledBefore: number;
  readonly excessDemandBefore: number;
  readonly excessDemandAfter: Band;
  readonly costGbp: Band;
  readonly costPerExtraFilledGbp: Band | null;
  readonly chanceOfOneExtraPost: number;
  readonly chanceOfTarget: number;
  readonly deltaUtility: Band;
  readonly breakEvenDeltaUtility: number | null;
  readonly atCeiling: boolean;
  readonly outsideEvidence: boolean;
  readonly fillOdds: FillOddsReading;
  readonly target: TargetAnswer;
}

/** Why a round can't be modelled; `message` is for the reader. */
export interface RoundRefusal {
  readonly kind: 'refused';
  readonly code:
    | 'out_of_range'
    | 'duplicate_area'
    | 'target_missing'
    | 'accepts_over_posts'
    | 'no_accepts'
    | 'nobody_left'
    | 'unknown_lever'
    | 'duplicate_lever';
  readonly message: string;
}
