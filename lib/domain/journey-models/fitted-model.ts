import { z } from 'zod';
import { REFUSAL_REASONS } from '@/lib/domain/statistics/outcome';
import { REACH_TERMS, SET_AGAINST } from './reach-design';

export const JOURNEY_MODELS = ['entrants', 'female_share', 'non_white_share', 'foundation', 'return_home'] as const;

const Reason = z.enum(REFUSAL_REASONS);
const Term = z.enum(REACH_TERMS);
const ESTIMATE = { estimate: z.number(), se: z.number(), lower: z.number(), upper: z.number() };
const Estimate = z.strictObject(ESTIMATE);
const Coefficient = z.strictObject({ term: z.string(), ...ESTIMATE });

const Diagnostics = z.strictObject({
  people: z.number(),
  degreesOfFreedom: z.number(),
  deviance: z.number(),
  nullDeviance: z.number(),
  devianceExplained: z.number(),
  dispersion: z.number(),
  errorsMethod: z.string(),
  leftOut: z
    .array(
      z.strictObject({
        what: z.enum(['authority', 'school', 'foundation_area', 'home_region', 'group', 'term']),
        code: z.string(),
        reason: Reason,
      }),
    )
    .readonly(),
  /** Only of the model of entrants. */
  setAgainst: z.enum(SET_AGAINST).optional(),
});

const TermSlopes = z.strictObject({
  term: Term,
  /** Null for those who may not see what is of all schools, as the staff of one. */
  average: Estimate.nullable(),
  spread: z.number().nullable(),
  schools: z
    .array(z.strictObject({ school: z.string(), own: Estimate.nullable(), shown: Estimate.nullable() }))
    .readonly(),
});

const SchoolSummary = z.strictObject({
  school: z.string(),
  people: z.number(),
  zeroShare: z.number(),
  /** These four aren't in fits that were kept by earlier versions of the models. */
  cells: z.number().optional(),
  degreesOfFreedom: z.number().optional(),
  deviance: z.number().optional(),
  nullDeviance: z.number().optional(),
  dispersion: z.number(),
  devianceExplained: z.number(),
});

const Standard = z.strictObject({ mean: z.number(), sd: z.number() }).nullable();

const Founding = z.strictObject({
  term: Term,
  n: z.number(),
  correlation: z.number(),
  lower: z.number(),
  upper: z.number(),
  pairs: z
    .array(
      z.strictObject({
        school: z.string(),
        founded: z.number(),
        slope: z.number(),
        lower: z.number(),
        upper: z.number(),
      }),
    )
    .readonly(),
});

/** A fit as it is kept: what every model has, and what only those by school have. */
export const FittedModel = z.strictObject({
  model: z.enum(JOURNEY_MODELS),
  n: z.number(),
  zeroShare: z.number(),
  coefficients: z.array(Coefficient).readonly(),
  diagnostics: Diagnostics,
  /** What the counts are rounded to where it is fitted to rounded tables; not there where it is fitted to a cohort. */
  roundedTo: z.number().optional(),
  /** Null but for the model of foundation areas. */
  adjustment: z.enum(['places', 'area_effects']).nullable(),
  /** Null but for models with slopes of schools. */
  bySchool: z
    .strictObject({
      slopes: z.array(TermSlopes).readonly(),
      schools: z.array(SchoolSummary).readonly(),
      standards: z.strictObject({ deprivation: Standard, nonWhite: Standard }),
      /** Only of the model of entrants, and of the terms that it has for enough schools with a year of founding. */
      founding: z.array(Founding).readonly(),
    })
    .nullable(),
});
export type FittedModel = z.infer<typeof FittedModel>;

/** A model that can't be fitted is an answer, not a failure. */
export const FitOutcome = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fitted'), fitted: FittedModel }),
  z.strictObject({ kind: z.literal('refused'), reason: Reason }),
]);
export type FitOutcome = z.infer<typeof FitOutcome>;
