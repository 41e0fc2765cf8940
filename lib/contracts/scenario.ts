import { z } from 'zod';

/** Recruitment levels that a round can be modelled for. */
export const RecruitmentLevel = z.enum(['CT1/ST1', 'ST3', 'ST4']);
export type RecruitmentLevel = z.infer<typeof RecruitmentLevel>;

/** Posts and accepts of one region in the round; `typed` = the user's own input, kept with the run. */
export const RegionRound = z.strictObject({
  areaCode: z.string(),
  areaName: z.string(),
  posts: z.number().int().positive().max(20_000),
  accepts: z.number().int().nonnegative().max(20_000),
  origin: z.enum(['loaded', 'typed']),
  /** Period and source of the posts and accepts, as shown. */
  basis: z.string().max(500),
});
export type RegionRound = z.infer<typeof RegionRound>;

/** One lever as set by the user. */
export const LeverSetting = z.strictObject({
  leverId: z.string(),
  /** Share of the region's posts that carry the offer, 0 to 1. */
  coverage: z.number().min(0).max(1),
  /** Null: not known. Never 0 for want of a figure. */
  costPerPlacePerYearGbp: z.number().min(0).max(200_000).nullable(),
  costYears: z.number().min(0).max(10),
  reason: z.string().max(2_000),
});
export type LeverSetting = z.infer<typeof LeverSetting>;

/** Everything a run needs besides engine version and seed. */
export const ScenarioInputs = z.strictObject({
  targetAreaCode: z.string(),
  level: RecruitmentLevel,
  year: z.number().int(),
  regions: z.array(RegionRound).min(1),
  peoplePerPlace: z.number().min(1).max(50),
  peoplePerPlaceBasis: z.string().max(500),
  levers: z.array(LeverSetting).max(20),
  /** Probability that a lever of very low or no certainty has no effect (scenario-model §5.8). */
  noEffectProbability: z.number().min(0).max(1),
  /** Extra posts to fill that the reverse question asks for. */
  targetExtraPosts: z.number().int().min(1).max(5_000),
});
export type ScenarioInputs = z.infer<typeof ScenarioInputs>;

/** Median with 80 and 95 % uncertainty intervals; the 95 % only from 256 draws. */
export const Band = z.strictObject({
  median: z.number(),
  mean: z.number(),
  lower80: z.number(),
  upper80: z.number(),
  lower95: z.number().nullable(),
  upper95: z.number().nullable(),
});
export type Band = z.infer<typeof Band>;

/** What a package changes in the round, option against baseline with common random numbers. */
export const RoundResult = z.strictObject({
  draws: z.number().int(),
  posts: z.number(),
  fillRateBefore: z.number(),
  fillRateAfter: Band,
  filledBefore: z.number(),
  extraFilled: Band,
  /**
   * Accepts that the other modelled regions together lose; no region is named. Below 0 in draws where
   * an offer deters. In every draw it adds up with `fromElsewhere` to `extraFilled`; medians need not.
   */
  fromOtherRegions: Band,
  /** Accepts drawn from everywhere else: regions not modelled, other jobs, no job. */
  fromElsewhere: Band,
  otherRegionsPosts: z.number(),
  otherRegionsFilledBefore: z.number(),
  excessDemandBefore: z.number(),
  excessDemandAfter: Band,
  /** Whole cost of the offer: every covered acceptor is paid. £, all years, undiscounted. */
  costGbp: Band,
  /** Null in draws without an extra post; the band is over draws with at least 0.05 extra posts, `null` if fewer than half have one or no cost was entered. */
  costPerExtraFilledGbp: Band.nullable(),
  chanceOfOneExtraPost: z.number(),
  chanceOfTarget: z.number(),
  /** Shift of the whole region's utility: ln(1 − c + c·e^dU) for an offer on a share c of its posts. */
  deltaUtility: Band,
  /** Smallest shift of the region's utility that gives one extra filled post; null when it is full. */
  breakEvenDeltaUtility: z.number().nullable(),
  atCeiling: z.boolean(),
  /** True where any draw's utility shift of a covered post passes 1.0. */
  outsideEvidence: z.boolean(),
  /**
   * A second, mostly lower reading, to be shown beside the first: the same shift as log-odds of fill,
   * the scale on which the money scale was measured, with no rivals and no people per place.
   */
  fillOdds: z.strictObject({
    fillRateAfter: Band,
    extraFilled: Band,
    costGbp: Band,
    costPerExtraFilledGbp: Band.nullable(),
    chanceOfOneExtraPost: z.number(),
    breakEvenDeltaUtility: z.number().nullable(),
  }),
  target: z.strictObject({
    extraPosts: z.number(),
    feasible: z.boolean(),
    /** Utility shift needed; null when not feasible. */
    deltaUtility: z.number().nullable(),
    /** £ per place per year that would do it by pay alone, and its whole cost over the pay period. */
    payPerPlacePerYearGbp: Band.nullable(),
    costGbp: Band.nullable(),
    payYears: z.number(),
    /** The same question on log-odds of fill; null where not feasible or where no post would stay empty. */
    fillOdds: z.strictObject({ deltaUtility: z.number(), payPerPlacePerYearGbp: Band, costGbp: Band }).nullable(),
    /** Why it can't be answered, or that the answer lies outside the evidence. */
    remark: z.string(),
  }),
});
export type RoundResult = z.infer<typeof RoundResult>;

/** What a run can be replayed from: the same receipt gives the same numbers. */
export const RunReceipt = z.strictObject({
  runId: z.string(),
  engineVersion: z.string(),
  releaseIds: z.array(z.string()),
  seed: z.number().int(),
  draws: z.number().int(),
  createdAt: z.string(),
  inputs: ScenarioInputs,
});
export type RunReceipt = z.infer<typeof RunReceipt>;

/** Stamped on every result calibrated to rounds up to 2025. */
export const REGIME_2024 =
  '2024 recruitment rounds: before the Medical Training (Prioritisation) Act 2026 and before near-full fill.';
