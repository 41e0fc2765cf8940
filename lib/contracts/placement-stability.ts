import { z } from 'zod';
import { Indicator } from '@/lib/domain/indicators/indicator';
import { plotted } from '@/lib/domain/measure/measure';
import { Figure, Period } from './figure';

/** Of an area, or of its country: in the year shown and in the earlier one. Null: not loaded. */
const BeforeAndAfter = z.strictObject({ before: Figure.nullable(), latest: Figure.nullable() });

/** A measure of placement stability, with its step of the notice rule where it has one. */
export const StabilityRow = z.strictObject({
  indicator: Indicator,
  noticeWeeks: z.number().nullable(),
  own: BeforeAndAfter,
  country: BeforeAndAfter,
});
export type StabilityRow = z.infer<typeof StabilityRow>;

/** The latest year less the earlier one, in the unit of the measure; null unless both have a number. */
export function stabilityDifference({ own: { before, latest } }: StabilityRow): number | null {
  const [from, to] = [before && plotted(before.measure), latest && plotted(latest.measure)];
  return from === null || to === null ? null : to - from;
}

/** Placement stability of an area, whole or of a specialty and level, in two years. */
export const PlacementStability = z.strictObject({
  areaName: z.string(),
  countryName: z.string(),
  /** Years with figures, newest first; none where no placements are loaded. */
  years: z.array(Period),
  latest: Period.nullable(),
  before: Period.nullable(),
  specialties: z.array(z.string()),
  /** Of the chosen specialty. */
  levels: z.array(z.string()),
  specialty: z.string().nullable(),
  level: z.string().nullable(),
  rows: z.array(StabilityRow),
});
export type PlacementStability = z.infer<typeof PlacementStability>;
