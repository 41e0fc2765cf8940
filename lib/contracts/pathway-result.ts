import { z } from 'zod';
import { AREA_MEASURES } from '@/lib/domain/pathway/outputs/area-measures';
import { COUNTRY_MEASURES } from '@/lib/domain/pathway/outputs/country-measures';
import type { PathwaySummary } from '@/lib/domain/pathway/outputs/pathway-summary';
import { PathwayScenario } from '@/lib/domain/pathway-scenario/pathway-scenario';
import { Band } from './scenario';

/** What a run can be made again from: the same receipt, data and engine give the same numbers. */
export const PathwayReceipt = z.strictObject({
  /** Hash of everything that decides the numbers. */
  id: z.string(),
  engineVersion: z.string(),
  /** Hash of the calibrated baseline: whatever is loaded and published differently gives another. */
  dataHash: z.string(),
  /** Releases that the baseline was made of. */
  releaseIds: z.array(z.string()).readonly(),
  seed: z.number().int(),
  draws: z.number().int(),
});
export type PathwayReceipt = z.infer<typeof PathwayReceipt>;

/** How near the first year of the baseline comes to what is loaded. Head count. */
export const PathwayFit = z.strictObject({
  options: z.number().int(),
  largestResidual: z.number(),
  movementsFitted: z.boolean(),
});
export type PathwayFit = z.infer<typeof PathwayFit>;

const PairedBands = z.strictObject({ baseline: Band, option: Band, difference: Band });
export type PairedBands = z.infer<typeof PairedBands>;

const Summary = z.strictObject({
  draws: z.number().int(),
  weighting: z.string(),
  startYear: z.number().int(),
  areas: z.array(
    z.strictObject({
      areaCode: z.string().nullable(),
      isTarget: z.boolean(),
      measure: z.enum(AREA_MEASURES),
      years: z.array(PairedBands),
    }),
  ),
  country: z.array(z.strictObject({ measure: z.enum(COUNTRY_MEASURES), years: z.array(PairedBands) })),
  classes: z.array(
    z.strictObject({ tied: z.boolean(), homeRegionCode: z.string().nullable(), inclusiveValue: PairedBands }),
  ),
  classYear: z.number().int().optional(),
  totals: z.strictObject({
    gainTarget: Band,
    lostByOtherRegions: Band,
    fromOutside: Band,
    costGbp: Band,
    additionalCctFte: Band,
    additionalNeedWeightedCctFte: Band,
    costPerAdditionalCctFteGbp: Band.nullable(),
    costPerAdditionalNeedWeightedCctFteGbp: Band.nullable(),
  }),
  chanceOfOneExtraPost: z.number(),
  extraPostsFilled: Band,
  extraPostsByDraw: z.array(z.number()),
});

/** Bands of every figure: baseline, option and their paired difference, year by year from `startYear`. */
export const PathwaySummarySchema: z.ZodType<PathwaySummary> = Summary;

export const PathwayModelled = z.strictObject({
  kind: z.literal('modelled'),
  receipt: PathwayReceipt,
  scenario: PathwayScenario,
  regions: z.array(z.strictObject({ code: z.string(), name: z.string() })).readonly(),
  summary: PathwaySummarySchema,
  fit: PathwayFit,
  /** Share of draws in which some post's package passes what was studied. */
  outsideEvidence: z.number(),
  /** `part`: a lever has no cost, so that the sum is of the others; `none`: no lever has one. */
  costKnown: z.enum(['whole', 'part', 'none']),
  /** Uncertain numbers that matter most for the posts filled, largest first: partial rank correlation, −1 to 1. */
  sensitivity: z.array(z.strictObject({ name: z.string(), coefficient: z.number() })).readonly(),
  /** What the baseline rests on beside files, and what has no price or study. */
  notes: z.array(z.string()).readonly(),
  regime: z.string(),
});
export type PathwayModelled = z.infer<typeof PathwayModelled>;

/** What a run comes to in a sentence and a few numbers: the first that is known of it. */
export const PathwayHeadline = PathwayModelled.pick({
  receipt: true,
  scenario: true,
  regions: true,
  outsideEvidence: true,
  costKnown: true,
  regime: true,
}).extend({ summary: Summary.pick({ draws: true, totals: true, chanceOfOneExtraPost: true, extraPostsFilled: true }) });
export type PathwayHeadline = z.infer<typeof PathwayHeadline>;

export const PathwayResult = z.discriminatedUnion('kind', [
  PathwayModelled,
  z.strictObject({ kind: z.literal('not_loaded'), missing: z.array(z.string()).readonly() }),
  z.strictObject({
    kind: z.literal('refused'),
    reasons: z.array(z.strictObject({ code: z.string(), message: z.string() })).readonly(),
  }),
]);
export type PathwayResult = z.infer<typeof PathwayResult>;
