import { ProvenanceTag } from '@/components/figures/provenance-tag';
import { readingText } from '@/components/figures/read-comparison';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import type { Figure } from '@/lib/contracts/figure';
import type { AreaProfile } from '@/lib/contracts/region';
import { ENGLAND, UNITED_KINGDOM } from '@/lib/domain/geography/area';
import { comparatorOf } from '@/lib/domain/indicators/comparator';
import { latestWithValue } from '@/lib/domain/indicators/figure-input';
import { ALL, type Indicator } from '@/lib/domain/indicators/indicator';
import { formatInterval, formatMeasure } from '@/lib/format/number';
import { breakdownLabel } from '@/lib/format/words';

type Row = {
  indicator: Indicator;
  breakdown: string;
  period: Figure['period'];
  stale: boolean;
  figure: Figure | null;
  england: Figure | null;
  uk: Figure | null;
  peers: Figure[];
};

const isWhole = (breakdown: string): boolean => breakdown === ALL;

/** The latest period of the area itself; where it has none, of England or the UK, so that what is known stands beside the gap. */
function rowsOf(profile: AreaProfile): Row[] {
  return profile.indicators
    .filter(({ display, group }) => display === 'profile' && group !== 'schools')
    .flatMap((indicator) => {
      const own = profile.figures.filter(({ indicatorId }) => indicatorId === indicator.id);
      const national = profile.national.filter(({ indicatorId }) => indicatorId === indicator.id);
      const shown = own.length > 0 ? own : national;
      const breakdowns = [...new Set(shown.map(({ breakdown }) => breakdown))];
      // Where the area has nothing, a country's deprivation groups say nothing about it.
      const kept =
        own.length > 0 || indicator.breakdownKind === 'recruitment_level' ? breakdowns : breakdowns.filter(isWhole);
      return kept.flatMap((breakdown) => {
        const latest = latestWithValue(shown, { indicatorId: indicator.id, breakdown });
        if (!latest) return [];
        const { period, stale } = latest;
        const same = (other: Figure) =>
          other.indicatorId === indicator.id && other.breakdown === breakdown && other.period.end === period.end;
        const of = (code: string) => profile.national.find((f) => f.areaCode === code && same(f)) ?? null;
        const peers = profile.peers.filter((f) => same(f) && f.measure.kind === 'value');
        const figure = own.find(same) ?? null;
        return [{ indicator, breakdown, period, stale, figure, england: of(ENGLAND), uk: of(UNITED_KINGDOM), peers }];
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

/** No column for the area itself a second time, nor for areas of a kind that has only this one. */
function columnsFor(profile: AreaProfile): TableColumn<Row>[] {
  const left = new Set([
    ...(profile.area.code === ENGLAND ? ['england'] : []),
    ...(profile.peers.length === 0 ? ['peers'] : []),
  ]);
  return allColumns(profile).filter(({ key }) => !left.has(key));
}

const allColumns = (profile: AreaProfile): TableColumn<Row>[] => [
  {
    key: 'indicator',
    header: 'Indicator',
    cell: ({ indicator, breakdown, period, stale }) => (
      <>
        <a href={`/data/${indicator.id}`} className="link">
          {[indicator.shortName, breakdownLabel(breakdown)].filter(Boolean).join(', ')}
        </a>
        <span className="block text-xs font-normal text-muted">{`${period.label}${stale ? ', over three years old' : ''}`}</span>
      </>
    ),
  },
  {
    key: 'value',
    header: profile.area.name,
    numeric: true,
    cell: ({ indicator, figure, stale }) => (
      <span className={stale ? 'text-muted' : ''}>
        {write(figure, indicator)}
        {figure?.measure.kind === 'value' && figure.measure.interval ? (
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
    cell: ({ indicator, figure }) =>
      figure ? readingText(figure, comparatorOf(profile, figure), indicator) : 'not loaded here',
  },
  {
    key: 'kind',
    header: 'Kind',
    cell: ({ figure, england, uk }) => {
      const shown = figure ?? england ?? uk;
      return shown ? <ProvenanceTag provenance={shown.provenance} /> : null;
    },
  },
];

export function ComparisonTable({ profile }: { profile: AreaProfile }) {
  return (
    <section aria-labelledby="compares" className="flex flex-col gap-3">
      <h2 id="compares" className="text-xl">
        How it compares
      </h2>
      <p className="max-w-prose text-sm text-muted">
        “Similar” means that the 95% interval holds the comparator’s value. Without counts there is no interval: the
        figure is only placed above or below, and not judged. No rank is shown unless every area of the kind has a value
        for the same period.
      </p>
      <DataTable
        caption={`${profile.area.name} beside England, the UK and the other areas of its kind`}
        captionHidden
        columns={columnsFor(profile)}
        rows={rowsOf(profile)}
        rowKey={({ indicator, breakdown }) => `${indicator.id} ${breakdown}`}
        empty="No figure is loaded for this area."
      />
    </section>
  );
}
