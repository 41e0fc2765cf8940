import type { Measure } from '@/lib/domain/measure/measure';
import type { Polarity } from './indicator';

export type Comparison = 'better' | 'worse' | 'similar' | 'higher' | 'lower' | 'not_compared';

export interface ComparisonResult {
  readonly comparison: Comparison;
  /** The word for the screen; never colour alone. */
  readonly word: string;
  /** Where the value lies against the comparator, judged or not: -1 below, 0 equal, 1 above, null not known. */
  readonly side: -1 | 0 | 1 | null;
}

const WORDS: Record<Comparison, string> = {
  better: 'better',
  worse: 'worse',
  similar: 'similar',
  higher: 'higher',
  lower: 'lower',
  not_compared: 'not compared',
};

const judged = (above: boolean, polarity: Polarity): Comparison => {
  if (polarity === 'no_judgement') return above ? 'higher' : 'lower';
  return above === (polarity === 'high_good') ? 'better' : 'worse';
};

const sideOf = (value: number, comparator: number): -1 | 0 | 1 => {
  if (value === comparator) return 0;
  return value > comparator ? 1 : -1;
};

/**
 * Compares a figure with a fixed comparator value (same unit, same period: the caller's duty). Different only where the
 * comparator lies outside the figure's interval; a limit that equals the comparator counts as inside. A figure without
 * an interval is not compared, only placed (`side`). Method: OHID's "compare with a benchmark value".
 */
export const compareWithValue = (measure: Measure, comparator: number | null, polarity: Polarity): ComparisonResult => {
  const as = (comparison: Comparison, side: ComparisonResult['side']): ComparisonResult => ({
    comparison,
    word: WORDS[comparison],
    side,
  });
  if (measure.kind !== 'value' || comparator === null || !Number.isFinite(comparator)) return as('not_compared', null);
  const side = sideOf(measure.value, comparator);
  if (!measure.interval) return as('not_compared', side);
  if (measure.interval.lower > comparator) return as(judged(true, polarity), side);
  if (measure.interval.upper < comparator) return as(judged(false, polarity), side);
  return as('similar', side);
};
