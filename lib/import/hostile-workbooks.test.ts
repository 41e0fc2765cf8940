import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readFixture } from '@/lib/testing/import-fixture';
import { sheetXml, workbookOf, workbookParts, zipOf } from '@/lib/testing/workbook-fixture';

const FOLDER = path.resolve(import.meta.dirname, '../testing/fixtures/oracles/file_formats/hostile_xlsx');

const read = async (name: string) => readFixture(readFileSync(path.join(FOLDER, `${name}.xlsx`)));

const sheetPart = (content: string) => ({ name: 'xl/worksheets/sheet1.xml', content });
const withSheet = (content: string) => zipOf([...workbookParts([{ name: 'Sheet1' }]), sheetPart(content)]);

const REFUSED = [
  ['ratio_bomb_200MB', 'zip_bomb'],
  ['many_entries_20000', 'too_many_entries'],
  ['billion_laughs', 'xml_doctype'],
  ['xxe', 'xml_doctype'],
  ['far_cell_XFD1048576', 'sheet_too_large'],
  ['lfh_size_lie', 'zip_sizes_differ'],
  ['path_traversal', 'unsafe_path'],
  ['error_cells', 'no_header'],
  ['truncated', 'damaged_zip'],
  ['xls_ole_as_xlsx', 'not_xlsx'],
] as const;

const READ = [
  ['ok', ['PRAC_CODE']],
  ['dimension_lie', ['x']],
  ['proto_sheet_name', ['x']],
  ['formula_cached_value', ['99']],
] as const;

