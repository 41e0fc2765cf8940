import type { BarBand } from '@/components/charts/compare-bars';
import type { IndicatorComparison } from '@/lib/contracts/region';
import { figureValue } from '@/lib/domain/indicators/figure-input';
import type { PeerChoice } from './peer-choice';

/** Lowest and highest of the peers that have a value; null where none has. */
export function peerBarBand(
  rows: IndicatorComparison['rows'],
  { label, codesFor }: PeerChoice,
  indicatorId: string,
): BarBand | null {
  const codes = codesFor(indicatorId);
  const values = rows
    .filter(({ area }) => codes.includes(area.code))
    .map(({ figure }) => figureValue(figure ?? undefined))
    .filter((value) => value !== null);
  if (values.length === 0) return null;
  return { label: `${label} (${values.length})`, from: Math.min(...values), to: Math.max(...values) };
}
