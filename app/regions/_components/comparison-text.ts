import type { IndicatorComparison } from '@/lib/contracts/region';
import { formatMeasure } from '@/lib/format/number';
import { breakdownLabel } from '@/lib/format/words';

/** Indicator, breakdown and period: a title that holds whatever the values are. */
export function comparisonTitle({ indicator, breakdown, periodLabel }: IndicatorComparison): string {
  return [indicator.shortName, breakdownLabel(breakdown), periodLabel ?? ''].filter(Boolean).join(', ');
}

/** One sentence from the data. Highest and lowest are named only where every area has a value. */
export function comparisonAlternative(comparison: IndicatorComparison): string {
  const { indicator, rows, comparator } = comparison;
  const values = rows
    .flatMap(({ area, figure }) =>
      figure?.measure.kind === 'value' ? [{ name: area.name, measure: figure.measure }] : [],
    )
    .toSorted((a, b) => a.measure.value - b.measure.value);
  const write = (measure: Parameters<typeof formatMeasure>[0]) =>
    formatMeasure(measure, indicator.unit, indicator.decimals);
  const [lowest, highest] = [values.at(0), values.at(-1)];
  const against = comparator ? ` ${comparator.areaName}: ${write(comparator.measure)}.` : '';
  if (!lowest || !highest) return `${comparisonTitle(comparison)}: no figure is loaded.`;
  if (values.length < rows.length) {
    return `${comparisonTitle(comparison)}: ${values.length} of ${rows.length} areas are loaded, from ${write(lowest.measure)} to ${write(highest.measure)}.${against}`;
  }
  return `${comparisonTitle(comparison)}: from ${write(lowest.measure)} in ${lowest.name} to ${write(highest.measure)} in ${highest.name}.${against}`;
}
