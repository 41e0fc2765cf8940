import { type Comparison, compareWith, comparisonWord } from '@/components/charts/theme';
import type { Figure } from '@/lib/contracts/figure';
import { type ComparisonResult, compareWithValue } from '@/lib/domain/indicators/compare';
import { compareWithEarlier } from '@/lib/domain/indicators/compare-with-earlier';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { plotted } from '@/lib/domain/measure/measure';
import { formatMeasure, formatOutOf } from '@/lib/format/number';

/** The same area's earlier figure is an estimate too; another area's is a fixed value. */
const compared = (figure: Figure, comparator: Figure | null, { polarity }: Indicator): ComparisonResult =>
  comparator && comparator.areaCode === figure.areaCode
    ? compareWithEarlier(figure, comparator, polarity)
    : compareWithValue(figure.measure, comparator && plotted(comparator.measure), polarity);

/** How a figure stands to its comparator's value, for word, shape and colour; no interval, no comparison. */
export function readComparison(figure: Figure, comparator: Figure | null, indicator: Indicator): Comparison {
  const { comparison, side } = compared(figure, comparator, indicator);
  if (comparison === 'similar' || comparison === 'not_compared') return compareWith(comparison, indicator.polarity);
  return compareWith(side === 1 ? 'higher' : 'lower', indicator.polarity);
}

const placed = (side: -1 | 0 | 1): string => (side === 0 ? 'equal to' : side < 0 ? 'below' : 'above');

/** The comparison in words: without an interval a figure is only placed, never judged. */
export function readingText(figure: Figure, comparator: Figure | null, indicator: Indicator): string {
  if (!comparator || figure.measure.kind !== 'value') return 'not compared';
  const comparison = readComparison(figure, comparator, indicator);
  if (comparison.direction !== 'not_compared') return `${comparisonWord(comparison)} (${comparator.areaName})`;
  if (indicator.unit === 'count' || indicator.unit === 'people') return 'not compared: a count';
  const write = ({ measure }: Figure) => formatMeasure(measure, indicator.unit, indicator.decimals);
  // At the precision shown: a reader must not see “1.00, above 1.00”.
  if (write(figure) === write(comparator)) return `equal to ${comparator.areaName}, no interval`;
  const { side } = compared(figure, comparator, indicator);
  return side === null ? 'not compared' : `${placed(side)} ${comparator.areaName}, no interval`;
}

/** `108 of 127`: only of a share, where the first number is part of the second. */
export const countsText = (figure: Figure, { unit }: Indicator): string | null =>
  unit === 'percent' ? formatOutOf(figure.numerator, figure.denominator) : null;
