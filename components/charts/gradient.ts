import type { Measure } from '@/lib/domain/measure/measure';
import { type Axis, linearAxis } from './axis';

export type GradientEntry = { label: string; area: Measure; comparator: Measure };
export type GradientRow = { label: string; area: number | null; comparator: number | null };
export type Gradient = {
  rows: GradientRow[];
  axis: Axis;
  /** Value of the first row ÷ value of the last, in the area: below 1 where the most deprived fifth has less. */
  ratio: number | null;
};

const numberOf = (measure: Measure): number | null => (measure.kind === 'value' ? measure.value : null);

/** Rows in the order given: fifth 1 (most deprived) first. The axis doesn't start at nought: positions, not bars. */
export function toGradient(entries: readonly GradientEntry[]): Gradient {
  const rows = entries.map(({ label, area, comparator }) => ({
    label,
    area: numberOf(area),
    comparator: numberOf(comparator),
  }));
  const values = rows.flatMap(({ area, comparator }) => [area, comparator]).filter((value) => value !== null);
  const first = rows.at(0)?.area ?? null;
  const last = rows.at(-1)?.area ?? null;
  return {
    rows,
    axis: linearAxis({ values, range: [3, 97] }),
    ratio: rows.length > 1 && first !== null && last !== null && last !== 0 ? first / last : null,
  };
}
