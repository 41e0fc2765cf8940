import { z } from 'zod';

const TableValue = z.union([z.string(), z.number(), z.null()]);
export type TableValue = z.infer<typeof TableValue>;

/**
 * A table as it leaves Stead, whatever the format of the file: one line per row, what a row rests on in columns of its
 * own, and `papers` about the whole file. A figure that isn't there is null, with its reason in a status column.
 */
export const TableFile = z.strictObject({
  title: z.string(),
  columns: z.array(z.string()),
  rows: z.array(z.array(TableValue)),
  papers: z.array(z.tuple([z.string(), z.string()])),
});
export type TableFile = z.infer<typeof TableFile>;

export const FileFormat = z.enum(['csv', 'xlsx']);
export type FileFormat = z.infer<typeof FileFormat>;

/** Formats of an answer of the API that is a table. */
export const AnswerFormat = z.enum(['json', 'csv', 'xlsx']).default('json');

export const CONTENT_TYPES: Readonly<Record<FileFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Rows given as records: their keys are the columns, in the order of the first. */
export function tableOf(
  title: string,
  columns: readonly string[],
  records: readonly Readonly<Record<string, TableValue>>[],
): TableFile {
  return {
    title,
    columns: [...columns],
    rows: records.map((record) => columns.map((c) => record[c] ?? null)),
    papers: [],
  };
}

/** A spreadsheet runs text that begins with = + - @ or their full-width forms: an apostrophe stops it. Numbers stay numbers. */
export const CSV_OPTIONS = {
  record_delimiter: 'windows',
  escape_formulas: true,
  cast: { number: String, string: (text: string) => (text.startsWith('\n') ? `'${text}` : text) },
} as const;

type WorkbookCell = { value: string; type: StringConstructor } | { value: number; type: NumberConstructor } | null;
export type WorkbookSheet = { sheet: string; data: WorkbookCell[][]; stickyRowsCount: number };

/** XML has no place for control characters and half surrogates; a workbook that holds one can't be opened. */
const NOT_IN_XML = /[\p{Cs}\ufffe\uffff]|(?![\t\n\r])\p{Cc}/gu;
const LONGEST_CELL = 32_767;

function cellOf(value: TableValue): WorkbookCell {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? { value, type: Number } : null;
  return { value: value.replace(NOT_IN_XML, '').slice(0, LONGEST_CELL), type: String };
}

/** The sheets of a workbook: data, then metadata. Every text is typed as text, so that none of it is ever a formula. */
export const workbookSheets = ({ title, columns, rows, papers }: TableFile): WorkbookSheet[] => [
  { sheet: 'Data', data: [columns, ...rows].map((row) => row.map(cellOf)), stickyRowsCount: 1 },
  { sheet: 'Metadata', data: [['title', title], ...papers].map((row) => row.map(cellOf)), stickyRowsCount: 0 },
];
