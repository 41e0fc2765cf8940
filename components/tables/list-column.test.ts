import { describe, expect, it } from 'vitest';
import { type ListColumn, listFile, screenColumns } from './list-column';

type Row = { code: string; name: string; people: number | null };

const COLUMNS: readonly ListColumn<Row>[] = [
  { name: 'code', header: null, value: ({ code }) => code },
  { name: 'name', header: 'Area', text: ({ name }) => name },
  {
    name: 'people',
    header: 'People',
    numeric: true,
    text: ({ people }) => (people === null ? 'suppressed' : `${people} people`),
    value: ({ people }) => people,
  },
];

const ROWS: readonly Row[] = [
  { code: 'A', name: 'Alder', people: 1_200 },
  { code: 'B', name: 'Birch', people: null },
];

describe('columns of a list', () => {
  it('stand on screen as text, without those that are for files', () => {
    const columns = screenColumns(COLUMNS);
    expect(columns.map(({ key, header, numeric }) => [key, header, numeric])).toEqual([
      ['name', 'Area', undefined],
      ['people', 'People', true],
    ]);
    expect(ROWS.map((row) => columns.map(({ cell }) => cell(row)))).toEqual([
      ['Alder', '1200 people'],
      ['Birch', 'suppressed'],
    ]);
  });

  it('can be more than text on screen, by name', () => {
    const [name] = screenColumns(COLUMNS, { name: ({ code }) => `link to ${code}` });
    expect(name?.cell({ code: 'A', name: 'Alder', people: 1 })).toBe('link to A');
  });

  it('stand in a file as values, in the same order and for the same rows', () => {
    expect(listFile('Areas', COLUMNS, ROWS)).toEqual({
      title: 'Areas',
      columns: ['code', 'name', 'people'],
      rows: [
        ['A', 'Alder', 1_200],
        ['B', 'Birch', null],
      ],
      papers: [],
    });
  });
});
