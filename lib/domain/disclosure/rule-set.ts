import { z } from 'zod';

/** The disclosure rule that a source imposes. It travels with the source to every output made from it. */
export const RuleSetId = z.enum(['hesa_rounding_5', 'nhs_subnational_1_to_7', 'none']);
export type RuleSetId = z.infer<typeof RuleSetId>;

/**
 * What a rule set asks for. Counts are numbers of people.
 *
 * - `suppressedCounts`: counts from `lowest` to `highest` are withheld, with partners; null where the rule only rounds
 * - `requiredWidth`: what anyone can work out about a protected count must span at least this many people
 * - `roundedTo`: counts that are shown are multiples of this
 * - `smallestBase`: a percentage needs a published base of at least this
 * - `smallestAverage`: an average needs at least this many people
 */
export const RuleSet = z.strictObject({
  id: RuleSetId,
  suppressedCounts: z.strictObject({ lowest: z.number(), highest: z.number() }).nullable(),
  requiredWidth: z.number(),
  roundedTo: z.number(),
  smallestBase: z.number(),
  smallestAverage: z.number(),
});
export type RuleSet = z.infer<typeof RuleSet>;

/** Counts that a single reader could recognise people by, whatever the rule set (NHS England: 1 to 7). */
export const SMALL_COUNTS = { lowest: 1, highest: 7 } as const;

export const isSmallCount = (count: number): boolean => count >= SMALL_COUNTS.lowest && count <= SMALL_COUNTS.highest;

/**
 * The rule sets.
 *
 * - `hesa_rounding_5`: HESA/Jisc standard rounding, the floor for UKMED extracts. It rounds and doesn't suppress, so the
 *   width asked for is 1: no count from 1 to 7 may be worked out exactly.
 * - `nhs_subnational_1_to_7`: NHS England's sub-national rule (HES and ECDS since 2018). It exempts intervals and says
 *   nothing of secondary suppression; both are closed here, and a percentage needs the base that HESA asks for.
 * - `none`: aggregates that the publisher has already protected.
 */
export const RULE_SETS: Readonly<Record<RuleSetId, RuleSet>> = {
  hesa_rounding_5: {
    id: 'hesa_rounding_5',
    suppressedCounts: null,
    requiredWidth: 1,
    roundedTo: 5,
    smallestBase: 22.5,
    smallestAverage: 8,
  },
  nhs_subnational_1_to_7: {
    id: 'nhs_subnational_1_to_7',
    suppressedCounts: SMALL_COUNTS,
    requiredWidth: 5,
    roundedTo: 5,
    smallestBase: 22.5,
    smallestAverage: 8,
  },
  none: {
    id: 'none',
    suppressedCounts: null,
    requiredWidth: 0,
    roundedTo: 1,
    smallestBase: 0,
    smallestAverage: 0,
  },
};
