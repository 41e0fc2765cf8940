import type { Figure } from '@/lib/contracts/figure';
import { absenceMark, MARK_WORDS } from '@/lib/domain/indicators/absence-mark';
import type { Indicator } from '@/lib/domain/indicators/indicator';
import { isPartRank } from '@/lib/domain/indicators/rank';
import { formatInUnit, formatMeasure, formatNumber } from '@/lib/format/number';
import { breakdownLabel } from '@/lib/format/words';
import type { SpineTableRow } from './spine-table-rows';

export const indicatorLabel = ({ indicator, figure }: Pick<SpineTableRow, 'indicator' | 'figure'>): string =>
  [indicator.shortName, breakdownLabel(figure.breakdown)].filter(Boolean).join(', ');

/** A figure in its unit, or the words for why there is none; a value that rounds to 0 is low, not 0. */
export function figureText(figure: Figure | null, { unit, decimals }: Indicator): string {
  if (!figure) return 'Not loaded';
  return absenceMark(figure.measure, unit, decimals) === 'low'
    ? `low (${MARK_WORDS.low})`
    : formatMeasure(figure.measure, unit, decimals);
}

/** Values at the left and right end of the row, in the unit. */
export function endsText({ spine, indicator }: SpineTableRow): { left: string; right: string } | null {
  if (spine.kind === 'none') return null;
  const write = (value: number) => formatInUnit(value, indicator.unit, indicator.decimals);
  return { left: write(spine.left), right: write(spine.right) };
}

const OUTER = { worst_best: ['worst', 'best'], lowest_highest: ['lowest', 'highest'] } as const;

/** `worst 6.3% to best 17.9% over 11 areas`; worst and best of a part are only its ends. */
export function rangeText(row: SpineTableRow): string {
  const ends = endsText(row);
  if (!ends || row.spine.kind === 'none') return 'no range';
  const { count, endWords } = row.spine;
  const isPart = isPartRank(row.rank);
  const [left, right] = OUTER[endWords];
  const words = isPart ? `${ends.left} to ${ends.right}` : `${left} ${ends.left} to ${right} ${ends.right}`;
  return `${words} over ${isPart ? `${count} of ${row.rank.of}` : count} ${row.rank.of === 1 ? 'area' : 'areas'}`;
}

/** `3.9 to 4.4 (5)`: the lowest and highest of the peers, and how many of them have a value. */
export function peersText({ peers, indicator }: SpineTableRow): string {
  if (!peers) return '–';
  const write = (value: number) => formatNumber(value, indicator.decimals);
  return peers.count === 1
    ? `${write(peers.lowest)} (1)`
    : `${write(peers.lowest)} to ${write(peers.highest)} (${peers.count})`;
}

/** The whole row in one sentence: the accessible name of its drawing. */
export function spineLabel(row: SpineTableRow, peersName: string): string {
  const { figure, indicator, comparator, reading, peers } = row;
  const { measure } = figure;
  const interval =
    measure.kind === 'value' && measure.interval
      ? ` (${formatNumber(measure.interval.lower, indicator.decimals)} to ${formatNumber(measure.interval.upper, indicator.decimals)})`
      : '';
  const against = comparator ? `${reading}; ${comparator.areaName} ${figureText(comparator, indicator)}` : reading;
  return [
    `${indicatorLabel(row)}, ${figure.areaName} ${figureText(figure, indicator)}${interval}, ${against}`,
    rangeText(row),
    peers ? `${peersName} ${peersText(row)}` : '',
  ]
    .filter(Boolean)
    .join('; ');
}
