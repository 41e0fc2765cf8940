import { once } from 'node:events';
import { CsvError, type Parser, parse } from 'csv-parse';
import { FileRefused } from './refusal';
import type { RowBatches, SourceRow } from './row-source';

/** 900 columns of 1,000 characters; longer than this is a quote that was never closed. */
export const MAX_RECORD_BYTES = 1 << 20;
const MAX_COLUMNS = 4096;

const refusalOf = (error: CsvError, linesAbove: number): FileRefused => {
  const line = 'lines' in error && typeof error.lines === 'number' ? linesAbove + error.lines : undefined;
  const near = line === undefined ? '' : ` (near line ${line})`;
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') {
    return new FileRefused(
      'unterminated_quote',
      `A quotation mark opens a cell and none closes it${near}. Close it and save again.`,
    );
  }
  if (error.code === 'CSV_MAX_RECORD_SIZE') {
    return new FileRefused(
      'record_too_long',
      `A row is longer than 1 MB${near}: perhaps a quotation mark is not closed.`,
    );
  }
  return new FileRefused(
    'bad_quote',
    `A quotation mark stands inside a cell${near}. Double it ("") and put the cell in quotation marks.`,
  );
};

export const tooWide = ({ row }: SourceRow): FileRefused =>
  new FileRefused('too_many_columns', `Row ${row} has more than ${MAX_COLUMNS} columns.`, { row });

export const isWide = ({ cells }: SourceRow): boolean => cells.length > MAX_COLUMNS;

const write = async (parser: Parser, chunk: string): Promise<void> =>
  new Promise((resolve, reject) => {
    parser.write(chunk, (error) => (error ? reject(error) : resolve()));
  });

const createParser = (delimiter: string): Parser =>
  parse({
    delimiter,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: MAX_RECORD_BYTES,
  });

/** The rows (RFC 4180) of text that stands below `rowsAbove` rows of one line each. */
export async function* parsedRows(chunks: AsyncIterable<string>, delimiter: string, rowsAbove: number): RowBatches {
  const parser = createParser(delimiter);
  let batch: SourceRow[] = [];
  let row = rowsAbove;
  parser.on('data', (cells: string[]) => {
    row += 1;
    batch.push({ row, cells });
    if (isWide({ row, cells })) parser.destroy(tooWide({ row, cells }));
  });
  // A failed write reports the fault; without a listener it would end the process as well.
  parser.on('error', () => undefined);
  const taken = (): readonly SourceRow[] => {
    const rows = batch;
    batch = [];
    return rows;
  };
  try {
    for await (const chunk of chunks) {
      await write(parser, chunk);
      yield taken();
    }
    parser.end();
    if (!parser.readableEnded) await once(parser, 'end');
    yield taken();
  } catch (error) {
    // The rows above the fault tell which dataset it is in.
    yield taken();
    throw error instanceof CsvError ? refusalOf(error, rowsAbove) : error;
  } finally {
    parser.destroy();
  }
}
