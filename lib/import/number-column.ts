import { type CellContext, type Column, type ColumnOptions, defineColumn, failCell } from './column';
import { findMissingMark, type MissingMark, NOT_IN_FILE, type NumberCell } from './missing-mark';

export interface NumberOptions extends ColumnOptions {
  readonly min?: number;
  readonly max?: number;
  readonly isInteger?: boolean;
  /** Below zero is nothing to remark on. */
  readonly isSigned?: boolean;
  readonly blankIsSuppressed?: boolean;
  /** A cell that is empty, or says that it doesn't apply, is nothing to remark on. */
  readonly isOftenEmpty?: boolean;
}

const plain = /^-?\d+(?:\.\d+)?$/;
/** Thousands separators only where they belong: "1,23" is no number here. */
const accepted = /^[+-]?(?:(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/** Numbers of a file repeat: to look one up is faster than to read it. Longer texts would keep their file in memory. */
const MOST_KNOWN = 1 << 14;
const MOST_CHARACTERS = 8;
const known = new Map<string, number>();

const parsePlain = (raw: string): number => {
  const value = Number(raw);
  if (raw.length > MOST_CHARACTERS) return value;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(raw, value);
  return value;
};

/** A number written with figures, or null. */
export const parseNumber = (raw: string): number | null => {
  const one = known.get(raw);
  if (one !== undefined) return one;
  if (plain.test(raw)) return parsePlain(raw);
  if (!accepted.test(raw)) return null;
  const value = Number(raw.replaceAll(',', ''));
  return Number.isFinite(value) ? value : null;
};

const rangeWords = ({ min, max }: NumberOptions): string => {
  if (min !== undefined && max !== undefined) return `Give a number from ${min} to ${max}.`;
  return min !== undefined ? `Give a number of at least ${min}.` : `Give a number of at most ${max}.`;
};

const checkNumber = (value: number, options: NumberOptions, cell: CellContext): void => {
  const { min, max, isInteger, isSigned } = options;
  if (isInteger && !Number.isInteger(value)) failCell(cell, 'not_whole', 'Give a whole number.');
  if ((min !== undefined && value < min) || (max !== undefined && value > max)) {
    failCell(cell, 'out_of_range', rangeWords(options));
  } else if (value < 0 && !isSigned) {
    const place = { row: cell.row, column: cell.column };
    cell.report.flag('negative_value', '', 'Numbers below zero: kept as published.', place);
  }
};

const readNumber = (raw: string, options: NumberOptions, cell: CellContext): NumberCell => {
  const value = parseNumber(raw);
  const mark = value === null ? findMissingMark(raw, options.blankIsSuppressed ?? false) : null;
  if (mark) return mark;
  if (value === null) {
    failCell(cell, 'bad_number', 'This is not a number. Write it with figures and a decimal point, such as 1234.5.');
    return NOT_IN_FILE;
  }
  checkNumber(value, options, cell);
  return value;
};

const isExpected = ({ absent }: MissingMark, { isOftenEmpty }: NumberOptions): boolean =>
  isOftenEmpty === true && (absent === 'blank' || absent === 'not_applicable');

/** A number, or the publisher's mark for why there is none. */
export const numberColumn = (header: string, options: NumberOptions = {}): Column<NumberCell> =>
  defineColumn(header, options, (raw, cell) => {
    if (raw === null) return NOT_IN_FILE;
    const read = readNumber(raw, options, cell);
    if (typeof read === 'object' && cell.isGood && !isExpected(read, options)) {
      const place = { row: cell.row, column: cell.column };
      const words = read.absent === 'suppressed' ? 'hidden by the publisher' : 'without a number';
      cell.report.flag('missing', read.mark === '' ? 'blank' : read.mark, `Cells ${words}: never read as 0.`, place);
    }
    return read;
  });

/** A number that must be there. */
export const requiredNumber = (header: string, options: NumberOptions = {}): Column<number> =>
  defineColumn(header, options, (raw, cell) => {
    const read = readNumber(raw ?? '', options, cell);
    if (typeof read === 'number') return read;
    if (cell.isGood) failCell(cell, 'required', 'Give a number: the cell is empty or holds a mark.');
    return 0;
  });
