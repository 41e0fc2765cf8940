import { describe, expect, it } from 'vitest';
import { csv, readFixture } from '@/lib/testing/import-fixture';

const FILES = [
  [
    'home_school',
    'period,home_lad,school_id,entrants,female,male,white,non_white',
    'E08000035,university-of-leeds,45,25,20,30,15',
  ],
  [
    'school_foundation',
    'period,school_id,foundation_area,graduates,female,male,white,non_white',
    'university-of-leeds,FA-trent,80,40,40,50,30',
  ],
] as const;

const WRONG = [
  ['2024/23', 'not_next_year'],
  ['2024/10', 'not_next_year'],
  ['2024/24', 'not_next_year'],
  ['2020/2024', 'not_next_year'],
  ['2024-20', 'ends_before_start'],
  ['2020-2019', 'ends_before_start'],
  ['1998-02', 'ends_before_start'],
  ['1066', 'out_of_range'],
  ['1989/90', 'out_of_range'],
  ['2020-2101', 'out_of_range'],
  ['1990-2020', 'too_many_years'],
  ['20-24', 'bad_code'],
] as const;

const RIGHT = [
  '2025',
  '2024/25',
  '2024/2025',
  '1999/00',
  '2099/00',
  '2024-25',
  '2020-24',
  '2020-2024',
  '2024-2024',
  '1991-2020',
];

describe.each(FILES)('the period of %s', (_, header, rest) => {
  it('is refused by row where no table can be of it, with how to mend it', async () => {
    const { reading } = await readFixture(csv(header, ...WRONG.map(([period]) => `${period},${rest}`)));
    expect(reading).toMatchObject({ status: 'refused', errorTotal: WRONG.length });
    expect(reading.errors.map(({ row, column, value, rule }) => [row, column, value, rule])).toEqual(
      WRONG.map(([period, rule], at) => [at + 2, 'period', period, rule]),
    );
    for (const { message } of reading.errors) expect(message).toMatch(/Give|Write/);
  });

  it('is a year, a year across two, or years', async () => {
    const { reading } = await readFixture(csv(header, ...RIGHT.map((period) => `${period},${rest}`)));
    expect(reading).toMatchObject({ status: 'ready', rows: RIGHT.length, errors: [] });
  });
});
