import { z } from 'zod';

export const IndicatorGroup = z.enum(['vacancy', 'retention', 'need', 'supply', 'schools', 'context']);
export type IndicatorGroup = z.infer<typeof IndicatorGroup>;

/** `low_good`: vacancy, leaving. `no_judgement`: deprivation, rurality, population. */
export const Polarity = z.enum(['high_good', 'low_good', 'no_judgement']);
export type Polarity = z.infer<typeof Polarity>;

/** `percent` values are 0 to 100. `index` has the country = 1. */
export const Unit = z.enum([
  'percent',
  'per_100k',
  'per_10k',
  'index',
  'score',
  'count',
  'patients_per_fte',
  'people',
  'per_trainee_year',
  /** Applicants for each post. */
  'per_post',
  'km',
  'months',
  'weeks',
  /** A year of the calendar: written without a thousands separator. */
  'year',
]);
export type Unit = z.infer<typeof Unit>;

/** `catalogue`: shown in the catalogue and definitions only, never as a headline or a trigger. */
export const Display = z.enum(['profile', 'catalogue']);
export type Display = z.infer<typeof Display>;

export const Indicator = z.strictObject({
  id: z.string(),
  name: z.string(),
  shortName: z.string(),
  group: IndicatorGroup,
  unit: Unit,
  decimals: z.number().int(),
  polarity: Polarity,
  display: Display,
  definition: z.string(),
  numerator: z.string(),
  denominator: z.string(),
  method: z.string(),
  /** `wilson`: computed from the counts. `none`: says in `method` why there is no sampling interval. */
  intervalMethod: z.enum(['wilson', 'none']),
  caveat: z.string(),
  /** What a breakdown of this indicator means, e.g. `recruitment_level`; empty when it has none. */
  breakdownKind: z.string(),
  /** Who publishes it and the file that would load it: what an empty figure says. */
  loadHint: z.string(),
  /** Who wrote the definition; empty where it isn't recorded. */
  author: z.string(),
  /** Who else checked it, or that nobody has yet; empty where it isn't recorded. */
  checker: z.string(),
  /** ISO dates of the last and the next review; null where none is recorded. */
  reviewedOn: z.iso.date().nullable(),
  nextReviewOn: z.iso.date().nullable(),
});
export type Indicator = z.infer<typeof Indicator>;

/** The breakdown that stands for the whole. */
export const ALL = 'all';
