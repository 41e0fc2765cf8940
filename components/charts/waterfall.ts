import type { Band } from '@/lib/contracts/scenario';
import { type Axis, linearAxis } from './axis';

export type WaterfallEntry = { label: string; kind: 'step' | 'interaction' | 'whole'; change: Band };
export type WaterfallBar = WaterfallEntry & {
  /** Where the bar begins and ends, in the unit. */
  from: number;
  to: number;
};
export type WaterfallRows = { bars: WaterfallBar[]; axis: Axis };

/** Each step begins where the one before ended; the whole begins at nought and ends where the last step did. */
export function toWaterfall(entries: readonly WaterfallEntry[]): WaterfallRows {
  let at = 0;
  const bars = entries.map((entry): WaterfallBar => {
    const from = entry.kind === 'whole' ? 0 : at;
    const to = from + entry.change.mean;
    at = to;
    return { ...entry, from, to };
  });
  const ends = bars.flatMap(({ from, to, change }) => [from, to, from + change.lower80, from + change.upper80]);
  return { bars, axis: linearAxis({ values: ends, range: [2, 98], zero: true }) };
}
