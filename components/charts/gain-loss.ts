import type { Band } from '@/lib/contracts/scenario';
import { type Axis, linearAxis } from './axis';

export type GainLossEntry = { label: string; change: Band; note?: string };
export type GainLossRow = GainLossEntry & { word: 'gains' | 'loses' | 'no change' };
export type GainLoss = { rows: GainLossRow[]; axis: Axis };

/** Who gains and who loses on one axis around nought: gains first, the largest loss last. */
export function toGainLoss(entries: readonly GainLossEntry[]): GainLoss {
  const rows = entries
    .map((entry) => ({ ...entry, word: wordOf(entry.change.median) }))
    .toSorted((a, b) => b.change.median - a.change.median || a.label.localeCompare(b.label, 'en-GB'));
  const values = rows.flatMap(({ change }) => [change.median, change.lower80, change.upper80]);
  return { rows, axis: linearAxis({ values, range: [2, 98], zero: true }) };
}

const wordOf = (median: number): GainLossRow['word'] => (median > 0 ? 'gains' : median < 0 ? 'loses' : 'no change');
