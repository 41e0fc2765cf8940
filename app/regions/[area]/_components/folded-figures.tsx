import { figureAnchor } from '@/app/regions/[area]/_components/figure-anchor';
import { ProvenanceTag } from '@/components/figures/provenance-tag';
import { QualityMark } from '@/components/figures/quality-mark';
import { DataTable, type TableColumn, type TableDownload } from '@/components/ui/data-table';
import { Disclosure } from '@/components/ui/disclosure';
import type { Figure } from '@/lib/contracts/figure';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { formatInterval, formatMeasure } from '@/lib/format/number';

export type FoldedFigure = { indicator: Indicator; figure: Figure; comparator: Figure | null; label: string };

type FoldedFiguresProps = {
  summary: string;
  caption: string;
  rows: readonly FoldedFigure[];
  comparatorName: string;
  download: TableDownload;
};

const write = ({ measure }: Figure, { unit, decimals }: Indicator): string => formatMeasure(measure, unit, decimals);

const intervalText = ({ measure }: Figure, { decimals }: Indicator): string | null =>
  measure.kind === 'value' && measure.interval ? formatInterval(measure.interval, decimals) : null;

const ANCHORED: TableColumn<FoldedFigure>[] = [
  {
    key: 'label',
    header: 'Of',
    cell: ({ figure, label }) => (
      <span id={figureAnchor(figure)} className="scroll-mt-24">
        {label}
      </span>
    ),
  },
  { key: 'period', header: 'Period', cell: ({ figure }) => figure.period.label },
  {
    key: 'value',
    header: 'Value',
    numeric: true,
    cell: ({ figure, indicator }) => (
      <>
        {write(figure, indicator)}
        <QualityMark figure={figure} />
      </>
    ),
  },
];

const INTERVAL: TableColumn<FoldedFigure> = {
  key: 'interval',
  header: 'Interval',
  numeric: true,
  cell: ({ figure, indicator }) => intervalText(figure, indicator) ?? '–',
};

/** Each source and release once. */
const papersOf = (rows: readonly FoldedFigure[]): string =>
  [...new Set(rows.map(({ figure: { source, releaseId } }) => `${source.name}, release ${releaseId}`))].join('; ');

/** Figures in a table that is closed until it is asked for: the other parts of an indicator, or those that are old. */
export function FoldedFigures({ summary, caption, rows, comparatorName, download }: FoldedFiguresProps) {
  const provenances = [...new Set(rows.map(({ figure }) => figure.provenance))];
  const hasIntervals = rows.some(({ figure, indicator }) => intervalText(figure, indicator) !== null);
  return (
    <Disclosure summary={summary}>
      <div className="flex flex-col gap-2">
        <DataTable
          caption={caption}
          captionHidden
          columns={[
            ...ANCHORED,
            ...(hasIntervals ? [INTERVAL] : []),
            {
              key: 'comparator',
              header: comparatorName,
              numeric: true,
              cell: ({ comparator, indicator }) => (comparator ? write(comparator, indicator) : '–'),
            },
          ]}
          rows={rows}
          rowKey={({ figure }) => figureAnchor(figure)}
          download={download}
        />
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-muted">
          {provenances.map((provenance) => (
            <ProvenanceTag key={provenance} provenance={provenance} />
          ))}
          {papersOf(rows)}
        </p>
      </div>
    </Disclosure>
  );
}
