import { describe, expect, it } from 'vitest';
import { tableBlob } from '@/lib/client/table-download';
import { workbookSheets } from '@/lib/contracts/table-file';
import { measured, NOT_LOADED, SUPPRESSED } from '@/lib/domain/measure/measure';
import { absentCell, type ChartCell, dataOf, figureCell, textOf } from './chart-cell';
import { type TwinCell, twinFile } from './chart-file';
import { fileNameOf, ofArea, ofCountry, papersOf } from './chart-papers';

const attribute = (value: number | undefined): string | null => (value === undefined ? null : String(value));

/** As the page would hold it. */
const onPage = (cell: ChartCell): TwinCell => {
  const data = dataOf(cell);
  return {
    text: textOf(cell),
    value: attribute(data['data-value']),
    lower: attribute(data['data-lower']),
    upper: attribute(data['data-upper']),
    status: data['data-status'] ?? null,
  };
};
const twin = (rows: readonly (readonly ChartCell[])[]) => rows.map((row) => row.map(onPage));

const INPUT = {
  of: [ofArea({ code: 'XD-TR-kelvarrow', name: 'Kelvarrow' })],
  unit: '%',
  period: '2021 to 2023',
  source: { name: 'Posts', publisher: 'A publisher', licence: 'OGL v3', ruleSet: 'none' },
  releaseId: 'r1',
  provenance: 'demonstration' as const,
};
const PAPERS = papersOf(INPUT);

const SERIES = twin([
  ['Period', 'Vacancy rate'],
  ['2021', figureCell(measured(12.345), '12.3%')],
  ['2022', figureCell(SUPPRESSED, 'Suppressed')],
  ['2023', figureCell(NOT_LOADED, 'Not loaded')],
  ['2024', figureCell({ kind: 'low' }, 'Low')],
  ['2025', figureCell({ kind: 'not_applicable', reason: 'none' }, '–')],
]);

