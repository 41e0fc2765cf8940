import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellContext } from './column';
import { findDate } from './date-column';
import { createImportReport } from './import-report';
import { findMissingMark } from './missing-mark';
import { parseNumber } from './number-column';

const cellIn = (isWorkbook: boolean, countsFrom1904 = false): CellContext => ({
  row: 2,
  column: 'DATE',
  value: '',
  isGood: true,
  report: createImportReport(),
  isWorkbook,
  countsFrom1904,
  isMapped: false,
});

describe('parseNumber', () => {
  it('reads every number as it is written, with thousands apart or not', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e12, max: 1e12, noNaN: true }), (value) => {
        // 0 has no sign once written.
        expect(parseNumber(String(value))).toBe(value + 0);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (value) => {
        expect(parseNumber(value.toLocaleString('en-GB'))).toBe(value);
      }),
    );
  });

  it.each([
    '',
    '12a',
    '1,23',
    '1 234',
    '1,2345',
    '=1+1',
    'NaN',
    'Infinity',
    '0x1F',
    '1e999',
    '--1',
    '1.2.3',
    '(12)',
    '٣',
    '１',
  ])('reads no number in "%s"', (text) => {
    expect(parseNumber(text)).toBeNull();
  });
});

describe('findDate', () => {
  it('reads every day of two centuries in each shape alike', () => {
    const day = fc.date({ min: new Date('1960-01-01'), max: new Date('2060-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(day, (date) => {
        const iso = date.toISOString().slice(0, 10);
        const [year, month, dayOfMonth] = iso.split('-');
        const words = date.toLocaleDateString('en-GB', {
          day: 'numeric',
          month: 'long',
          year: 'numeric',
          timeZone: 'UTC',
        });
        const serial = Math.round((Date.parse(iso) - Date.UTC(1899, 11, 30)) / 86_400_000);
        expect(findDate(iso, cellIn(false))).toBe(iso);
        expect(findDate(`${dayOfMonth}/${month}/${year}`, cellIn(false))).toBe(iso);
        expect(findDate(words, cellIn(false))).toBe(iso);
        expect(findDate(String(serial), cellIn(true))).toBe(iso);
        expect(findDate(String(serial - 1462), cellIn(true, true))).toBe(iso);
      }),
    );
  });

  it.each(['31/02/2025', '29/02/2023', '00/01/2025', '2025-13-01', 'soon', '12', '2025', '1 Foo 2025', ''])(
    'reads no date in "%s"',
    (text) => {
      expect(findDate(text, cellIn(false))).toBeNull();
    },
  );

  it('says where the day could be the month, and where it stood as a number', () => {
    const cell = cellIn(false);
    findDate('01/02/2025', cell);
    findDate('01/01/2025', cell);
    findDate('45961', cell);
    expect(cell.report.flags().map(({ rule, count }) => [rule, count])).toEqual([
      ['ambiguous_date_read_as_UK', 1],
      ['excel_serial_date', 1],
    ]);
  });
});

describe('findMissingMark', () => {
  it('keeps hidden, not applicable, not available and low apart', () => {
    const reasons = ['*', '[c]', '<5', 'z', '[x]', 'NA', '..', '~', ''].map(
      (mark) => findMissingMark(mark, false)?.absent,
    );
    expect(reasons).toEqual([
      ...[
        'suppressed',
        'suppressed',
        'suppressed',
        'not_applicable',
        'not_available',
        'not_available',
        'not_available',
      ],
      ...['low', 'blank'],
    ]);
    expect(findMissingMark('', true)?.absent).toBe('suppressed');
  });

  it('takes no number and no word for a mark', () => {
    for (const text of ['0', '-1', '5', 'many', 'not known']) expect(findMissingMark(text, false)).toBeNull();
  });
});
