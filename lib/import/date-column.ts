import { type CellContext, type Column, type ColumnOptions, defineColumn, failCell } from './column';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/;
const strictIso = /^(\d{4})-(\d{2})-(\d{2})$/;
const dayFirst = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
const named = /^(\d{1,2})[ -]?([A-Za-z]{3,9})[ -]?(\d{4}|\d{2})$/;
/** 1954 to 2064: a number that could be anything else is not read as a date. */
const serial = /^(?:[2-5]\d{4})(?:\.0+)?$/;
const DAY_MS = 86_400_000;
/** Day 0 of Excel's calendar, which counts a 29 February 1900 that never was. */
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAYS_FROM_1900_TO_1904 = 1462;

const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const isRealDay = (year: number, month: number, day: number): boolean => {
  const days = month === 2 && isLeap(year) ? 29 : (DAYS[month - 1] ?? 0);
  return day >= 1 && day <= days;
};

const padded = (number: number, width: number): string => String(number).padStart(width, '0');

const toIso = (year: number, month: number, day: number): string | null =>
  isRealDay(year, month, day) ? `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}` : null;

const numbersOf = (match: RegExpExecArray): readonly [number, number, number] => [
  Number(match[1]),
  Number(match[2]),
  Number(match[3]),
];

const readSerial = (raw: string, cell: CellContext): string => {
  const place = { row: cell.row, column: cell.column };
  if (!cell.isWorkbook) cell.report.flag('excel_serial_date', '', 'Dates stood as Excel day numbers.', place);
  const days = Math.trunc(Number(raw)) + (cell.countsFrom1904 ? DAYS_FROM_1900_TO_1904 : 0);
  return new Date(EXCEL_EPOCH + days * DAY_MS).toISOString().slice(0, 10);
};

const readDayFirst = (match: RegExpExecArray, cell: CellContext): string | null => {
  const [day, month, year] = numbersOf(match);
  if (day <= 12 && month <= 12 && day !== month) {
    const place = { row: cell.row, column: cell.column };
    cell.report.flag('ambiguous_date_read_as_UK', '', 'Dates such as 01/02/2025 were read with the day first.', place);
  }
  return toIso(year, month, day);
};

const readNamed = (match: RegExpExecArray): string | null => {
  const month = MONTHS.indexOf((match[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  const year = Number(match[3]);
  return month === 0 ? null : toIso(year < 100 ? 2000 + year : year, month, Number(match[1]));
};

/** A date in any shape that publishers use, read with the day first; null where it is none. */
export const findDate = (raw: string, cell: CellContext): string | null => {
  const isoMatch = iso.exec(raw);
  if (isoMatch) return toIso(...numbersOf(isoMatch));
  if (serial.test(raw)) return readSerial(raw, cell);
  const dayMatch = dayFirst.exec(raw);
  if (dayMatch) return readDayFirst(dayMatch, cell);
  const namedMatch = named.exec(raw);
  return namedMatch ? readNamed(namedMatch) : null;
};

/** A date as published, as an ISO date. */
export const dateColumn = (header: string, options: ColumnOptions = {}): Column<string> =>
  defineColumn(header, options, (raw, cell) => {
    const date = findDate(raw ?? '', cell);
    if (date === null) failCell(cell, 'bad_date', 'This is not a date. Write it as 2025-10-31 or 31/10/2025.');
    return date ?? '';
  });

const readExchangeDate = (raw: string, cell: CellContext): string => {
  const match = strictIso.exec(raw);
  const date = match ? toIso(...numbersOf(match)) : cell.isMapped || cell.isWorkbook ? findDate(raw, cell) : null;
  if (date === null) failCell(cell, 'bad_date', 'Give a date as year-month-day, such as 2026-03-31.');
  return date ?? '';
};

const FIRST_DAY = '1990-01-01';
const LAST_DAY = '2100-12-31';

/** A date of an exchange file: ISO only, unless the file was mapped or is a workbook, which holds dates as numbers. From 1990 to 2100. */
export const isoDateColumn = (header: string, options: ColumnOptions = {}): Column<string> => {
  // Most files are sorted by date: the one above was read a moment ago.
  let above: string | null = null;
  return defineColumn(header, { example: '2026-03-31', ...options }, (raw, cell) => {
    if (raw !== null && raw === above) return raw;
    const date = readExchangeDate(raw ?? '', cell);
    if (date !== '' && (date < FIRST_DAY || date > LAST_DAY)) {
      failCell(cell, 'out_of_range', 'Give a date from 1990 to 2100.');
      return date;
    }
    above = date === '' || date !== raw ? null : date;
    return date;
  });
};

/** The same, or null where the cell is blank. */
export const optionalIsoDate = (header: string, options: ColumnOptions = {}): Column<string | null> =>
  defineColumn(header, { example: '2026-03-31', ...options }, (raw, cell) =>
    raw === null || raw === '' ? null : readExchangeDate(raw, cell),
  );
