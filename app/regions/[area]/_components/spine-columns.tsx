import type { PeerChoice } from '@/app/regions/_components/peer-choice';
import { SpineBar } from '@/components/charts/spine-bar';
import { regionPosition, type SpineTableRow } from '@/components/charts/spine-table-rows';
import { endsText, figureText, indicatorLabel, peersText, spineLabel } from '@/components/charts/spine-text';
import { unitText } from '@/components/charts/value-format';
import { ProvenanceTag } from '@/components/figures/provenance-tag';
import { QualityMark } from '@/components/figures/quality-mark';
import { countsText } from '@/components/figures/read-comparison';
import { TrendTag } from '@/components/figures/trend-tag';
import type { TableColumn } from '@/components/ui/data-table';
import type { AreaProfile } from '@/lib/contracts/region';
import { type Area, countriesOf } from '@/lib/domain/geography/area';
import { isPartRank, rankText } from '@/lib/domain/indicators/rank';
import { formatInterval } from '@/lib/format/number';
import { GROUP_WORDS } from '@/lib/format/words';

type SpineColumnsInput = {
  profile: AreaProfile;
  areaCount: number;
  peers: PeerChoice;
  /** The larger region that the area lies in, with its figures. */
  region: AreaProfile | null;
};

const periodText = ({ figure }: SpineTableRow): string =>
  `${figure.period.label}${figure.stale ? ', over three years old' : ''}`;

const intervalText = ({ figure: { measure }, indicator }: SpineTableRow): string =>
  measure.kind === 'value' && measure.interval ? formatInterval(measure.interval, indicator.decimals) : '';

function IndicatorCell(row: SpineTableRow) {
  return (
    <>
      <a href={`/data/${row.indicator.id}`} className="link">
        {indicatorLabel(row)}
      </a>
      <span className="block text-xs font-normal text-muted">
        {`${GROUP_WORDS[row.indicator.group]} · ${periodText(row)} · ${unitText(row.indicator.unit)}`}
      </span>
      <ProvenanceTag provenance={row.figure.provenance} />
      <QualityMark figure={row.figure} />
    </>
  );
}

function ValueCell({ row, areaCount }: { row: SpineTableRow; areaCount: number }) {
  const { figure, indicator, rank } = row;
  const small = [
    intervalText(row),
    countsText(figure, indicator) ?? '',
    rankShown(row, areaCount) ? rankText(rank) : '',
  ];
  return (
    <span className={figure.stale ? 'text-muted' : ''}>
      {figureText(figure, indicator)}
      {small.filter(Boolean).map((text) => (
        <span key={text} className="ml-auto block max-w-40 text-xs whitespace-normal text-muted">
          {text}
        </span>
      ))}
      <TrendTag trend={row.trend} />
    </span>
  );
}

/** An old figure has no rank, nor has an area that is the only one of its kind. */
const rankShown = ({ figure, rank }: SpineTableRow, areaCount: number): boolean =>
  areaCount > 1 && !figure.stale && rank.kind === 'ranked';

const BarHeader = () => (
  <span className="flex justify-between gap-2">
    <span>← worst, lowest</span>
    <span>best, highest →</span>
  </span>
);

function BarCell({ row, band }: { row: SpineTableRow; band: string }) {
  const ends = endsText(row);
  return (
    <div className="max-w-[400px]">
      <SpineBar
        row={row.spine}
        comparison={row.comparison}
        band={row.peers}
        region={regionPosition(row)}
        label={spineLabel(row, band)}
      />
      {ends ? (
        <span className="flex justify-between gap-2 text-xs text-muted">
          <span>{ends.left}</span>
          {isPartRank(row.rank) ? <span>{`${row.rank.loaded} of ${row.rank.of} areas`}</span> : null}
          <span>{ends.right}</span>
        </span>
      ) : null}
    </div>
  );
}

/** The country with the larger one below it; on the country's own page the larger one alone. */
function nationalColumn({ code, root }: Area): TableColumn<SpineTableRow> {
  const shown = countriesOf(root)
    .map((country, at) => ({ ...country, at }))
    .filter((country) => country.code !== code);
  const [first, second] = shown;
  return {
    key: 'national',
    header: first?.name ?? '',
    numeric: true,
    cell: ({ national, indicator }) => {
      const below = second && national[second.at];
      return (
        <>
          {first ? figureText(national[first.at] ?? null, indicator) : ''}
          {below ? (
            <span className="block text-xs text-muted">{`${second.name} ${figureText(below, indicator)}`}</span>
          ) : null}
        </>
      );
    },
  };
}

export function spineColumns({ profile, areaCount, peers, region }: SpineColumnsInput): TableColumn<SpineTableRow>[] {
  const band = peers.label.toLowerCase();
  const columns: TableColumn<SpineTableRow>[] = [
    { key: 'indicator', header: 'Indicator', className: 'min-w-32 sm:min-w-60 print:min-w-32', cell: IndicatorCell },
    {
      key: 'value',
      header: profile.area.name,
      numeric: true,
      cell: (row) => <ValueCell row={row} areaCount={areaCount} />,
    },
    ...(region
      ? [
          {
            key: 'region',
            header: region.area.name,
            numeric: true,
            cell: (row: SpineTableRow) => figureText(row.region, row.indicator),
          },
        ]
      : []),
    nationalColumn(profile.area),
    {
      key: 'bar',
      header: <BarHeader />,
      className: 'min-w-64 w-72 print:min-w-40 print:w-48',
      cell: (row) => <BarCell row={row} band={band} />,
    },
    {
      key: 'peers',
      header: peers.label,
      numeric: true,
      cell: (row) => <span className="ml-auto block max-w-28 whitespace-normal">{peersText(row)}</span>,
    },
    { key: 'reading', header: 'Reading', className: 'min-w-36', cell: ({ reading }) => reading },
  ];
  // No column for areas of a kind that has only this one. A4 has no room for the paddings of the screen.
  const left = new Set([
    ...(profile.peers.length === 0 ? ['bar', 'peers'] : []),
    ...(countriesOf(profile.area.root).every(({ code }) => code === profile.area.code) ? ['national'] : []),
  ]);
  return columns
    .filter(({ key }) => !left.has(key))
    .map((column) => ({
      ...column,
      className: `${column.className ?? ''} print:px-1 print:whitespace-normal`,
    }));
}