describe('a chart as a file', () => {
  it('has the limits of a figure in columns of their own, whatever its text says', () => {
    const share = measured(12.345, { lower: 10.25, upper: 15.5, level: 0.95, method: 'wilson' });
    const rows = twin([
      ['Group', 'Share (95% interval)', 'People'],
      ['A', figureCell(share, '12.3% (10 to 16)'), figureCell(measured(40), '40')],
      ['B', figureCell(SUPPRESSED, 'Suppressed'), figureCell(measured(30), '30')],
    ]);
    const file = twinFile('A title', rows, PAPERS);
    const own = file.columns.slice(0, 9);
    expect(own.slice(1, 6)).toEqual(
      ['', 'status', 'status_mark', 'lower_95', 'upper_95'].map((column) =>
        column === '' ? 'Share (95% interval)' : `Share (95% interval): ${column}`,
      ),
    );
    expect(file.rows.map((row) => row.slice(1, 7))).toEqual([
      [12.345, 'value', null, 10.25, 15.5, 40],
      [null, 'suppressed', 'c', null, null, 30],
    ]);
  });

  it('says in every row, and in the metadata, which area it is of', async () => {
    const file = twinFile('A title', SERIES, PAPERS);
    const [code, name] = ['area_code', 'area_name'].map((column) => file.columns.indexOf(column));
    expect(file.rows.map((row) => [row[code ?? -1], row[name ?? -1]])).toEqual(
      Array(5).fill(['XD-TR-kelvarrow', 'Kelvarrow']),
    );
    const metadata = workbookSheets(file)[1]?.data.map((row) => row.map((cell) => cell?.value));
    expect(metadata).toContainEqual(['area_code', 'XD-TR-kelvarrow']);
    expect(metadata).toContainEqual(['area_name', 'Kelvarrow']);
    expect(metadata).toContainEqual(['status mark c', 'suppressed to protect small numbers']);
    expect(await (await tableBlob(file, 'csv')).text()).toContain('2021,12.345,value,,XD-TR-kelvarrow,Kelvarrow,%');
  });

  it('leaves the cell of a figure that isn’t there empty, with its status and mark beside it', () => {
    const { columns, rows } = twinFile('A title', SERIES, PAPERS);
    expect(columns.slice(0, 4)).toEqual(['Period', 'Vacancy rate', 'status', 'status_mark']);
    expect(rows.map((row) => row.slice(0, 4))).toEqual([
      ['2021', 12.345, 'value', null],
      ['2022', null, 'suppressed', 'c'],
      ['2023', null, 'not_loaded', 'x'],
      ['2024', null, 'low', 'low'],
      ['2025', null, 'not_applicable', 'z'],
    ]);
  });

  it('names status and mark by their column where there are several, and leaves text as it is', () => {
    const file = twinFile(
      'A title',
      twin([
        ['Stage', 'People', 'Share', '95% interval'],
        ['Foundation', absentCell('suppressed', 'withheld'), { value: 0, text: '0%' }, '–'],
        ['Specialty', { value: 5, text: '5' }, 'from 256 draws', '1 to 2'],
      ]),
      {},
    );
    expect(file.columns).toEqual([
      'Stage',
      ...['People', 'People: status', 'People: status_mark'],
      ...['Share', 'Share: status', 'Share: status_mark'],
      '95% interval',
    ]);
    expect(file.rows).toEqual([
      ['Foundation', null, 'suppressed', 'c', 0, 'value', null, null],
      ['Specialty', 5, 'value', null, null, 'from 256 draws', null, '1 to 2'],
    ]);
  });

  it('never has text or a number that is none in a column of figures', () => {
    const { rows } = twinFile(
      'A title',
      twin([
        ['A', 'B'],
        ['a', { value: Number.NaN, text: '–' }],
      ]),
      {},
    );
    expect(rows).toEqual([['a', null, 'not_applicable', 'z']]);
  });

  it('runs no formula from a name, a code or a status', async () => {
    const of = [ofArea({ code: '=1+1', name: '@SUM(A1)' })];
    const cells = twin([
      ['A', 'B', 'C'],
      ['+1', { value: -1, text: '−1' }, '-cmd'],
    ]);
    const file = twinFile(
      'A title',
      [...cells, [onPage('a'), { text: '=2', value: null, lower: null, upper: null, status: '=3' }, onPage('b')]],
      {
        ...papersOf({ ...INPUT, of }),
      },
    );
    const lines = (await (await tableBlob(file, 'csv')).text()).split('\r\n');
    expect(lines[1]).toMatch(/^'\+1,-1,value,,'-cmd,'=1\+1,'@SUM\(A1\),/);
    expect(lines[2]).toMatch(/^a,,'=3,,b,'=1\+1,'@SUM\(A1\),/);
    for (const row of workbookSheets(file)[0]?.data.slice(1) ?? [])
      for (const cell of row) expect(cell === null || cell.type === String || cell.value === -1).toBe(true);
  });
});

describe('the papers of a chart', () => {
  it('have both of two subjects of one kind', () => {
    const of = ['x', 'y'].map((code) => ({ kind: 'indicator' as const, code, name: code.toUpperCase() }));
    expect(papersOf({ ...INPUT, of: [...of, ...INPUT.of] })).toMatchObject({
      indicator_code: 'x; y',
      indicator_name: 'X; Y',
      area_code: 'XD-TR-kelvarrow',
    });
  });
});

describe('the name of a chart’s file', () => {
  it('tells two areas apart, and an invented country', () => {
    expect(fileNameOf({ ...INPUT, id: 'settlement' })).toBe('settlement-XD-TR-kelvarrow-demonstration');
    expect(fileNameOf({ of: [ofCountry('england')], id: 'gini', provenance: 'derived' })).toBe('gini-E92000001');
  });

  it('says a code once, and holds nothing that a file name can not', () => {
    const of = [{ kind: 'indicator' as const, code: 'gp/fte.fifth-1', name: 'GPs' }, ...INPUT.of];
    expect(fileNameOf({ of, id: 'flows-XD-TR-kelvarrow', provenance: 'derived' })).toBe(
      'flows-XD-TR-kelvarrow-gp-fte-fifth-1',
    );
  });
});
