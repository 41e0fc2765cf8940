import type { LeverPosition } from '@/lib/contracts/lever-position';
import { formatMeasure, formatNumber } from '@/lib/format/number';

const among = ({ peers, unit, decimals }: LeverPosition): string => {
  if (!peers) return 'fewer than three other regions have a figure of the same period';
  const write = (value: number) => formatMeasure({ kind: 'value', value, interval: null }, unit, decimals);
  return `${peers.areas} other regions: median ${write(peers.median)}, from ${formatNumber(peers.lowest, decimals)} to ${write(peers.highest)}`;
};

/** `Posts filled, ST3: 85.0% (2025); 13 other regions: median …, from … to ….` */
export function positionSentence(position: LeverPosition): string {
  const { name, own, unit, decimals, period, isStale } = position;
  if (own.kind === 'not_loaded') return `${name}: not loaded.`;
  const when = `${period}${isStale ? ', over three years old' : ''}`;
  return `${name}: ${formatMeasure(own, unit, decimals)} (${when}); ${among(position)}.`;
}

/** Each source once, with its release. */
export const positionSources = (positions: readonly LeverPosition[]): string[] => [
  ...new Set(positions.flatMap(({ source, releaseId }) => (source === '' ? [] : [`${source}, release ${releaseId}`]))),
];
