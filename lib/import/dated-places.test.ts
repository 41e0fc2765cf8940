import { describe, expect, it } from 'vitest';
import { csv, readFixture } from '@/lib/testing/import-fixture';
import { type FixtureCell, workbookOf } from '@/lib/testing/workbook-fixture';

const HEADER = 'period_end,area_code,specialty,level,establishment_fte,in_post_fte';
const ENDED = { code: 'E54000022', from: null, to: '2026-03-31', before: [], after: ['ICB-norfolk-and-suffolk'] };
const BEGAN = { code: 'ICB-essex', from: '2026-04-01', to: null, before: ['E54000026'], after: [] };
const options = { datedPlaces: [ENDED, BEGAN] };
const mapping = {
  dataset: 'establishment' as const,
  columns: Object.fromEntries(HEADER.split(',').map((header) => [header.replace('period_end', 'Date'), header])),
};
const MAPPED_HEADER = HEADER.replace('period_end', 'Date');

/** 30 June 2026 and 31 March 2026 as Excel counts days. */
const [JUNE, MARCH] = [46_203, 46_112];
const SPELLINGS = [
  ['ISO', '2026-06-30', '2026-03-31'],
  ['ISO with a time', '2026-06-30 00:00:00', '2026-03-31T00:00:00'],
  ['the day first', '30/06/2026', '31.03.2026'],
  ['the month by name', '30 June 2026', '31-Mar-26'],
  ['a day number', String(JUNE), String(MARCH)],
] as const;

const REFUSED = [
  [2, 'E54000022', 'area_not_valid', 'E54000022 ended on 2026-03-31. Use ICB-norfolk-and-suffolk.'],
  [5, 'ICB-essex', 'area_not_valid', 'ICB-essex begins on 2026-04-01. Use E54000026.'],
];

const rowsOf = (late: FixtureCell, early: FixtureCell): FixtureCell[][] => [
  [late, 'E54000022', 'cardiology', 'ST4', 40, 30],
  [early, 'E54000022', 'cardiology', 'ST4', 40, 30],
  [late, 'ICB-essex', 'cardiology', 'ST4', 40, 30],
  [early, 'ICB-essex', 'cardiology', 'ST4', 40, 30],
];

const told = ({ reading }: Awaited<ReturnType<typeof readFixture>>) =>
  reading.errors.map(({ row, value, rule, message }) => [row, value, rule, message]);

describe('rows that name an area outside its time', () => {
  it.each(SPELLINGS)('are told in a mapped file, with dates as %s', async (_, late, early) => {
    const lines = rowsOf(late, early).map((cells) => cells.join(','));
    expect(told(await readFixture(csv(MAPPED_HEADER, ...lines), { ...options, mapping }))).toEqual(REFUSED);
  });

  it.each([...SPELLINGS, ['date cells', JUNE, MARCH] as const])(
    'are told in a workbook, with dates as %s',
    async (_, late, early) => {
      const book = workbookOf([{ name: 'Posts', rows: [HEADER.split(','), ...rowsOf(late, early)] }]);
      const read = await readFixture(book, options);
      expect(read.reading).toMatchObject({ status: 'refused', rows: 2, errorTotal: 2 });
      expect(told(read)).toEqual(REFUSED);
    },
  );

  it('are told by the first and last day of a year, however it is written', async () => {
    const header = 'year,round,area_code,specialty,level,posts,accepts';
    const lines = ['2027,1,E54000022,x,ST4,9,9', '2027.0,2,E54000022,x,ST4,9,9', '2026,1,E54000022,x,ST4,9,9'];
    const { reading } = await readFixture(csv(header, ...lines), options);
    expect(reading.errors.map(({ row, rule }) => [row, rule])).toEqual([
      [2, 'area_not_valid'],
      [3, 'area_not_valid'],
    ]);
  });

  it('are told together with a date that an exchange file may not have', async () => {
    const { reading } = await readFixture(csv(HEADER, '30/06/2026,E54000022,cardiology,ST4,40,30'), options);
    expect(reading.errors.map(({ rule }) => rule)).toEqual(['bad_date', 'area_not_valid']);
  });

  it('add no note of how a date is written to those of the reading', async () => {
    const lines = rowsOf('05/06/2026', '01/02/2026').map((cells) => cells.join(','));
    const { reading } = await readFixture(csv(MAPPED_HEADER, ...lines), { ...options, mapping });
    expect(reading.flags).toMatchObject([{ rule: 'ambiguous_date_read_as_UK', count: 4 }]);
  });
});
