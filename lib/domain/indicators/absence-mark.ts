import type { Measure } from '@/lib/domain/measure/measure';
import type { Unit } from './indicator';

/**
 * Marks of a table that has room for a number only, as the Department for Education writes them. Suppressed, not
 * applicable, not loaded and low are four different things, and none of them is 0.
 */
export type AbsenceMark = 'c' | 'z' | 'x' | 'low';

export const MARK_WORDS: Readonly<Record<AbsenceMark, string>> = {
  c: 'suppressed to protect small numbers',
  z: 'not applicable',
  x: 'not loaded',
  low: 'rounds to 0',
};

export const ABSENCE_MARKS = ['c', 'z', 'x', 'low'] as const satisfies readonly AbsenceMark[];

/** The mark of each status of a figure: a number has none. */
export const STATUS_MARKS: Readonly<Record<Measure['kind'], AbsenceMark | null>> = {
  value: null,
  suppressed: 'c',
  not_applicable: 'z',
  not_loaded: 'x',
  low: 'low',
};

/** What the marks of a file mean, for its metadata. */
export const markPapers = (): [string, string][] =>
  ABSENCE_MARKS.map((mark) => [`status mark ${mark}`, MARK_WORDS[mark]]);

/** Scores lie on both sides of 0: there a rounded 0 is no special case. */
const COUNTED_FROM_NOUGHT: ReadonlySet<Unit> = new Set([
  'percent',
  'per_100k',
  'per_10k',
  'count',
  'people',
  'patients_per_fte',
  'per_trainee_year',
  'per_post',
  'km',
  'months',
  'weeks',
]);

/** True for a value above 0 that would be written as 0 with so many decimals. */
export const isLow = (value: number, unit: Unit, decimals: number): boolean =>
  COUNTED_FROM_NOUGHT.has(unit) && value > 0 && Math.round(value * 10 ** decimals) === 0;

/** The mark that stands in the place of the number; null where the number itself can stand there. */
export const absenceMark = (measure: Measure, unit: Unit, decimals: number): AbsenceMark | null => {
  if (measure.kind !== 'value') return STATUS_MARKS[measure.kind];
  return isLow(measure.value, unit, decimals) ? 'low' : null;
};
