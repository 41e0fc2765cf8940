import { describe, expect, it } from 'vitest';
import { csv, readFixture } from '@/lib/testing/import-fixture';
import { isRowOfValues } from './header-row';

const PERSON = 'John Smith GMC7654321,yh-paediatrics,paediatrics,ST3,RCB,RCB55,TR-wessex,2025-08-06,2026-02-03,0.8,12';

describe('a file whose first row is about a person', () => {
  it.each([
    ['as it is', {}],
    ['as what it is said to hold', { dataset: 'placements' } as const],
    [
      'with columns of other names',
      { mapping: { dataset: 'placements', columns: { Trainee: 'trainee_ref' } } } as const,
    ],
  ])('is refused, %s, and no cell of it is told', async (_, options) => {
    const { reading, records } = await readFixture(csv(PERSON, PERSON.replace('John', 'Jane')), options);
    expect(reading).toMatchObject({ status: 'refused', reject: 'no_header', headers: [], rows: 0 });
    expect(JSON.stringify(reading)).not.toMatch(/Smith|7654321|RCB/);
    expect(records).toEqual([]);
  });
});

describe('a row of values', () => {
  const below = (...rows: string[]) => rows.map((row, at) => ({ row: at + 2, cells: row.split(',') }));

  it.each([
    'Jane Doe,1987-03-12,York',
    'Jane Doe,12/03/1987,York',
    'Jane Doe,12 March 1987,York',
    'Jane Doe,jane.doe@example.test',
    'Jane Doe,943 476 5919',
    'Cardiology,TR-london,full time',
    'Jane Doe,ST3,RCB55',
    'York,0.8',
  ])('is told by what no column is named by: %s', (row) => {
    expect(isRowOfValues(row.split(','), [])).toBe(true);
  });

  it('is told by what recurs below it', () => {
    expect(isRowOfValues(['Jane Doe', 'Cardiology', 'York'], below('John Doe,Surgery,York'))).toBe(true);
  });

  it.each([
    'Jahr,Runde,Deanery code,Fach,Stufe,Offered,Taken',
    'Deanery,FTE 2024,FTE 2025,Posts at 31 March 2026',
    'Region,2023,2024,2025/26',
    'Quarter 1,Team,Grade',
    'area_code,31/03/2026',
    '99',
  ])('is not what names columns: %s', (row) => {
    expect(isRowOfValues(row.split(','), below('1,2,3,4,5,6,7', row, 'a,b,c,d,e,f,g'))).toBe(false);
  });
});
