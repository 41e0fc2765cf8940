import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CSV_OPTIONS, type TableValue, tableOf, workbookSheets } from './table-file';

const csvOf = (value: TableValue): string => stringify([[value, 'end']], { ...CSV_OPTIONS, record_delimiter: '\n' });

const RISKY = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

describe('a table as CSV', () => {
  it('runs nothing: no text begins with a character that a spreadsheet would act on', () => {
    for (const first of RISKY) expect(csvOf(`${first}1+1`)).toMatch(/^"?'/);
    fc.assert(fc.property(fc.string(), (text) => !RISKY.includes(csvOf(text).replace(/^"/, '').charAt(0))));
  });

  it('keeps numbers numbers, negative ones too, and a missing one empty', () => {
    expect(csvOf(-3.5)).toBe('-3.5,end\n');
    expect(csvOf(null)).toBe(',end\n');
  });
});

describe('a table as a workbook', () => {
  const sheetOf = (value: TableValue) => workbookSheets({ title: 't', columns: ['a'], rows: [[value]], papers: [] });
  const cellOf = (value: TableValue) => sheetOf(value)[0]?.data[1]?.[0];

  it('types every text as text and every number as a number', () => {
    fc.assert(fc.property(fc.string({ minLength: 1 }), (text) => cellOf(text)?.type === String));
    fc.assert(fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (n) => cellOf(n)?.type === Number));
    expect(cellOf('=1+1')).toEqual({ value: '=1+1', type: String });
  });

  it('holds nothing that XML can not, and no number that is none', () => {
    expect(cellOf('a\u0000b\ud800c')).toEqual({ value: 'abc', type: String });
    expect(cellOf('😀')).toEqual({ value: '😀', type: String });
    expect([cellOf(Number.NaN), cellOf(Number.POSITIVE_INFINITY), cellOf(null)]).toEqual([null, null, null]);
  });

  it('has a data sheet and a metadata sheet', () => {
    const table = { ...tableOf('Title', ['a'], [{ a: 1 }]), papers: [['source', 'S'] satisfies [string, string]] };
    expect(workbookSheets(table).map(({ sheet }) => sheet)).toEqual(['Data', 'Metadata']);
    expect(JSON.stringify(workbookSheets(table)[1])).toContain('source');
  });
});
