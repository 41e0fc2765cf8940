import type { Readable } from 'node:stream';
import { FileRefused } from './refusal';
import type { RowBatches, SourceRow } from './row-source';
import { createRichText } from './shared-strings';
import { readXml, type XmlListener } from './xml-events';

const MAX_CELLS = 1_000_000;
const MAX_COLUMNS = 4096;
const MAX_ROWS = 1_000_000;
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

interface SheetState {
  readonly listener: XmlListener;
  readonly take: () => readonly SourceRow[];
}

const createSheetState = ({ strings, onFormula }: SheetContext): SheetState => {
  const rich = createRichText();
  let rows: SourceRow[] = [];
  let row = 0;
  let cells: string[] = [];
  let cell: OpenCell | null = null;
  let isValue = false;
  let count = 0;

  const openRow = (attributes: ReadonlyMap<string, string>): void => {
    const number = Number(attributes.get('r') ?? row + 1);
    if (!Number.isInteger(number) || number <= row) throw damaged();
    if (number > MAX_ROWS) throw tooLarge(`a cell in row ${number}`);
    row = number;
    cells = [];
  };
  const openCell = (attributes: ReadonlyMap<string, string>): void => {
    const reference = attributes.get('r') ?? '';
    const column = reference === '' ? cells.length : columnIndex(reference);
    if (column === null || column < cells.length) throw damaged();
    if (column >= MAX_COLUMNS) throw tooLarge(`a cell in column ${column + 1}`);
    cell = { column, reference, type: attributes.get('t') ?? 'n', hasFormula: false, value: null };
  };
  const closeCell = (closed: OpenCell): void => {
    const text = textOf(closed, rich.take(), strings);
    cell = null;
    if (closed.hasFormula) onFormula(row, closed.reference.replace(/\d+$/, ''));
    if (text === '') return;
    count += 1;
    if (count > MAX_CELLS) throw tooLarge('more than a million cells');
    while (cells.length < closed.column) cells.push('');
    cells.push(text);
  };

  return {
    take: () => {
      const taken = rows;
      rows = [];
      return taken;
    },
    listener: {
      open: (name, attributes) => {
        if (name === 'row') openRow(attributes);
        else if (name === 'c') openCell(attributes);
        else if (name === 'f' && cell) cell.hasFormula = true;
        isValue = name === 'v' && cell !== null;
        if (cell?.type === 'inlineStr') rich.open(name, attributes);
      },
      close: (name) => {
        isValue = false;
        if (cell?.type === 'inlineStr') rich.close(name);
        if (name === 'c' && cell) closeCell(cell);
        if (name === 'row' && cells.length > 0) rows.push({ row, cells });
      },
      text: (text) => {
        if (isValue && cell) cell.value = (cell.value ?? '') + text;
        else if (cell?.type === 'inlineStr') rich.text(text);
      },
    },
  };
};

/**
 * The rows of a sheet, streamed, as text; numbers are as stored. The size a sheet states for itself is not believed.
 * @throws FileRefused beyond a million cells or rows, or 4,096 columns.
 */
export async function* readSheetRows(stream: Readable, context: SheetContext): RowBatches {
  const { listener, take } = createSheetState(context);
  for await (const _ of readXml(stream, listener)) yield take();
}
