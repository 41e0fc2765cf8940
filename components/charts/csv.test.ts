import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csvCell, toCsv } from './csv';

test('text that a spreadsheet would run is neutralised', () => {
  for (const text of ['=1+1', '+cmd', '-2+3', '@SUM(A1)', '\t=1']) expect(csvCell(text)).toMatch(/^"?'/);
  fc.assert(fc.property(fc.string(), (text) => !/^"?[=+@]/.test(csvCell(text))));
});

test('numbers stay numbers', () => {
  expect(csvCell(-3.2)).toBe('-3.2');
  expect(csvCell('-3.2')).toBe('-3.2');
  expect(csvCell('85')).toBe('85');
});

test('what is missing is an empty cell, and separators are quoted', () => {
  expect(
    toCsv([
      ['Area', 'Value'],
      ['Bath, "BSW"', null],
    ]),
  ).toBe('Area,Value\r\n"Bath, ""BSW""",\r\n');
});
