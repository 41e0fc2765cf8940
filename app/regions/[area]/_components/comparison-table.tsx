import { ProvenanceTag } from '@/components/figures/provenance-tag';
import { readingText } from '@/components/figures/read-comparison';
import { AppLink } from '@/components/ui/app-link';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import type { Figure } from '@/lib/contracts/figure';
import type { AreaProfile } from '@/lib/contracts/region';
import { ENGLAND, UNITED_KINGDOM } from '@/lib/domain/geography/area';
import { comparatorOf } from '@/lib/domain/indicators/comparator';
import { latestWithValue } from '@/lib/domain/indicators/figure-input';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { formatInterval, formatMeasure } from '@/lib/format/number';
import { breakdownLabel } from '@/lib/format/words';

type Row = { indicator: Indicator; figure: Figure; england: Figure | null; uk: Figure | null; peers: Figure[] };

function rowsOf(profile: AreaProfile): Row[] {
  return profile.indicators
    .filter(({ display }) => display === 'profile')
    .flatMap((indicator) => {
      const own = profile.figures.filter(({ indicatorId }) => indicatorId === indicator.id);
      return [...new Set(own.map(({ breakdown }) => breakdown))].flatMap((breakdown) => {
        const figure = latestWithValue(own, { indicatorId: indicator.id, breakdown });
        if (!figure) return [];
        const same = (other: Figure) =>
          other.indicatorId === indicator.id && other.breakdown === breakdown && other.period.end === figure.period.end;
        const national = (code: string) => profile.national.find((f) => f.areaCode === code && same(f)) ?? null;
        const peers = profile.peers.filter((f) => same(f) && f.measure.kind === 'value');
        return [{ indicator, figure, england: national(ENGLAND), uk: national(UNITED_KINGDOM), peers }];
      });
    });
}

const write = (figure: Figure | null, { unit, decimals }: Indicator): string =>
  figure ? formatMeasure(figure.measure, unit, decimals) : 'not loaded';

/** Lowest and highest of the other areas, and how many are loaded: never a rank of a part. */
function peersText({ indicator, peers }: Row): string {
  const values = peers
    .flatMap(({ measure }) => (measure.kind === 'value' ? [measure] : []))
    .toSorted((a, b) => a.value - b.value);
  const [lowest, highest] = [values.at(0), values.at(-1)];
  if (!lowest || !highest) return 'not loaded';
  const show = (measure: typeof lowest) => formatMeasure(measure, indicator.unit, indicator.decimals);
  return values.length === 1
    ? `${show(lowest)} (1 loaded)`
    : `${show(lowest)} to ${show(highest)} (${values.length} loaded)`;
}

const columnsFor = (profile: AreaProfile): TableColumn<Row>[] => [
  {
    key: 'indicator',
    header: 'Indicator',
    cell: ({ indicator, figure }) => (
      <>
        <AppLink href={`/data/${indicator.id}`} className="link">
          {[indicator.shortName, breakdownLabel(figure.breakdown)].filter(Boolean).join(', ')}
        </AppLink>
        <span className="block text-xs font-normal text-muted">{`${figure.period.label}${figure.stale ? ', over three years old' : ''}`}</span>
      </>
    ),
  },
  {
    key: 'value',
    header: profile.area.name,
    numeric: true,
    cell: ({ indicator, figure }) => (
      <span className={figure.stale ? 'text-muted' : ''}>
        {write(figure, indicator)}
        {figure.measure.kind === 'value' && figure.measure.interval ? (
          <span className="block text-xs text-muted">
            {formatInterval(figure.measure.interval, indicator.decimals)}
          </span>
        ) : null}
      </span>
    ),
  },
  { key: 'england', header: 'England', numeric: true, cell: ({ indicator, england }) => write(england, indicator) },
  { key: 'uk', header: 'UK', numeric: true, cell: ({ indicator, uk }) => write(uk, indicator) },
  { key: 'peers', header: 'Other areas of this kind', cell: peersText },
  {
    key: 'reading',
    header: 'Reading',
    cell: ({ indicator, figure }) => readingText(figure, comparatorOf(profile, figure), indicator),
  },
  { key: 'kind', header: 'Kind', cell: ({ figure }) => <ProvenanceTag provenance={figure.provenance} /> },
];

export function ComparisonTable({ profile }: { profile: AreaProfile }) {
  return (
    <section aria-labelledby="compares" className="flex flex-col gap-3">
      <h2 id="compares" className="text-xl">
        How it compares
      </h2>
      <p className="max-w-prose text-sm text-muted">
        “Similar” means that the 95% interval holds the comparator’s value. Without counts there is no interval and no
        comparison. No rank is shown unless every area of the kind has a value for the same period.
      </p>
      <DataTable
        caption={`${profile.area.name} beside England, the UK and the other areas of its kind`}
        captionHidden
        columns={columnsFor(profile)}
        rows={rowsOf(profile)}
        rowKey={({ indicator, figure }) => `${indicator.id} ${figure.breakdown}`}
        empty="No figure is loaded for this area."
      />
    </section>
  );
}
