import { once } from 'node:events';
import { CsvError, type Parser, parse } from 'csv-parse';
import type { FileKind } from './file-kind';
import type { ImportFile } from './import-file';
import { FileRefused } from './refusal';
import type { RowBatches, SourceRow } from './row-source';

/** 900 columns of 1,000 characters; longer than this is a quote that was never closed. */
const MAX_RECORD_BYTES = 1 << 20;
const MAX_COLUMNS = 4096;
const DELIMITERS = [',', ';', '\t', '|'] as const;
const SNIFFED_LINES = 40;

async function* decoded(
  file: ImportFile,
  { encoding, bomBytes, nulBytes }: FileKind,
): AsyncGenerator<Uint8Array | string> {
  const decoder = encoding === 'utf-8' ? null : new TextDecoder(encoding);
  let skip = bomBytes;
  for await (const chunk of file.chunks()) {
    const bytes = chunk.subarray(skip);
    skip = Math.max(0, skip - chunk.length);
    if (decoder) yield decoder.decode(bytes, { stream: true }).replaceAll('\0', '');
    else yield nulBytes > 0 ? bytes.filter((byte) => byte !== 0) : bytes;
  }
  if (decoder) yield decoder.decode().replaceAll('\0', '');
}

const outsideQuotes = (line: string): string => line.replaceAll(/"[^"]*"/g, '');

/** The character that parts the most cells of one of the first lines; a comma where none does. */
const delimiterOf = (head: string): string => {
  const lines = head.split(/\r?\n|\r/, SNIFFED_LINES).map(outsideQuotes);
  const most = DELIMITERS.map((delimiter) => Math.max(0, ...lines.map((line) => line.split(delimiter).length - 1)));
  const best = most.indexOf(Math.max(...most));
  return DELIMITERS[best] ?? ',';
};

const refusalOf = (error: CsvError): FileRefused => {
  const line = 'lines' in error && typeof error.lines === 'number' ? error.lines : undefined;
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

const write = async (parser: Parser, chunk: Uint8Array | string): Promise<void> =>
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

export interface CsvRows {
  readonly delimiter: string;
  readonly batches: RowBatches;
}

async function* parsedRows(
  chunks: AsyncGenerator<Uint8Array | string>,
  parser: Parser,
  first: Uint8Array | string,
): RowBatches {
  let batch: SourceRow[] = [];
  let row = 0;
  parser.on('data', (cells: string[]) => {
    row += 1;
    if (cells.length > MAX_COLUMNS) {
      parser.destroy(new FileRefused('too_many_columns', `Row ${row} has more than ${MAX_COLUMNS} columns.`, { row }));
    }
    batch.push({ row, cells });
  });
  // A failed write reports the fault; without a listener it would end the process as well.
  parser.on('error', () => undefined);
  const taken = (): readonly SourceRow[] => {
    const rows = batch;
    batch = [];
    return rows;
  };
  try {
    await write(parser, first);
    yield taken();
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
    throw error instanceof CsvError ? refusalOf(error) : error;
  } finally {
    await chunks.return(undefined);
    parser.destroy();
  }
}

/**
 * The rows of a CSV file (RFC 4180), streamed. A blank line is a row of one empty cell, so that rows are numbered as a
 * spreadsheet shows them.
 */
export const openCsv = async (file: ImportFile, kind: FileKind): Promise<CsvRows> => {
  const chunks = decoded(file, kind);
  const next = await chunks.next();
  const first = next.done ? '' : next.value;
  const head = typeof first === 'string' ? first : Buffer.from(first).toString('utf8');
  const delimiter = delimiterOf(head.slice(0, 1 << 16));
  return { delimiter, batches: parsedRows(chunks, createParser(delimiter), first) };
};
