import { z } from 'zod';
import { type GroupProgramme, type NodePosts, PATHWAY_NODES } from '@/lib/domain/pathway/engine/pathway-input';
import { SPECIALTY_GROUPS } from '@/lib/domain/pathway/specialty-group';

/**
 * Somebody's own reading of how strong a lever is, as multiples of what the evidence says (1): 80 % interval of an
 * even spread, cut at 0.
 */
export const Strength = z
  .strictObject({ low: z.number().min(0).max(3), high: z.number().min(0).max(3) })
  .refine(({ low, high }) => low <= high, 'the low end can’t be above the high end');
export type Strength = z.infer<typeof Strength>;

/** A lever as somebody sets it for one region. Years are calendar years of August, both inclusive. */
export const Offer = z.strictObject({
  leverId: z.string(),
  regionCode: z.string(),
  /** Null: every group the lever is for. */
  group: z.enum(SPECIALTY_GROUPS).nullable(),
  nodes: z.array(z.enum(PATHWAY_NODES)),
  /** In the unit of the lever’s dial. */
  intensity: z.number(),
  /** Share of the posts that carry it, 0 to 1. */
  coverage: z.number(),
  fromYear: z.number().int(),
  toYear: z.number().int(),
  /** Null: the lever’s own; where that isn’t published either, not known. */
  costPerPlacePerYearGbp: z.number().nullable(),
  yearsPaid: z.number().int(),
  fixedPerYearGbp: z.number(),
  /** Missing: as the evidence says. */
  strength: Strength.optional(),
  /** Why it is set like that, kept with the run. */
  reason: z.string().max(2_000).optional(),
});
export type Offer = z.infer<typeof Offer>;

/** Where posts are recruited to. `group` is null at foundation only. */
export type Place = Pick<NodePosts, 'node' | 'regionCode' | 'group'>;

/** Length of a programme in years; `coreYears` null: run-through. */
export type ProgrammeLength = Pick<GroupProgramme, 'group' | 'career' | 'coreYears' | 'finalYears'>;

/** The years and places a plan is made for. */
export interface Horizon {
  readonly places: readonly Place[];
  readonly programmes: readonly ProgrammeLength[];
  readonly startYear: number;
  readonly years: number;
}

/** Why an offer can’t be modelled; `message` is for the reader. */
export interface OfferRefusal {
  readonly code:
    | 'unknown_lever'
    | 'unknown_place'
    | 'negative_money'
    | 'out_of_range'
    | 'not_offered_there'
    | 'duplicate_lever'
    | 'contradictory';
  readonly offer: Offer;
  readonly message: string;
}
