import { type ChartCell, figureCell } from '@/components/charts/chart-cell';
import type { Measure } from '@/lib/domain/measure/measure';
import { measureText } from '@/lib/format/measure-words';

/** The number in a table of text, or why there is none. */
export const numberCell = (measure: Measure, decimals: number, suffix = ''): ChartCell =>
  figureCell(measure, measureText(measure, decimals, suffix));
