import type { Band } from '@/lib/contracts/scenario';
import { type Axis, linearAxis } from './axis';

export type GainLossEntry = { label: string; change: Band; note?: string };
export type GainLossRow = GainLossEntry & { word: 'gains' | 'loses' | 'no change' };
export type GainLoss = { rows: GainLossRow[]; axis: Axis };

/**
 * Who gains and who loses on one axis around nought: gains first, the largest loss last. `given`: as they come, where the
 * order by size would rank what the intervals can't tell apart.
 */
export function toGainLoss(entries: readonly GainLossEntry[], order: 'size' | 'given' = 'size'): GainLoss {
  const worded = entries.map((entry) => ({ ...entry, word: wordOf(entry.change.median) }));
  const rows =
    order === 'given'
      ? worded
      : worded.toSorted((a, b) => b.change.median - a.change.median || a.label.localeCompare(b.label, 'en-GB'));
  const values = rows.flatMap(({ change }) => [change.median, change.lower80, change.upper80]);
  return { rows, axis: linearAxis({ values, range: [2, 98], zero: true }) };
}

/** What is written as 0.0 is no change. */
const wordOf = (median: number): GainLossRow['word'] => {
  const written = Number(median.toFixed(1));
  return written > 0 ? 'gains' : written < 0 ? 'loses' : 'no change';
};
