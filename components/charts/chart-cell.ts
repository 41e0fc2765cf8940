import type { Measure } from '@/lib/domain/measure/measure';

/** Why a figure isn’t there. */
export type Absence = Exclude<Measure['kind'], 'value'>;

/** 95 %, in the unit of the value. */
type Limits = { lower: number; upper: number };

/** Text; a number, kept whole with its limits for downloads; or what stands in place of a number, and why there is none. */
export type ChartCell = string | { value: number; text: string; limits?: Limits } | { status: Absence; text: string };

export type ChartTableData = {
  /** `fit`: `roomy` for a text of several words, `broken` for numbers that may go over two lines where there are many columns. */
  columns: readonly { label: string; numeric?: boolean; fit?: 'roomy' | 'broken' }[];
  rows: readonly (readonly ChartCell[])[];
};

const LEVEL = 0.95;

/** A figure with its text and limits, or the reason why there is none. */
export const figureCell = (measure: Measure, text: string): ChartCell => {
  if (measure.kind !== 'value') return { status: measure.kind, text };
  const { value, interval } = measure;
  if (interval?.level !== LEVEL) return { value, text };
  return { value, text, limits: { lower: interval.lower, upper: interval.upper } };
};

/** A figure that isn’t there, in words. */
export const absentCell = (status: Absence, text: string): ChartCell => ({ status, text });

export const textOf = (cell: ChartCell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;

type CellData = { 'data-value'?: number; 'data-lower'?: number; 'data-upper'?: number; 'data-status'?: Absence };

/** What a cell tells a file beside its text, as attributes of its element. */
export function dataOf(cell: ChartCell): CellData {
  if (typeof cell === 'string') return {};
  if ('status' in cell) return { 'data-status': cell.status };
  const { value, limits } = cell;
  return { 'data-value': value, ...(limits ? { 'data-lower': limits.lower, 'data-upper': limits.upper } : {}) };
}
