import { ProvenanceTag } from '@/components/figures/provenance-tag';
import { hasQualityMark, QualityMark } from '@/components/figures/quality-mark';
import { countsText } from '@/components/figures/read-comparison';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import type { Figure } from '@/lib/contracts/figure';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { formatInterval, formatMeasure } from '@/lib/format/number';
import { breakdownLabel } from '@/lib/format/words';

const SHOWN_ROWS = 400;

const columnsFor = (indicator: Indicator, hasFlags: boolean): readonly TableColumn<Figure>[] => [
  { key: 'area', header: 'Area', cell: ({ areaName }) => areaName },
  { key: 'breakdown', header: 'Breakdown', cell: ({ breakdown }) => breakdownLabel(breakdown) || 'all' },
  { key: 'period', header: 'Period', cell: ({ period, stale }) => `${period.label}${stale ? ' (old)' : ''}` },
  {
    key: 'value',
    header: 'Value',
    numeric: true,
    cell: ({ measure }) => formatMeasure(measure, indicator.unit, indicator.decimals),
  },
  {
    key: 'interval',
    header: '95% interval',
    numeric: true,
    cell: ({ measure }) =>
      measure.kind === 'value' && measure.interval ? formatInterval(measure.interval, indicator.decimals) : '–',
  },
  { key: 'counts', header: 'Counts', numeric: true, cell: (figure) => countsText(figure, indicator) ?? '–' },
  { key: 'kind', header: 'Kind', cell: ({ provenance }) => <ProvenanceTag provenance={provenance} /> },
  { key: 'release', header: 'Release', cell: ({ releaseId }) => releaseId },
  ...(hasFlags
    ? [{ key: 'check', header: 'Data quality', cell: (figure: Figure) => <QualityMark figure={figure} /> }]
    : []),
];

export function FiguresTable({ indicator, figures }: { indicator: Indicator; figures: readonly Figure[] }) {
  const shown = figures.slice(0, SHOWN_ROWS);
  return (
    <DataTable
      caption={
        figures.length > SHOWN_ROWS
          ? `Figures: the first ${SHOWN_ROWS} of ${figures.length}; the download has all`
          : 'Figures'
      }
      columns={columnsFor(indicator, shown.some(hasQualityMark))}
      rows={shown}
      download="beside"
      rowKey={(f) => `${f.areaCode} ${f.breakdown} ${f.period.end} ${f.releaseId}`}
    />
  );
}
