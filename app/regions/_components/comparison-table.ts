import { type ChartTableData, figureCell } from '@/components/charts/chart-cell';
import { countsText } from '@/components/figures/read-comparison';
import type { IndicatorComparison } from '@/lib/contracts/region';
import { NOT_LOADED } from '@/lib/domain/measure/measure';
import { formatInterval, formatMeasure } from '@/lib/format/number';

type Row = IndicatorComparison['rows'][number];

/** The chart's twin: all areas, those without a figure too; interval and counts where at least one area has them. */
export function comparisonTable({ indicator, rows }: IndicatorComparison): ChartTableData {
  const measureOf = ({ figure }: Row) => figure?.measure ?? NOT_LOADED;
  const intervalOf = (row: Row) => {
    const measure = measureOf(row);
    return measure.kind === 'value' && measure.interval ? formatInterval(measure.interval, indicator.decimals) : null;
  };
  const countsOf = ({ figure }: Row) => figure && countsText(figure, indicator);
  const papers = [
    { label: '95% interval', text: intervalOf },
    { label: 'Counts', text: countsOf },
  ].filter(({ text }) => rows.some((row) => text(row) !== null));
  return {
    columns: [
      { label: 'Area' },
      { label: indicator.shortName, numeric: true },
      ...papers.map(({ label }) => ({ label, numeric: true })),
    ],
    rows: rows.map((row) => {
      const measure = measureOf(row);
      const text = formatMeasure(measure, indicator.unit, indicator.decimals);
      return [row.area.name, figureCell(measure, text), ...papers.map((paper) => paper.text(row) ?? '–')];
    }),
  };
}
