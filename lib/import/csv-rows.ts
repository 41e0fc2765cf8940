import { isWide, MAX_RECORD_BYTES, parsedRows, tooWide } from './csv-parser';
import type { FileKind } from './file-kind';
import type { ImportFile } from './import-file';
import { createPlainRows } from './plain-rows';
import type { RowBatches, SourceRow } from './row-source';

const DELIMITERS = [',', ';', '\t', '|'] as const;
const SNIFFED_LINES = 40;

async function* decoded(file: ImportFile, { encoding, bomBytes, nulBytes }: FileKind): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  const mayHoldNul = encoding !== 'utf-8' || nulBytes > 0;
  const clean = (text: string): string => (mayHoldNul ? text.replaceAll('\0', '') : text);
  let skip = bomBytes;
  for await (const chunk of file.chunks()) {
    yield clean(decoder.decode(chunk.subarray(skip), { stream: true }));
    skip = Math.max(0, skip - chunk.length);
  }
  yield clean(decoder.decode());
}

const outsideQuotes = (line: string): string => line.replaceAll(/"[^"]*"/g, '');

/** The character that parts the most cells of one of the first lines; a comma where none does. */
const delimiterOf = (head: string): string => {
  const lines = head.split(/\r?\n|\r/, SNIFFED_LINES).map(outsideQuotes);
  const most = DELIMITERS.map((delimiter) => Math.max(0, ...lines.map((line) => line.split(delimiter).length - 1)));
  const best = most.indexOf(Math.max(...most));
  return DELIMITERS[best] ?? ',';
};

export interface CsvRows {
  readonly delimiter: string;
  readonly batches: RowBatches;
}

async function* startingWith(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}

function* told(rows: readonly SourceRow[]): Generator<readonly SourceRow[]> {
  yield rows;
  const wide = rows.find(isWide);
  if (wide) throw tooWide(wide);
}

/**
 * Without quotation marks a line is a row, and needs no parser: that takes five times as long. From the first quotation
 * mark on it is the parser's; a property test holds both to the same rows.
 */
async function* plainRows(chunks: AsyncGenerator<string>, delimiter: string): RowBatches {
  const plain = createPlainRows(delimiter);
  let rest = '';
  for await (const chunk of chunks) {
    if (chunk.includes('"') || rest.length + chunk.length > MAX_RECORD_BYTES) {
      return yield* parsedRows(startingWith(rest + chunk, chunks), delimiter, plain.count());
    }
    const end = chunk.lastIndexOf('\n') + 1;
    if (end === 0) rest += chunk;
    else {
      // Only the row that the piece before began is joined: reading through joined text is slower.
      const first = rest === '' ? 0 : chunk.indexOf('\n') + 1;
      const begun = rest + chunk.slice(0, first);
      yield* told([...plain.cut(begun, 0, begun.length), ...plain.cut(chunk, first, end)]);
      rest = chunk.slice(end);
    }
  }
  yield* told(plain.cut(rest, 0, rest.length));
}

/**
 * The rows of a CSV file (RFC 4180), streamed. A blank line is a row of one empty cell, so that rows are numbered as a
 * spreadsheet shows them.
 */
export const openCsv = async (file: ImportFile, kind: FileKind): Promise<CsvRows> => {
  const chunks = decoded(file, kind);
  const next = await chunks.next();
  const first = next.done ? '' : next.value;
  const delimiter = delimiterOf(first.slice(0, 1 << 16));
  return { delimiter, batches: plainRows(startingWith(first, chunks), delimiter) };
};
