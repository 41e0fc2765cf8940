import type { Measure } from '@/lib/domain/measure/measure';
import type { Absent } from './absent-areas';
import { type Axis, linearAxis } from './axis';
import type { Comparison } from './theme';

export type DotEntry = { code: string; name: string; measure: Measure };

export type Dot = {
  code: string;
  name: string;
  value: number;
  lower: number | null;
  upper: number | null;
  /** Against the line: higher or lower only where the whole interval is. Nothing is better or worse. */
  comparison: Comparison;
};

/** Dots with intervals about a line, and by name those without a figure. */
export type DotIntervals = Absent & { dots: Dot[]; axis: Axis; reference: number };

type DotIntervalsInput = {
  entries: readonly DotEntry[];
  /** Where nothing would differ: 1 of a ratio, 0 of a slope. */
  reference: number;
  /** `value`: from the lowest; `given`: as they come. */
  order?: 'value' | 'given';
};

const directionOf = (lower: number | null, upper: number | null, reference: number): Comparison['direction'] => {
  if (lower === null || upper === null) return 'not_compared';
  if (lower > reference) return 'higher';
  return upper < reference ? 'lower' : 'similar';
};

const namesOf = (entries: readonly DotEntry[], kind: Measure['kind']): string[] =>
  entries.filter(({ measure }) => measure.kind === kind).map(({ name }) => name);

export function toDotIntervals({ entries, reference, order = 'value' }: DotIntervalsInput): DotIntervals {
  const dots = entries.flatMap(({ code, name, measure }): Dot[] => {
    if (measure.kind !== 'value') return [];
    const { value, interval } = measure;
    const [lower, upper] = [interval?.lower ?? null, interval?.upper ?? null];
    const comparison = { direction: directionOf(lower, upper, reference), judgement: 'none' } as const;
    return [{ code, name, value, lower, upper, comparison }];
  });
  if (order === 'value') dots.sort((a, b) => a.value - b.value || a.name.localeCompare(b.name, 'en-GB'));
  const values = dots.flatMap(({ value, lower, upper }) => [value, lower ?? value, upper ?? value]);
  return {
    dots,
    axis: linearAxis({ values: [...values, reference], range: [2, 98] }),
    reference,
    notLoaded: namesOf(entries, 'not_loaded'),
    suppressed: namesOf(entries, 'suppressed'),
    notApplicable: namesOf(entries, 'not_applicable'),
    low: namesOf(entries, 'low'),
  };
}
