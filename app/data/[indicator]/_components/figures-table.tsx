import { ProvenanceTag } from '@/components/figures/provenance-tag';
import { countsText } from '@/components/figures/read-comparison';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import type { Figure } from '@/lib/contracts/figure';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { formatInterval, formatMeasure } from '@/lib/format/number';
import { breakdownLabel } from '@/lib/format/words';

const SHOWN_ROWS = 400;

const columnsFor = (indicator: Indicator): readonly TableColumn<Figure>[] => [
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
];

export function FiguresTable({ indicator, figures }: { indicator: Indicator; figures: readonly Figure[] }) {
  return (
    <DataTable
      caption={
        figures.length > SHOWN_ROWS
          ? `Figures: the first ${SHOWN_ROWS} of ${figures.length}; the download has all`
          : 'Figures'
      }
      columns={columnsFor(indicator)}
      rows={figures.slice(0, SHOWN_ROWS)}
      rowKey={(f) => `${f.areaCode} ${f.breakdown} ${f.period.end} ${f.releaseId}`}
    />
  );
}
