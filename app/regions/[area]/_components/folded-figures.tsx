import { figureAnchor } from '@/app/regions/[area]/_components/figure-anchor';
import { ProvenanceTag } from '@/components/figures/provenance-tag';
import { QualityMark } from '@/components/figures/quality-mark';
import { countsText } from '@/components/figures/read-comparison';
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
  download: TableDownload;
};

const write = ({ measure }: Figure, { unit, decimals }: Indicator): string => formatMeasure(measure, unit, decimals);

const intervalText = ({ measure }: Figure, { decimals }: Indicator): string | null =>
  measure.kind === 'value' && measure.interval ? formatInterval(measure.interval, decimals) : null;

/** What was counted, and what is to be known of a figure: small, below its name. */
const remarksOf = ({ figure, indicator }: FoldedFigure): string[] =>
  [
    countsText(figure, indicator),
    figure.measure.kind === 'not_applicable' ? figure.measure.reason : null,
    figure.note,
  ].flatMap((text) => (text ? [text] : []));

function LabelCell(row: FoldedFigure) {
  const { figure, indicator, label } = row;
  const remarks = remarksOf(row);
  return (
    <>
      <a id={figureAnchor(figure)} href={`/data/${indicator.id}`} className="link inline-block py-1 scroll-mt-24">
        {label}
      </a>
      {remarks.length > 0 ? <p className="text-xs font-normal text-muted">{remarks.join(' · ')}</p> : null}
      <QualityMark figure={figure} />
    </>
  );
}

const COLUMNS: TableColumn<FoldedFigure>[] = [
  { key: 'label', header: 'Of', cell: LabelCell, className: 'min-w-40' },
  { key: 'period', header: 'Period', cell: ({ figure }) => figure.period.label },
  {
    key: 'value',
    header: 'Value',
    numeric: true,
    cell: ({ figure, indicator }) =>
      figure.stale ? <span className="text-muted">{write(figure, indicator)}</span> : write(figure, indicator),
  },
];

const INTERVAL: TableColumn<FoldedFigure> = {
  key: 'interval',
  header: 'Interval',
  numeric: true,
  cell: ({ figure, indicator }) => intervalText(figure, indicator) ?? '–',
};

const COMPARATOR: TableColumn<FoldedFigure> = {
  key: 'comparator',
  header: 'Compared with',
  numeric: true,
  cell: ({ comparator, indicator }) => (comparator ? `${comparator.areaName} ${write(comparator, indicator)}` : '–'),
};

const paperOf = ({ figure: { source, releaseId, provenance } }: FoldedFigure) => ({
  text: `${source.name}, release ${releaseId}`,
  provenance,
});

const SOURCE: TableColumn<FoldedFigure> = {
  key: 'source',
  header: 'Source',
  className: 'min-w-40',
  cell: (row) => <Paper {...paperOf(row)} />,
};

const Paper = ({ text, provenance }: ReturnType<typeof paperOf>) => (
  <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm font-normal text-muted">
    <ProvenanceTag provenance={provenance} />
    {text}
  </p>
);

/** Figures in a table that is closed until it is asked for: the other parts of an indicator, or those that are old. Where they come from stands below, or in each row where it isn't the same for all. */
export function FoldedFigures({ summary, caption, rows, download }: FoldedFiguresProps) {
  const [first] = rows;
  const papers = new Set(rows.map((row) => Object.values(paperOf(row)).join('; ')));
  const hasIntervals = rows.some(({ figure, indicator }) => intervalText(figure, indicator) !== null);
  return (
    <Disclosure summary={summary}>
      <div className="flex flex-col gap-2">
        <DataTable
          caption={caption}
          captionHidden
          columns={[...COLUMNS, ...(hasIntervals ? [INTERVAL] : []), COMPARATOR, ...(papers.size > 1 ? [SOURCE] : [])]}
          rows={rows}
          rowKey={({ figure }) => figureAnchor(figure)}
          download={download}
        />
        {first && papers.size === 1 ? <Paper {...paperOf(first)} /> : null}
      </div>
    </Disclosure>
  );
}
