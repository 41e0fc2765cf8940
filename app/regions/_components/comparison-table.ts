import type { ChartTableData } from '@/components/charts/chart-table';
import { countsText } from '@/components/figures/read-comparison';
import type { IndicatorComparison } from '@/lib/contracts/region';
import { NOT_LOADED } from '@/lib/domain/measure/measure';
import { formatInterval, formatMeasure } from '@/lib/format/number';

/** The chart's twin: all areas, those without a figure too. */
export function comparisonTable({ indicator, rows }: IndicatorComparison): ChartTableData {
  return {
    columns: [
      { label: 'Area' },
      { label: indicator.shortName, numeric: true },
      { label: '95% interval', numeric: true },
      { label: 'Counts', numeric: true },
    ],
    rows: rows.map(({ area, figure }) => {
      const measure = figure?.measure ?? NOT_LOADED;
      const text = formatMeasure(measure, indicator.unit, indicator.decimals);
      return [
        area.name,
        measure.kind === 'value' ? { value: measure.value, text } : text,
        measure.kind === 'value' && measure.interval ? formatInterval(measure.interval, indicator.decimals) : '–',
        (figure && countsText(figure, indicator)) ?? '–',
      ];
    }),
  };
}
