import { z } from 'zod';

/** GRADE-like certainty about a causal effect on England's resident doctors (scenario-model §0). */
export const Certainty = z.enum(['moderate', 'low', 'very_low', 'none']);
export type Certainty = z.infer<typeof Certainty>;

/**
 * A parameter's distribution; quantile functions are in `distribution.ts`. `truncnormal`: mean and sd are those of the
 * normal before it is cut to lo … hi.
 */
export const Distribution = z.discriminatedUnion('dist', [
  z.strictObject({ dist: z.literal('fixed'), value: z.number() }),
  z.strictObject({ dist: z.literal('normal'), mean: z.number(), sd: z.number() }),
  z.strictObject({
    dist: z.literal('truncnormal'),
    mean: z.number(),
    sd: z.number().positive(),
    lo: z.number(),
    hi: z.number(),
  }),
  z.strictObject({ dist: z.literal('lognormal'), median: z.number(), sdlog: z.number() }),
  z.strictObject({ dist: z.literal('beta'), a: z.number(), b: z.number() }),
  z.strictObject({ dist: z.literal('uniform'), lo: z.number(), hi: z.number() }),
]);
export type Distribution = z.infer<typeof Distribution>;

/**
 * How a lever shifts utility at application. The shared money scale `b` (utility per 1 % of basic
 * pay) multiplies all but `direct`; factors multiply each other (scenario-model §2.1, §2.3).
 * `pay`: dU = b × 100 × (£ per year) ÷ (basic pay). `wta`: dU = b × Π factors (one of them the
 * willingness to accept, in % of pay). `direct`: dU is drawn itself. `none`: acts on staying, not
 * on a recruitment round.
 */
export const LeverEffect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('pay') }),
  z.strictObject({
    kind: z.literal('wta'),
    factors: z.array(z.strictObject({ name: z.string(), distribution: Distribution })),
  }),
  z.strictObject({ kind: z.literal('direct'), distribution: Distribution }),
  z.strictObject({ kind: z.literal('none'), reason: z.string() }),
]);
export type LeverEffect = z.infer<typeof LeverEffect>;

export const Lever = z.strictObject({
  id: z.string(),
  name: z.string(),
  family: z.enum(['stability', 'support']),
  definition: z.string(),
  evidence: z.string(),
  sources: z.array(z.string()),
  certainty: Certainty,
  effect: LeverEffect,
  /** £ per covered place per year as first suggested, and where that figure comes from. */
  costPerPlacePerYearGbp: z.number(),
  costYears: z.number(),
  costBasis: z.string(),
  /** Recruitment levels at which it can be offered. */
  levels: z.array(z.enum(['CT1/ST1', 'ST3', 'ST4'])).default(['CT1/ST1', 'ST3', 'ST4']),
  /** Levers without evidence ship switched off and say so. */
  offByDefault: z.boolean(),
  note: z.string(),
});
export type Lever = z.infer<typeof Lever>;
