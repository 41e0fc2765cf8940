import type { Measure } from '@/lib/domain/measure/measure';

/** Why a figure isn’t there. */
export type Absence = Exclude<Measure['kind'], 'value'>;

/** Text; a number, whose full value is kept for downloads; or what stands in place of a number, and why there is none. */
export type ChartCell = string | { value: number; text: string } | { status: Absence; text: string };

export type ChartTableData = {
  /** `fit`: `roomy` for a text of several words, `broken` for numbers that may go over two lines where there are many columns. */
  columns: readonly { label: string; numeric?: boolean; fit?: 'roomy' | 'broken' }[];
  rows: readonly (readonly ChartCell[])[];
};

/** A figure with its text, or the reason why there is none. */
export const figureCell = (measure: Measure, text: string): ChartCell =>
  measure.kind === 'value' ? { value: measure.value, text } : { status: measure.kind, text };

/** A figure that isn’t there, in words. */
export const absentCell = (status: Absence, text: string): ChartCell => ({ status, text });

export const textOf = (cell: ChartCell | undefined): string =>
  cell === undefined ? '' : typeof cell === 'string' ? cell : cell.text;

/** What a cell tells a file beside its text, as attributes of its element. */
export function dataOf(cell: ChartCell): { 'data-value'?: number; 'data-status'?: Absence } {
  if (typeof cell === 'string') return {};
  return 'status' in cell ? { 'data-status': cell.status } : { 'data-value': cell.value };
}
