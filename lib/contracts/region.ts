import { z } from 'zod';
import { Area, AreaType } from '@/lib/domain/geography/area';
import { Indicator } from '@/lib/domain/indicators/indicator';
import { Figure } from './figure';

/** Types of area that can be compared on `/regions`. */
export const ComparedType = z.enum(['training_region', 'nhs_region', 'icb', 'local_authority']);
export type ComparedType = z.infer<typeof ComparedType>;

/** An area that contains this one, or that it is part of; `indicative` where no official look-up exists. */
export const Membership = z.strictObject({
  code: z.string(),
  name: z.string(),
  type: AreaType,
  weight: z.number(),
  basis: z.enum(['official', 'best_fit', 'indicative']),
});
export type Membership = z.infer<typeof Membership>;

/** Areas of a type that existed together: first and last day, how many, how many of them began on the first day. */
export const Vintage = z.strictObject({
  from: z.iso.date().nullable(),
  to: z.iso.date().nullable(),
  count: z.number().int(),
  newCount: z.number().int(),
  /** Shown unless another day is asked for. */
  isShown: z.boolean(),
});
export type Vintage = z.infer<typeof Vintage>;

/** `weight`: share (0 to 1) of the area before, by residents. */
const SuccessionPart = z.strictObject({ code: z.string(), name: z.string(), weight: z.number().nullable() });

/** What an area was made from, and what it went into. */
export const Succession = z.strictObject({
  validFrom: z.iso.date().nullable(),
  validTo: z.iso.date().nullable(),
  madeFrom: z.array(SuccessionPart),
  wentInto: z.array(SuccessionPart),
  sources: z.array(z.string()),
  /** How shares are known, where they had to be worked out. */
  basis: z.array(z.string()),
  /** Short names of indicators whose earlier figures don't go on in this area. */
  notRebased: z.array(z.string()),
});
export type Succession = z.infer<typeof Succession>;

/** One indicator over all areas of a type, latest period, with the comparator's figure. */
export const IndicatorComparison = z.strictObject({
  indicator: Indicator,
  breakdown: z.string(),
  breakdowns: z.array(z.string()),
  periodLabel: z.string().nullable(),
  rows: z.array(z.strictObject({ area: Area, figure: Figure.nullable() })),
  comparator: Figure.nullable(),
});
export type IndicatorComparison = z.infer<typeof IndicatorComparison>;

/** Everything a region's page shows from published figures. */
export const AreaProfile = z.strictObject({
  area: Area,
  partOf: z.array(Membership),
  indicators: z.array(Indicator),
  /** All periods and breakdowns of the area itself. */
  figures: z.array(Figure),
  /** England's and the UK's figures of the same indicators, then those of the areas of the same type. */
  national: z.array(Figure),
  peers: z.array(Figure),
  comparatorCode: z.string(),
  comparatorName: z.string(),
  /** Set where the area is compared with its own figures of an earlier year. */
  comparatorYear: z.string().optional(),
  /** A day on which this area and its peers existed; null where they are the ones shown anyway. */
  comparedOn: z.iso.date().nullable().optional(),
  /** Set where the area took over others, or others took it over. */
  succession: Succession.nullable().optional(),
  dataTo: z.string().nullable(),
  releaseIds: z.array(z.string()),
});
export type AreaProfile = z.infer<typeof AreaProfile>;
