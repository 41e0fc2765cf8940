import type { Measure } from '@/lib/domain/measure/measure';
import { type Axis, linearAxis } from './axis';
import type { Comparison } from './theme';

export type BarEntry = {
  code: string;
  name: string;
  measure: Measure;
  href?: string | undefined;
  /** The reader's own area. */
  highlighted?: boolean;
  comparison?: Comparison | undefined;
  stale?: boolean;
  /** A comparator of the bar's own, e.g. the same area's earlier value. */
  reference?: number | null;
};

/** Lowest and highest of the areas that the reader compares with. */
export type BarBand = { label: string; from: number; to: number };

export type Bar = Omit<BarEntry, 'measure'> & { value: number; lower: number | null; upper: number | null };

/** Bars plus, by name, the areas that have none and why: they are never left out without a word. */
export type CompareBars = {
  bars: Bar[];
  axis: Axis;
  benchmark: { label: string; value: number } | null;
  band: BarBand | null;
  notLoaded: string[];
  suppressed: string[];
  notApplicable: string[];
  low: string[];
};

type CompareBarsInput = {
  entries: readonly BarEntry[];
  benchmark?: { label: string; value: number } | null;
  band?: BarBand | null;
  /** `given`: for bars that have an order of their own, such as bands. */
  order?: 'value' | 'name' | 'given';
};

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'en-GB');

/** Sorted from the highest value; equal values by name, so that the same data gives the same chart. */
export function toCompareBars({
  entries,
  benchmark = null,
  band = null,
  order = 'value',
}: CompareBarsInput): CompareBars {
  const bars = entries.flatMap(toBar);
  if (order !== 'given') bars.sort(order === 'name' ? byName : (a, b) => b.value - a.value || byName(a, b));
  const values = bars.flatMap(({ value, lower, upper, reference }) => [
    value,
    lower ?? value,
    upper ?? value,
    reference ?? value,
  ]);
  return {
    bars,
    axis: linearAxis({
      values: [...values, ...(benchmark ? [benchmark.value] : []), ...(band ? [band.from, band.to] : [])],
      range: [0, 100],
      zero: true,
    }),
    benchmark,
    band,
    notLoaded: namesOf(entries, 'not_loaded'),
    suppressed: namesOf(entries, 'suppressed'),
    notApplicable: namesOf(entries, 'not_applicable'),
    low: namesOf(entries, 'low'),
  };
}

function toBar({ measure, ...entry }: BarEntry): Bar[] {
  if (measure.kind !== 'value') return [];
  const { value, interval } = measure;
  return [{ ...entry, value, lower: interval?.lower ?? null, upper: interval?.upper ?? null }];
}

const namesOf = (entries: readonly BarEntry[], kind: Measure['kind']): string[] =>
  entries
    .filter(({ measure }) => measure.kind === kind)
    .toSorted(byName)
    .map(({ name }) => name);
