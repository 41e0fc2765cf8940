import { ProvenanceTag } from '@/components/figures/provenance-tag';
import { countsText, readingText } from '@/components/figures/read-comparison';
import { AppLink } from '@/components/ui/app-link';
import { Button } from '@/components/ui/button';
import { DataTable, type TableColumn } from '@/components/ui/data-table';
import { TextInput } from '@/components/ui/text-input';
import type { IndicatorComparison } from '@/lib/contracts/region';
import { type RegionsQuery, regionsHref } from '@/lib/contracts/regions-query';
import { absenceMark, MARK_WORDS } from '@/lib/domain/indicators/absence-mark';
import { type AreaRank, RANK_METHOD, rankOf, rankText } from '@/lib/domain/indicators/rank';
import { NOT_LOADED, plotted } from '@/lib/domain/measure/measure';
import { formatInterval, formatMeasure } from '@/lib/format/number';
import { comparisonTitle } from './comparison-text';
import type { ComparatorFor } from './earlier-comparators';

type Row = IndicatorComparison['rows'][number];

/** Areas without a figure come last whatever the order: they have no place in it. */
function sorted(rows: readonly Row[], { sort, dir, q }: RegionsQuery): Row[] {
  const sign = dir === 'asc' ? 1 : -1;
  const numberOf = ({ figure }: Row) => (figure ? plotted(figure.measure) : null);
  const byName = (a: Row, b: Row) => a.area.name.localeCompare(b.area.name, 'en-GB');
  return rows
    .filter(({ area }) => area.name.toLowerCase().includes(q.trim().toLowerCase()))
    .toSorted((a, b) => {
      if (sort === 'name') return sign * byName(a, b);
      const [one, other] = [numberOf(a), numberOf(b)];
      if (one === null || other === null) return Number(one === null) - Number(other === null) || byName(a, b);
      return sign * (one - other) || byName(a, b);
    });
}

/** In a longer list the area's own page gives its place. */
const MOST_RANKED = 60;

/** Null for an area whose figure is old or not there, or where an area of the type has none. */
function rankFor({ rows }: IndicatorComparison): (row: Row) => AreaRank | null {
  const values = rows.flatMap(({ area, figure }) =>
    figure?.measure.kind === 'value'
      ? [{ code: area.code, value: figure.measure.value, interval: figure.measure.interval }]
      : [],
  );
  return ({ area, figure }) =>
    values.length < rows.length || figure === null || figure.stale ? null : rankOf(area.code, values, rows.length);
}

function columnsFor(comparison: IndicatorComparison, comparatorFor: ComparatorFor): TableColumn<Row>[] {
  const { indicator, comparator } = comparison;
  const write = (measure: Parameters<typeof formatMeasure>[0]) =>
    absenceMark(measure, indicator.unit, indicator.decimals) === 'low'
      ? `low (${MARK_WORDS.low})`
      : formatMeasure(measure, indicator.unit, indicator.decimals);
  const rank = rankFor(comparison);
  const isRanked = comparison.rows.length <= MOST_RANKED && comparison.rows.some((row) => rank(row)?.kind === 'ranked');
  return [
    {
      key: 'name',
      header: 'Area',
      sortable: true,
      cell: ({ area }) => (
        <AppLink href={`/regions/${area.code}`} className="link">
          {area.name}
        </AppLink>
      ),
    },
    {
      key: 'value',
      header: indicator.shortName,
      numeric: true,
      sortable: true,
      cell: ({ figure }) => (
        <span className={figure?.stale ? 'text-muted' : ''}>{write(figure?.measure ?? NOT_LOADED)}</span>
      ),
    },
    {
      key: 'interval',
      header: '95% interval',
      numeric: true,
      cell: ({ figure }) =>
        figure?.measure.kind === 'value' && figure.measure.interval
          ? formatInterval(figure.measure.interval, indicator.decimals)
          : '–',
    },
    {
      key: 'counts',
      header: 'Counts',
      numeric: true,
      cell: ({ figure }) => (figure && countsText(figure, indicator)) ?? '–',
    },
    {
      key: 'against',
      header: comparator
        ? `Against ${comparator.areaName} (${write(comparator.measure)})`
        : 'Comparator, where there is one',
      cell: ({ figure }) => (figure ? readingText(figure, comparatorFor(figure), indicator) : '–'),
    },
    ...(isRanked
      ? [
          {
            key: 'rank',
            header: 'Rank',
            cell: (row: Row) => {
              const own = rank(row);
              return own ? rankText(own) : '–';
            },
          },
        ]
      : []),
    { key: 'period', header: 'Period', cell: ({ figure }) => figure?.period.label ?? '–' },
    {
      key: 'provenance',
      header: 'Kind',
      cell: ({ figure }) => (figure ? <ProvenanceTag provenance={figure.provenance} /> : '–'),
    },
  ];
}

type RegionsTableProps = {
  query: RegionsQuery;
  comparison: IndicatorComparison;
  comparatorFor: ComparatorFor;
  csvHref: string;
};

export function RegionsTable({ query, comparison, comparatorFor, csvHref }: RegionsTableProps) {
  const { q, sort, dir, ...kept } = query;
  return (
    <section aria-label="All areas" className="flex flex-col gap-3">
      <form method="get" action="/regions" className="no-print flex flex-wrap items-end gap-3">
        {Object.entries({ ...kept, sort, dir }).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <TextInput name="q" label="Find an area" defaultValue={q} type="search" />
        <Button type="submit" variant="secondary">
          Find
        </Button>
        <a href={csvHref} className="link ml-auto py-2 text-sm">
          Download all figures of this indicator (CSV)
        </a>
      </form>
      <DataTable
        caption={`All areas: ${comparisonTitle(comparison)}`}
        columns={columnsFor(comparison, comparatorFor)}
        rows={sorted(comparison.rows, query)}
        rowKey={({ area }) => area.code}
        sort={{ key: sort, dir }}
        sortHref={(next) => regionsHref({ ...query, sort: next.key === 'name' ? 'name' : 'value', dir: next.dir })}
        empty={`No area’s name contains “${q}”.`}
      />
      {comparison.rows.length <= MOST_RANKED ? <p className="max-w-prose text-sm text-muted">{RANK_METHOD}</p> : null}
    </section>
  );
}
