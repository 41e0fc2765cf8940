import type { ChartCell } from '@/components/charts/chart-table';
import type { Measure } from '@/lib/domain/measure/measure';
import { measureText } from '@/lib/format/measure-words';

/** The number in a table of text, or why there is none. */
export const numberCell = (measure: Measure, decimals: number, suffix = ''): ChartCell => {
  const text = measureText(measure, decimals, suffix);
  return measure.kind === 'value' ? { value: measure.value, text } : text;
};
