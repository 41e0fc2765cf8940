import type { PeerChoice } from '@/app/regions/_components/peer-choice';
import { toCsv } from '@/components/charts/csv';
import type { SpineTableRow } from '@/components/charts/spine-table-rows';
import { figureText, indicatorLabel, peersText, rangeText } from '@/components/charts/spine-text';
import { unitText } from '@/components/charts/value-format';
import type { AreaProfile } from '@/lib/contracts/region';
import { rankText } from '@/lib/domain/indicators/rank';
import { formatInterval } from '@/lib/format/number';

type SpineCsvInput = { profile: AreaProfile; peers: PeerChoice; region: AreaProfile | null };

const intervalText = ({ figure: { measure }, indicator }: SpineTableRow): string =>
  measure.kind === 'value' && measure.interval ? formatInterval(measure.interval, indicator.decimals) : '';

/** The table as a file, made with the page: it needs no script. Own peers are named in it. */
export function spineCsvHref(rows: readonly SpineTableRow[], { profile, peers, region }: SpineCsvInput): string {
  const head = ['Indicator', 'Period', 'Unit', profile.area.name, '95% interval', 'Rank'];
  const tail = [
    'England',
    'UK',
    'Comparator',
    'Comparator value',
    'Range',
    peers.label,
    'Reading',
    'Source',
    'Release',
  ];
  const text = toCsv([
    [...head, ...(region ? [region.area.name] : []), ...tail],
    ...rows.map((row) => [
      indicatorLabel(row),
      row.figure.period.label,
      unitText(row.indicator.unit),
      figureText(row.figure, row.indicator),
      intervalText(row),
      rankText(row.rank),
      ...(region ? [figureText(row.region, row.indicator)] : []),
      figureText(row.england, row.indicator),
      figureText(row.uk, row.indicator),
      row.comparator?.areaName ?? '',
      figureText(row.comparator, row.indicator),
      rangeText(row),
      peersText(row),
      row.reading,
      `${row.figure.source.name}, ${row.figure.source.publisher}`,
      row.figure.releaseId,
    ]),
    ...(peers.names ? [[`Your peers, in place of similar areas: ${peers.names}`]] : []),
  ]);
  return `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
}
