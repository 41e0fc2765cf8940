import { z } from 'zod';

/** Where a figure comes from. Shown with every figure; never inferred. */
export const Provenance = z.enum(['published', 'derived', 'modelled', 'demonstration']);
export type Provenance = z.infer<typeof Provenance>;

/** An uncertainty interval in the unit of its figure. `level` is a share (0.95). */
export const Interval = z.strictObject({
  lower: z.number(),
  upper: z.number(),
  level: z.number(),
  method: z.string(),
});
export type Interval = z.infer<typeof Interval>;

/**
 * A figure, or the reason why there is none. Not loaded, suppressed, not applicable and low (a protected count that
 * rounds to 0: none, one or two people) are distinct states; none of them is ever 0.
 */
export const Measure = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('value'), value: z.number(), interval: Interval.nullable() }),
  z.strictObject({ kind: z.literal('not_loaded') }),
  z.strictObject({ kind: z.literal('suppressed') }),
  z.strictObject({ kind: z.literal('not_applicable'), reason: z.string() }),
  z.strictObject({ kind: z.literal('low') }),
]);
export type Measure = z.infer<typeof Measure>;

export const NOT_LOADED: Measure = { kind: 'not_loaded' };
export const SUPPRESSED: Measure = { kind: 'suppressed' };
export const LOW: Measure = { kind: 'low' };

export const measured = (value: number, interval: Interval | null = null): Measure => ({
  kind: 'value',
  value,
  interval,
});

/** The number of a measure, or null: for charts, where every reason for absence is a gap. */
export const plotted = (measure: Measure): number | null => (measure.kind === 'value' ? measure.value : null);