describe('hostile workbooks', () => {
  it('are all tried, and those that are to be accepted are read; npm run bench holds time and memory', () => {
    const names = readdirSync(FOLDER).filter((name) => name.endsWith('.xlsx'));
    const expected = z
      .record(z.string(), z.string())
      .parse(JSON.parse(readFileSync(path.join(FOLDER, 'expected.json'), 'utf8')));
    const accepted = names.filter((name) => expected[name]?.startsWith('accept'));
    expect(READ.map(([name]) => `${name}.xlsx`).sort()).toEqual(accepted.sort());
    expect([...READ, ...REFUSED].map(([name]) => `${name}.xlsx`).sort()).toEqual(names.sort());
    expect(names).toHaveLength(14);
  });

  it.each(REFUSED)('%s is refused with its reason', async (name, reject) => {
    const { reading } = await read(name);
    expect(reading).toMatchObject({ status: 'refused', reject, dataset: null, rows: 0 });
    expect(reading.errorTotal).toBeGreaterThan(0);
  });

  it.each(READ)('%s is read: its columns can be mapped', async (name, headers) => {
    const { reading } = await read(name);
    expect(reading).toMatchObject({ status: 'needs_mapping', reject: 'unknown_dataset', headers });
    expect(Object.keys(Object.prototype)).toEqual([]);
  });

  it('names each cell that holds an error, NaN or a boolean', async () => {
    const { reading } = await read('error_cells');
    expect(reading.errors.slice(0, 3).map(({ row, value }) => [row, value])).toEqual([
      [1, '#DIV/0!'],
      [1, 'NaN'],
      [1, 'TRUE'],
    ]);
  });

  it('flags the stored answer of a formula, and calculates nothing', async () => {
    const { reading } = await read('formula_cached_value');
    expect(reading.flags).toMatchObject([{ rule: 'formula', at: [{ row: 1, column: 'A' }] }]);
  });

  it('refuses a formula without a stored answer where a number is needed', async () => {
    const header = sheetXml([['period_end', 'area_code', 'specialty', 'level', 'establishment_fte', 'in_post_fte']]);
    const cells = ['2026-03-31', 'TR-wessex', 'surgery', 'ST3']
      .map((text, at) => `<c r="${'ABCD'[at]}2" t="inlineStr"><is><t>${text}</t></is></c>`)
      .join('');
    const row = `<row r="2">${cells}<c r="E2"><f>1+1</f></c><c r="F2"><v>1</v></c></row></sheetData>`;
    const { reading } = await readFixture(withSheet(header.replace('</sheetData>', row)));
    expect(reading.errors).toMatchObject([{ row: 2, column: 'establishment_fte', rule: 'bad_number' }]);
  });

  it.each([
    [
      'macros',
      zipOf([
        ...workbookParts([{ name: 'S' }]),
        sheetPart(sheetXml([['a', 'b']])),
        { name: 'xl/vbaProject.bin', content: 'x' },
      ]),
      'macros',
    ],
    ['a password', zipOf([...workbookParts([{ name: 'S' }]), { ...sheetPart('x'), flags: 1 }]), 'encrypted'],
    [
      'a part that stands twice',
      zipOf([...workbookParts([{ name: 'S' }]), sheetPart('x'), sheetPart('y')]),
      'duplicate_entry',
    ],
    [
      'a part larger than stated',
      zipOf([...workbookParts([{ name: 'S' }]), { ...sheetPart(sheetXml([['a']])), statedSize: 5 }]),
      'bad_xml',
    ],
    ['a zip of CSV files', zipOf([{ name: 'one.csv', content: 'a,b' }]), 'zip_of_files'],
    ['a zip of nothing known', zipOf([{ name: 'one.bin', content: 'a,b' }]), 'not_xlsx'],
    ['broken XML', withSheet('<worksheet><sheetData><row r="1">'), 'bad_xml'],
    [
      'an entity that nothing defines',
      withSheet('<worksheet><sheetData><row r="1"><c><v>&x;</v></c></row></sheetData></worksheet>'),
      'bad_xml',
    ],
    [
      'rows out of order',
      withSheet(
        '<worksheet><sheetData><row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
      ),
      'damaged_sheet',
    ],
    [
      'cells out of order',
      withSheet(
        '<worksheet><sheetData><row r="1"><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row></sheetData></worksheet>',
      ),
      'damaged_sheet',
    ],
    [
      'a shared string that is not there',
      withSheet('<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>'),
      'damaged_sheet',
    ],
    [
      'elements nested without end',
      withSheet(`<worksheet>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</worksheet>`),
      'bad_xml',
    ],
    [
      'text without end',
      withSheet(
        `<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>${Array.from({ length: 300_000 }, (_, at) => at.toString(36)).join(' ')}</t></is></c></row></sheetData></worksheet>`,
      ),
      'cell_too_long',
    ],
  ])('refuses %s', async (_, bytes, reject) => {
    const { reading } = await readFixture(bytes);
    expect(reading).toMatchObject({ status: 'refused', reject, rows: 0 });
  });

  it('refuses a document type that stands in two chunks', async () => {
    const padding = Array.from({ length: 20_000 }, (_, at) => `<!--${at.toString(36)}-->`).join('');
    const { reading } = await readFixture(withSheet(`${padding}<!DOCTYPE w [<!ENTITY x "y">]><worksheet/>`));
    expect(reading).toMatchObject({ status: 'refused', reject: 'xml_doctype' });
  });

  it('refuses more than a million cells, in bounded memory', async () => {
    const row = '<c><v>1</v></c>'.repeat(1_000);
    const rows = Array.from(
      { length: 1_001 },
      (_, at) => `<row r="${at + 1}">${row.replace('1', String(at % 97))}</row>`,
    );
    const bytes = withSheet(`<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`);
    const { reading } = await readFixture(bytes);
    expect(reading.status).toBe('refused');
    expect(['sheet_too_large', 'zip_bomb']).toContain(reading.reject);
  });

  it('leaves hidden sheets alone and says so', async () => {
    const bytes = workbookOf([
      { name: 'Secret', rows: [['a', 'b', 'c']], isHidden: true },
      { name: 'Open', rows: [['d', 'e']] },
    ]);
    const { reading } = await readFixture(bytes);
    expect(reading.headers).toEqual(['d', 'e']);
    expect(reading.flags).toMatchObject([{ rule: 'hidden_sheet', detail: 'Secret' }]);
  });
});
