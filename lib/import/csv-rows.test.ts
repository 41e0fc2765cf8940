import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openCsv } from './csv-rows';
import { inspectFile } from './file-kind';
import { fileInMemory, type ImportFile } from './import-file';

/** The same bytes in pieces of any size, so that a piece ends within a character, a line break or a row. */
const inPieces = (bytes: Uint8Array, size: number): ImportFile => ({
  ...fileInMemory('pieces.csv', bytes),
  async *chunks() {
    for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
  },
});

const rowsOf = async (text: string, size: number) => {
  const file = inPieces(new TextEncoder().encode(text), size);
  const { batches } = await openCsv(file, await inspectFile(file));
  const rows = [];
  for await (const batch of batches) rows.push(...batch);
  return rows;
};

const parserRows = (text: string): string[][] =>
  parse(text, { relax_column_count: true, record_delimiter: ['\r\n', '\n', '\r'] });

const cell = fc.oneof(
  fc.constantFrom('', ' ', 'ST3', '0.5', 'é', '💉', 'Bury St Edmunds', '\u2028'),
  fc.string({ maxLength: 8 }).map((text) => text.replaceAll(/["\r\n,;|\t\0]/g, '')),
);
const quoted = fc.oneof(
  cell,
  fc.constantFrom('"a,b"', '"line\nbreak"', '"line\r\nbreak"', '"say ""so"""', '""', '"\r"'),
);
const table = (cells: fc.Arbitrary<string>) =>
  fc
    .tuple(
      fc.array(fc.array(cells, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.boolean(),
    )
    .map(([rows, end, isEnded]) => `a,b${end}${rows.map((row) => row.join(',')).join(end)}${isEnded ? end : ''}`);

describe('rows of a CSV file', () => {
  it.each([
    ['without quotation marks', table(cell)],
    ['with quotation marks', table(quoted)],
  ])('are those of the parser, however the file comes in pieces: %s', async (_, text) => {
    await fc.assert(
      fc.asyncProperty(text, fc.integer({ min: 1, max: 40 }), async (content, size) => {
        const rows = await rowsOf(content, size);
        expect(rows.map(({ cells }) => cells)).toEqual(parserRows(content));
        expect(rows.map(({ row }) => row)).toEqual(rows.map((_row, at) => at + 1));
      }),
      { numRuns: 400 },
    );
  });

  it('are counted on where a fault stands below rows that no parser saw', async () => {
    const lines = Array.from({ length: 1_000 }, (_, at) => `${at},b`);
    await expect(rowsOf(`${lines.join('\n')}\n1,a"b\n`, 64)).rejects.toThrow(/near line 1001/);
  });
});
