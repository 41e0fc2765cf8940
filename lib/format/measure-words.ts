import type { Measure } from '@/lib/domain/measure/measure';
import { formatMeasure, formatNumber } from './number';

/** Why there is no figure. A protected count that rounds to 0 says so: `Low` alone would be read as a rating. */
export const gapText = (gap: Exclude<Measure, { kind: 'value' }>): string =>
  gap.kind === 'low' ? 'Rounds to 0' : formatMeasure(gap, 'count', 0);

/** The number of a figure with what stands behind it, or why there is none. */
export const measureText = (measure: Measure, decimals: number, suffix = ''): string =>
  measure.kind === 'value' ? `${formatNumber(measure.value, decimals)}${suffix}` : gapText(measure);

/** `38.2 to 41.0`; a dash without an interval. */
export const rangeText = (measure: Measure, decimals: number): string =>
  measure.kind === 'value' && measure.interval
    ? `${formatNumber(measure.interval.lower, decimals)} to ${formatNumber(measure.interval.upper, decimals)}`
    : '–';
