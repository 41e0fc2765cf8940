import { ProvenanceTag } from '@/components/figures/provenance-tag';
import { countsText, readingText } from '@/components/figures/read-comparison';
import type { TableColumn } from '@/components/ui/data-table';
import type { IndicatorComparison } from '@/lib/contracts/region';
import { absenceMark, MARK_WORDS } from '@/lib/domain/indicators/absence-mark';
import { type AreaRank, rankOf, rankText } from '@/lib/domain/indicators/rank';
import { type Measure, NOT_LOADED, type Provenance } from '@/lib/domain/measure/measure';
import { formatInterval, formatMeasure } from '@/lib/format/number';
import type { ComparatorFor } from './earlier-comparators';

export type RegionsTableRow = IndicatorComparison['rows'][number];
type Row = RegionsTableRow;

/** In a longer list the area's own page gives its place. */
export const MOST_RANKED = 60;

/** Null for an area whose figure is old or not there, or where an area of the type has none. */
function rankFor({ indicator, rows }: IndicatorComparison): (row: Row) => AreaRank | null {
  const values = rows.flatMap(({ area, figure }) =>
    figure?.measure.kind === 'value'
      ? [{ code: area.code, value: figure.measure.value, interval: figure.measure.interval }]
      : [],
  );
  return ({ area, figure }) =>
    values.length < rows.length || figure === null || figure.stale
      ? null
      : rankOf(indicator.id, area.code, values, rows.length);
}

const hasInterval = ({ figure }: Row): boolean => figure?.measure.kind === 'value' && figure.measure.interval !== null;

/** Kinds of figures in the rows; one for all stands below the table. */
export const provenancesOf = (rows: readonly Row[]): Provenance[] => [
  ...new Set(rows.flatMap(({ figure }) => figure?.provenance ?? [])),
];

/** What a figure rests on, each column only where at least one area has something to show in it. */
function paperColumns({ indicator, rows }: IndicatorComparison): TableColumn<Row>[] {
  const columns: (TableColumn<Row> & { isUsed: boolean })[] = [
    {
      key: 'interval',
      header: '95% interval',
      numeric: true,
      isUsed: rows.some(hasInterval),
      cell: ({ figure }) =>
        figure?.measure.kind === 'value' && figure.measure.interval
          ? formatInterval(figure.measure.interval, indicator.decimals)
          : '–',
    },
    {
      key: 'counts',
      header: 'Counts',
      numeric: true,
      isUsed: rows.some(({ figure }) => figure && countsText(figure, indicator) !== null),
      cell: ({ figure }) => (figure && countsText(figure, indicator)) ?? '–',
    },
    {
      key: 'provenance',
      header: 'Kind',
      isUsed: provenancesOf(rows).length > 1,
      cell: ({ figure }) => (figure ? <ProvenanceTag provenance={figure.provenance} /> : '–'),
    },
  ];
  return columns.filter(({ isUsed }) => isUsed).map(({ isUsed: _, ...column }) => column);
}

/** Columns of the table of all areas; the period is one for all and stands in the caption. */
export function regionsColumns(comparison: IndicatorComparison, comparatorFor: ComparatorFor): TableColumn<Row>[] {
  const { indicator, comparator, rows } = comparison;
  const write = (measure: Measure) =>
    absenceMark(measure, indicator.unit, indicator.decimals) === 'low'
      ? `low (${MARK_WORDS.low})`
      : formatMeasure(measure, indicator.unit, indicator.decimals);
  const rank = rankFor(comparison);
  const isRanked = rows.length <= MOST_RANKED && rows.some((row) => rank(row)?.kind === 'ranked');
  const rankColumn: TableColumn<Row> = {
    key: 'rank',
    header: 'Rank',
    cell: (row) => {
      const own = rank(row);
      return own ? rankText(own) : '–';
    },
  };
  return [
    {
      key: 'name',
      header: 'Area',
      sortable: true,
      cell: ({ area }) => (
        <a href={`/regions/${area.code}`} className="link">
          {area.name}
        </a>
      ),
    },
    {
      key: 'value',
      header: indicator.shortName,
      numeric: true,
      sortable: true,
      cell: ({ figure }) => {
        const text = write(figure?.measure ?? NOT_LOADED);
        return figure?.stale ? <span className="text-muted">{text}</span> : text;
      },
    },
    ...paperColumns(comparison),
    {
      key: 'against',
      header: comparator
        ? `Against ${comparator.areaName} (${write(comparator.measure)})`
        : 'Comparator, where there is one',
      cell: ({ figure }) => (figure ? readingText(figure, comparatorFor(figure), indicator) : '–'),
    },
    ...(isRanked ? [rankColumn] : []),
  ];
}
