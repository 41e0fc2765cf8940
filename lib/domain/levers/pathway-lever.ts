import { z } from 'zod';
import { CAREER_KINDS, PATHWAY_NODES } from '@/lib/domain/pathway/engine/pathway-input';
import { SPECIALTY_GROUPS } from '@/lib/domain/pathway/specialty-group';
import { Certainty } from './lever';
import { LEVER_PARAMETERS, type LeverParameterId } from './lever-parameters';

const isParameterId = (value: unknown): value is LeverParameterId =>
  typeof value === 'string' && Object.hasOwn(LEVER_PARAMETERS, value);
const ParameterId = z.custom<LeverParameterId>(isParameterId, 'a parameter of the levers');

/**
 * How a lever moves utility at entry, per unit of its intensity (a share of the whole, or £). `pay`: b × 100 × (£ per year) ÷
 * (basic pay), £ per year = intensity × `perYear`. `wta`: b × Π factors × intensity. `direct`: drawn × intensity.
 */
export const EntryEffect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none'), reason: z.string() }),
  z.strictObject({ kind: z.literal('pay'), perYear: z.number().positive() }),
  z.strictObject({ kind: z.literal('wta'), factors: z.array(ParameterId).readonly() }),
  z.strictObject({ kind: z.literal('direct'), parameter: ParameterId }),
]);
export type EntryEffect = z.infer<typeof EntryEffect>;

/**
 * How it acts on the hazard of leaving a programme. `by_gamma`: exp(−γ × dU) with the package’s dU. `ratio`: a ratio of its
 * own, to the power of the intensity. `burnout`: fewer doctors with high burnout.
 */
export const LeavingEffect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none'), reason: z.string() }),
  z.strictObject({ kind: z.literal('by_gamma') }),
  z.strictObject({ kind: z.literal('ratio'), parameter: ParameterId }),
  z.strictObject({ kind: z.literal('burnout') }),
]);
export type LeavingEffect = z.infer<typeof LeavingEffect>;

/** What it does at CCT and after: utility of the region, and leaving once a tie has ended. */
export const CareerEffect = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('utility'),
    careers: z.array(z.enum(CAREER_KINDS)).readonly(),
    size: z.union([
      z.strictObject({ kind: z.literal('direct'), parameter: ParameterId }),
      z.strictObject({ kind: z.literal('wta'), factors: z.array(ParameterId).readonly() }),
    ]),
    /** Only of those whose training began with it; else of everybody at CCT. */
    afterTraining: z.boolean(),
    afterTie: z.strictObject({ parameter: ParameterId, tieYears: z.number().int() }).nullable(),
  }),
]);
export type CareerEffect = z.infer<typeof CareerEffect>;

/** The dial of a lever. An effect is in proportion to the intensity ÷ `whole`: an assumption for every lever. */
export const Intensity = z.strictObject({
  unit: z.string(),
  least: z.number(),
  most: z.number(),
  step: z.number(),
  suggested: z.number(),
  /** Intensity at which the effect is the one worked out; 1 for £. */
  whole: z.number().positive(),
  /** Above this nothing was studied; null: only the caps apply. */
  studiedUpTo: z.number().nullable(),
});

export const PathwayLever = z.strictObject({
  id: z.string(),
  name: z.string(),
  family: z.enum(['stability', 'support']),
  definition: z.string(),
  /** Rows of the evidence table, its own first. */
  rows: z.array(z.string()).readonly(),
  /** Of an effect on entry (or, without one, of what it does). */
  certainty: Certainty,
  leavingCertainty: Certainty,
  offByDefault: z.boolean(),
  intensity: Intensity,
  nodes: z.array(z.enum(PATHWAY_NODES)).readonly(),
  /** Null: every group. */
  groups: z.array(z.enum(SPECIALTY_GROUPS)).readonly().nullable(),
  /** Acts on doctors with a partner or caring tie alone. */
  onlyTied: z.boolean(),
  entry: EntryEffect,
  leaving: LeavingEffect,
  career: CareerEffect,
  /** A change of the pathway itself. */
  changes: z.enum(['run_through', 'ltft']).nullable(),
  /** `entrants`: who enters from the start year on. `everyone`: all in a covered post, at once. */
  reach: z.enum(['entrants', 'everyone']),
  /** £ per covered place per year as first suggested; `follows`: it is the payment itself; null: not published. */
  cost: z.strictObject({
    /** `per_year`: doctors after CCT have it, so that a price per training place says nothing: a sum a year is entered. */
    charged: z.enum(['per_place', 'per_year']),
    perPlacePerYearGbp: z.union([z.number().nonnegative(), z.literal('follows')]).nullable(),
    yearsPaid: z.number().int().positive(),
    /** One payment, charged over `yearsPaid`: nobody sets the years, or they would change the payment itself. */
    isPaidOnce: z.boolean(),
    basis: z.string(),
  }),
  caveat: z.string(),
});
export type PathwayLever = z.infer<typeof PathwayLever>;
