import { type CellContext, type Column, type ColumnOptions, defineColumn, failCell } from './column';

/** The longest text that a spreadsheet cell holds. */
export const MAX_CELL_CHARACTERS = 32_767;

/** Control characters, and those that turn the direction of text round. */
const unseen = /[^\P{Cc}\t\n\r]|[\u202a-\u202e\u2066-\u2069]/gu;
/** What a spreadsheet program would take for a formula, also behind an encoded line break. */
const formulaLike = /^(?:%0[ad]|[;；])*[=+\-@＝＋－＠]/i;
/** Most text: nothing in it needs a second look. */
const harmless = /^[A-Za-z0-9][ -~]*$/;
const plainNumber = /^[+-]?[\d.,]*$/;
const excelError = /^#(?:DIV\/0!|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|NO_VALUE!)$/;

/** Plain text: control characters are taken out and reported; text like a formula is kept and reported. */
const readText = (raw: string, cell: CellContext): string => {
  if (raw.length <= MAX_CELL_CHARACTERS && harmless.test(raw)) return raw;
  if (raw.length > MAX_CELL_CHARACTERS) {
    failCell(
      cell,
      'cell_too_long',
      `The cell has ${raw.length} characters; at most ${MAX_CELL_CHARACTERS} are read. Shorten it.`,
    );
    return '';
  }
  if (excelError.test(raw)) {
    failCell(cell, 'error_cell', 'The cell holds an Excel error. Mend the formula, or put the value in its place.');
    return '';
  }
  const place = { row: cell.row, column: cell.column };
  if (formulaLike.test(raw) && !plainNumber.test(raw)) {
    const message = 'Text that a spreadsheet would take for a formula: kept as text, made harmless in every export.';
    cell.report.flag('formula_like_text', cell.column, message, place);
  }
  const clean = raw.replace(unseen, '');
  if (clean.length !== raw.length) {
    cell.report.flag('control_character', cell.column, 'Control characters were taken out of the text.', place);
  }
  return clean;
};

/** Text that must be there. */
export const textColumn = (header: string, options: ColumnOptions = {}): Column<string> =>
  defineColumn(header, options, (raw, cell) => {
    const text = readText(raw ?? '', cell);
    if (text === '' && cell.isGood) failCell(cell, 'required', 'The cell is empty. Fill it in.');
    return text;
  });

/** Text that may be absent: null for a blank cell, or where the file has no such column. */
export const optionalText = (header: string, options: ColumnOptions = {}): Column<string | null> =>
  defineColumn(header, options, (raw, cell) => {
    if (raw === null || raw === '' || raw === 'NA') return null;
    return readText(raw, cell);
  });

export interface CodeOptions extends ColumnOptions {
  readonly pattern: RegExp;
  /** What the code is, for the message: "an LSOA code such as E01000001". */
  readonly what: string;
}

/** A code of one shape. */
export const codeColumn = (header: string, options: CodeOptions): Column<string> =>
  defineColumn(header, options, (raw, cell) => {
    const code = raw ?? '';
    if (!options.pattern.test(code)) failCell(cell, 'bad_code', `Give ${options.what}.`);
    return code;
  });

/** A code of one shape, or null where the cell is blank. */
export const optionalCode = (header: string, options: CodeOptions): Column<string | null> =>
  defineColumn(header, options, (raw, cell) => {
    if (raw === null || raw === '') return null;
    if (!options.pattern.test(raw)) failCell(cell, 'bad_code', `Give ${options.what}, or leave the cell empty.`);
    return raw;
  });

/** One of a list of words, written as in the list. */
export const choiceColumn = <const Word extends string>(
  header: string,
  words: readonly [Word, ...Word[]],
  options: ColumnOptions = {},
): Column<Word> => {
  const known: ReadonlyMap<string, Word> = new Map(words.map((word) => [word, word]));
  const about = `One of ${words.join(', ')}.`;
  return defineColumn(header, { about, example: words[0], ...options }, (raw, cell) => {
    const found = known.get(raw ?? '');
    if (found === undefined) failCell(cell, 'not_one_of', `Give one of ${words.join(', ')}.`);
    return found ?? words[0];
  });
};

/** One of a list of words, or null where the cell is blank. */
export const optionalChoice = <const Word extends string>(
  header: string,
  words: readonly [Word, ...Word[]],
  options: ColumnOptions = {},
): Column<Word | null> =>
  defineColumn(
    header,
    { about: `One of ${words.join(', ')}, or empty.`, example: words[0], ...options },
    (raw, cell) => {
      if (raw === null || raw === '') return null;
      const found = words.find((word) => word === raw);
      if (found === undefined)
        failCell(cell, 'not_one_of', `Give one of ${words.join(', ')}, or leave the cell empty.`);
      return found ?? null;
    },
  );
