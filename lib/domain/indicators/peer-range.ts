import { plotted } from '@/lib/domain/measure/measure';
import type { FigureInput } from './figure-input';

/** Where other areas lie: never a rank. */
export interface PeerRange {
  /** Areas with a value for the same period. */
  readonly areas: number;
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Below this a median and a range would be the areas' own figures. */
const LEAST_AREAS = 3;

/** Median and range of other areas' figures of the same indicator, breakdown and period; null of fewer than three. */
export function peerRange(own: FigureInput, others: readonly FigureInput[]): PeerRange | null {
  const values = others
    .filter(
      ({ indicatorId, breakdown, areaCode, period }) =>
        indicatorId === own.indicatorId &&
        breakdown === own.breakdown &&
        areaCode !== own.areaCode &&
        period.end === own.period.end,
    )
    .flatMap(({ measure }) => plotted(measure) ?? [])
    .toSorted((a, b) => a - b);
  const [lowest, highest] = [values.at(0), values.at(-1)];
  if (values.length < LEAST_AREAS || lowest === undefined || highest === undefined) return null;
  const half = values.length / 2;
  const [below, above] = [values[Math.ceil(half) - 1] ?? lowest, values[Math.floor(half)] ?? lowest];
  return { areas: values.length, median: (below + above) / 2, lowest, highest };
}
