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
  dataTo: z.string().nullable(),
  releaseIds: z.array(z.string()),
});
export type AreaProfile = z.infer<typeof AreaProfile>;
