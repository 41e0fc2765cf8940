import type { Readable } from 'node:stream';
import { FileRefused } from './refusal';
import type { RowBatches, SourceRow } from './row-source';
import { createRichText } from './shared-strings';
import { readXml, type XmlListener } from './xml-events';

const MAX_CELLS = 1_000_000;
const MAX_COLUMNS = 4096;
const MAX_ROWS = 1_000_000;
/** Filled cells and the empty ones before them in their rows. */
const MAX_SLOTS = 20_000_000;
/** Stands where a formula has no stored answer: formulas are never calculated here. */
const NO_STORED_ANSWER = '#NO_VALUE!';

export interface SheetContext {
  readonly strings: readonly string[];
  /** A cell whose value a formula gave. */
  readonly onFormula: (row: number, column: string) => void;
}

/** 0 for A, 25 for Z, 26 for AA; null where it is no column. */
export const columnIndex = (reference: string): number | null => {
  const letters = /^[A-Z]{1,3}/.exec(reference)?.[0];
  if (letters === undefined) return null;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
};

const tooLarge = (what: string): FileRefused =>
  new FileRefused('sheet_too_large', `The sheet has ${what}. Delete what lies beyond the table, or save it as CSV.`);

const damaged = (): FileRefused =>
  new FileRefused('damaged_sheet', 'The sheet has rows or cells out of order. Open it in Excel and save it again.');

interface OpenCell {
  readonly column: number;
  readonly reference: string;
  readonly type: string;
  hasFormula: boolean;
  value: string | null;
}

const textOf = (cell: OpenCell, inline: string, strings: readonly string[]): string => {
  if (cell.type === 'inlineStr') return inline;
  if (cell.value === null) return cell.hasFormula ? NO_STORED_ANSWER : '';
  if (cell.type === 's') {
    const shared = strings[Number(cell.value)];
    if (shared === undefined) throw damaged();
    return shared;
  }
  if (cell.type === 'b') return cell.value === '1' ? 'TRUE' : 'FALSE';
  return cell.value;
};

/** Puts cells into rows, in their order, within the limits. */
const createGrid = () => {
  let rows: SourceRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let nextColumn = 0;
  let filled = 0;
  let slots = 0;
  return {
    openRow: (reference: string | undefined): void => {
      const number = Number(reference ?? row + 1);
      if (!Number.isInteger(number) || number <= row) throw damaged();
      if (number > MAX_ROWS) throw tooLarge(`a cell in row ${number}`);
      row = number;
      cells = [];
      nextColumn = 0;
    },
    /** Column of a cell, from its reference or by its place. */
    columnOf: (reference: string): number => {
      const column = reference === '' ? nextColumn : columnIndex(reference);
      if (column === null || column < nextColumn) throw damaged();
      if (column >= MAX_COLUMNS) throw tooLarge(`a cell in column ${column + 1}`);
      nextColumn = column + 1;
      return column;
    },
    put: (column: number, text: string): void => {
      if (text === '') return;
      filled += 1;
      slots += column + 1 - cells.length;
      if (filled > MAX_CELLS || slots > MAX_SLOTS) throw tooLarge('more than a million cells');
      while (cells.length < column) cells.push('');
      cells.push(text);
    },
    closeRow: (): void => {
      if (cells.length > 0) rows.push({ row, cells });
    },
    row: (): number => row,
    take: (): readonly SourceRow[] => {
      const taken = rows;
      rows = [];
      return taken;
    },
  };
};

const createListener = (grid: ReturnType<typeof createGrid>, { strings, onFormula }: SheetContext): XmlListener => {
  const rich = createRichText();
  let cell: OpenCell | null = null;
  let isValue = false;
  const openCell = (attributes: ReadonlyMap<string, string>): OpenCell => {
    const reference = attributes.get('r') ?? '';
    const type = attributes.get('t') ?? 'n';
    return { column: grid.columnOf(reference), reference, type, hasFormula: false, value: null };
  };
  const closeCell = (closed: OpenCell): void => {
    cell = null;
    if (closed.hasFormula) onFormula(grid.row(), closed.reference.replace(/\d+$/, ''));
    grid.put(closed.column, textOf(closed, rich.take(), strings));
  };
  return {
    open: (name, attributes) => {
      if (name === 'row') grid.openRow(attributes.get('r'));
      else if (name === 'c') cell = openCell(attributes);
      else if (name === 'f' && cell) cell.hasFormula = true;
      isValue = name === 'v' && cell !== null;
      if (cell?.type === 'inlineStr') rich.open(name, attributes);
    },
    close: (name) => {
      isValue = false;
      if (cell?.type === 'inlineStr') rich.close(name);
      if (name === 'c' && cell) closeCell(cell);
      if (name === 'row') grid.closeRow();
    },
    text: (text) => {
      if (isValue && cell) cell.value = (cell.value ?? '') + text;
      else if (cell?.type === 'inlineStr') rich.text(text);
    },
  };
};

/**
 * The rows of a sheet, streamed, as text; numbers are as stored. The size a sheet states for itself is not believed.
 * @throws FileRefused beyond a million cells or rows, or 4,096 columns.
 */
export async function* readSheetRows(stream: Readable, context: SheetContext): RowBatches {
  const grid = createGrid();
  for await (const _ of readXml(stream, createListener(grid, context))) yield grid.take();
}
