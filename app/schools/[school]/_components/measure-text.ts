import type { ChartCell } from '@/components/charts/chart-table';
import { type Measure, measured } from '@/lib/domain/measure/measure';
import { formatNumber } from '@/lib/format/number';

const GAP_WORDS: Readonly<Record<Exclude<Measure['kind'], 'value'>, string>> = {
  not_loaded: 'Not loaded',
  suppressed: 'Suppressed',
  not_applicable: 'Not applicable',
  low: 'Low (rounds to 0)',
};

/** A share of 0 to 1 as a figure in %. */
export const inPercent = (measure: Measure): Measure => {
  if (measure.kind !== 'value') return measure;
  const { value, interval } = measure;
  return measured(100 * value, interval && { ...interval, lower: 100 * interval.lower, upper: 100 * interval.upper });
};

/** The number in a table of text, or why there is none. */
export const numberCell = (measure: Measure, decimals: number, suffix = ''): ChartCell =>
  measure.kind === 'value'
    ? { value: measure.value, text: `${formatNumber(measure.value, decimals)}${suffix}` }
    : GAP_WORDS[measure.kind];

export const measureText = (measure: Measure, decimals: number, suffix = ''): string =>
  measure.kind === 'value' ? `${formatNumber(measure.value, decimals)}${suffix}` : GAP_WORDS[measure.kind];

/** `38.2 to 41.0`; a dash without one. */
export const rangeText = (measure: Measure, decimals: number): string =>
  measure.kind === 'value' && measure.interval
    ? `${formatNumber(measure.interval.lower, decimals)} to ${formatNumber(measure.interval.upper, decimals)}`
    : '–';
