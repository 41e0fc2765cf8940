import type { Measure } from '@/lib/domain/measure/measure';
import { wholePercent } from '@/lib/format/flow-words';
import { formatCount, formatMeasure, formatNumber } from '@/lib/format/number';
import { type Absence, absentCell, type ChartCell, type ChartTableData } from './chart-cell';

/** One bar: a group, and its parts in the order of the key. Shares are 0 to 1. */
export type StackEntry = {
  key: string;
  label: string;
  /** Null: too few are shown, or one without which the sum would mislead is withheld. */
  people: number | null;
  /** A count without which shares would mislead is withheld: none are given. */
  isWithheld?: boolean;
  parts: readonly {
    label: string;
    people: number | null;
    share: Measure;
    /** Why there are no people, where it is known: else too few are shown. */
    absence?: Absence | undefined;
  }[];
};

export type StackSegment = { label: string; at: number; from: number; width: number; text: string };
export type StackRow = { key: string; label: string; note: string; segments: StackSegment[] };

/** In % of the bar: below this a number would touch the edges at 320 px. */
const ROOM_FOR_TEXT = 8;

const shareOrNone = (share: Measure): number => (share.kind === 'value' ? share.value : 0);

/** Groups in which nobody, or too few to give shares, are shown have no bar: `note` says so. */
export function toStackRows(entries: readonly StackEntry[]): StackRow[] {
  return entries.map(({ key, label, people, isWithheld = false, parts }) => {
    const total = parts.reduce((sum, { share }) => sum + shareOrNone(share), 0);
    let from = 0;
    const segments = parts.flatMap(({ label: part, share }, at): StackSegment[] => {
      const width = total > 0 ? (100 * shareOrNone(share)) / total : 0;
      const start = from;
      from += width;
      if (width === 0) return [];
      return [
        { label: part, at, from: start, width, text: width >= ROOM_FOR_TEXT ? wholePercent(shareOrNone(share)) : '' },
      ];
    });
    const reason = isWithheld ? 'a count is withheld' : 'too few to give shares';
    return { key, label, segments, note: segments.length > 0 && people !== null ? formatCount(people) : reason };
  });
}

const peopleCell = (people: number | null, isWithheld: boolean, absence: Absence = 'suppressed'): ChartCell =>
  people === null
    ? absentCell(absence, isWithheld ? 'withheld' : 'too few to show')
    : { value: people, text: formatCount(people) };

function shareCell(share: Measure): ChartCell {
  if (share.kind !== 'value') return absentCell(share.kind, formatMeasure(share, 'percent', 1));
  const { value, interval } = share;
  const limits = interval
    ? ` (${formatNumber(interval.lower * 100, 1)} to ${formatNumber(interval.upper * 100, 1)})`
    : '';
  return {
    value: value * 100,
    text: `${formatNumber(value * 100, 1)}%${limits}`,
    ...(interval ? { limits: { lower: interval.lower * 100, upper: interval.upper * 100 } } : {}),
  };
}

/** One line to a group, with the people and the share of each part. */
export function stackTable(entries: readonly StackEntry[], head: string): ChartTableData {
  const parts = entries[0]?.parts ?? [];
  return {
    columns: [
      { label: head },
      { label: 'People', numeric: true },
      ...parts.flatMap(({ label }) => [
        { label: `${label}: people`, numeric: true },
        { label: `${label}: % (95% interval)`, numeric: true },
      ]),
    ],
    rows: entries.map(({ label, people, isWithheld = false, parts: own }) => [
      label,
      peopleCell(people, isWithheld),
      ...own.flatMap((part) => [
        peopleCell(part.people, isWithheld || part.share.kind === 'suppressed', part.absence),
        shareCell(part.share),
      ]),
    ]),
  };
}
