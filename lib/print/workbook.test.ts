import { expect, it } from 'vitest';
import { zipEntries } from '@/lib/testing/zip-entries';
import { renderWorkbook } from './workbook';

it('a workbook has data and metadata, numbers as numbers, and no formula whatever a text begins with', async () => {
  const table = {
    title: '=Title',
    columns: ['area', 'value', 'mark'],
    rows: [
      ['=HYPERLINK("x")', -1.5, null],
      ['@SUM(A1)', null, 'c'],
    ],
    papers: [['source', '=cmd|x'] satisfies [string, string]],
  };
  const files = zipEntries(Buffer.from(await renderWorkbook(table)));
  const data = files.get('xl/worksheets/sheet1.xml') ?? '';
  expect(files.get('xl/workbook.xml')).toMatch(/name="Data".*name="Metadata"/);
  expect(data).toContain('<c r="B2"><v>-1.5</v></c>');
  expect(data).toMatch(/<c r="A2" t="s">/);
  for (const [name, text] of files) expect(text, name).not.toMatch(/<f[ >]/);
  expect(files.get('xl/sharedStrings.xml')).toContain('<t>=HYPERLINK("x")</t>');
});
