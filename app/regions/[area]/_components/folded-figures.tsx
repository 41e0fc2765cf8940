import { figureAnchor } from '@/app/regions/[area]/_components/figure-anchor';
import { DataTable } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import type { Figure } from '@/lib/contracts/figure';
import { figuresFiles } from '@/lib/contracts/figures-query';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { formatInterval, formatMeasure } from '@/lib/format/number';
import { breakdownLabel } from '@/lib/format/words';

export type FoldedFigure = { figure: Figure; comparator: Figure | null };

type FoldedFiguresProps = {
  area: string;
  indicator: Indicator;
  rows: readonly FoldedFigure[];
  comparatorName: string;
};

const intervalText = ({ measure }: Figure, decimals: number): string =>
  measure.kind === 'value' && measure.interval ? formatInterval(measure.interval, decimals) : '–';

/** The other parts of an indicator that has many, in a table that is closed until it is asked for. */
export function FoldedFigures({ area, indicator, rows, comparatorName }: FoldedFiguresProps) {
  const { unit, decimals, shortName } = indicator;
  return (
    <Disclosure summary={`${shortName}: ${rows.length} more`}>
      <DataTable
        caption={shortName}
        captionHidden
        columns={[
          {
            key: 'breakdown',
            header: 'Of',
            cell: ({ figure }: FoldedFigure) => (
              <span id={figureAnchor(figure)} className="scroll-mt-24">
                {breakdownLabel(figure.breakdown) || 'all'}
              </span>
            ),
          },
          { key: 'period', header: 'Period', cell: ({ figure }: FoldedFigure) => figure.period.label },
          {
            key: 'value',
            header: 'Value',
            numeric: true,
            cell: ({ figure }: FoldedFigure) => formatMeasure(figure.measure, unit, decimals),
          },
          {
            key: 'interval',
            header: '95% interval',
            numeric: true,
            cell: ({ figure }: FoldedFigure) => intervalText(figure, decimals),
          },
          {
            key: 'comparator',
            header: comparatorName,
            numeric: true,
            cell: ({ comparator }: FoldedFigure) =>
              comparator ? formatMeasure(comparator.measure, unit, decimals) : '–',
          },
        ]}
        rows={rows}
        rowKey={({ figure }) => figure.breakdown}
        download={{ what: `all of ${shortName}`, files: figuresFiles({ indicator: indicator.id, area }) }}
      />
    </Disclosure>
  );
}
