import type { Column } from '@/lib/import/column';
import { defineTable } from '@/lib/import/dataset';
import { type NumberCell, numberOrNull } from '@/lib/import/missing-mark';
import { numberColumn, requiredNumber } from '@/lib/import/number-column';
import { AUTHORITIES } from '@/lib/import/place-column';
import type { RowRule } from '@/lib/import/row-rules';
import { codeColumn } from '@/lib/import/text-column';
import { HOME_LAD_CODE } from './code-shapes';
import { yearColumn } from './exchange-columns';

const groupColumn = (header: string, about: string, example: string): Column<NumberCell> =>
  numberColumn(header, {
    isInteger: true,
    min: 0,
    isRequired: false,
    about: `${about} Empty where not known.`,
    example,
  });

const youngColumns = {
  year: yearColumn('year', 'Year of the estimate: people who lived there on 30 June.', '2024'),
  home: codeColumn('home_lad', {
    ...HOME_LAD_CODE,
    about: 'Local authority where they live.',
    example: 'E08000035',
    place: AUTHORITIES,
  }),
  people: requiredNumber('people', { isInteger: true, min: 0, about: 'People aged 16 to 17.', example: '19000' }),
  female: groupColumn('female', 'Of these, women.', '9300'),
  male: groupColumn('male', 'Of these, men.', '9700'),
  white: groupColumn('white', 'Of these, white.', '13200'),
  nonWhite: groupColumn('non_white', 'Of these, of all other ethnic groups together.', '5600'),
  fifth1: groupColumn('fifth_1', 'Of these, in small areas of the most deprived fifth; 0 where there is none.', '6700'),
  fifth2: groupColumn('fifth_2', 'Of these, in the second fifth.', '3400'),
  fifth3: groupColumn('fifth_3', 'Of these, in the third fifth.', '3000'),
  fifth4: groupColumn('fifth_4', 'Of these, in the fourth fifth.', '2900'),
  fifth5: groupColumn('fifth_5', 'Of these, in the least deprived fifth.', '3000'),
};

export interface YoungPeopleRecord {
  readonly year: number;
  readonly ladCode: string;
  readonly people: number;
  readonly female: NumberCell;
  readonly male: NumberCell;
  readonly white: NumberCell;
  readonly nonWhite: NumberCell;
  readonly fifth1: NumberCell;
  readonly fifth2: NumberCell;
  readonly fifth3: NumberCell;
  readonly fifth4: NumberCell;
  readonly fifth5: NumberCell;
}

/** Groups with the breakdown that each becomes, and where a record has it. */
export const YOUNG_GROUPS = [
  ['female', 'female'],
  ['male', 'male'],
  ['white', 'white'],
  ['non-white', 'nonWhite'],
  ['fifth-1', 'fifth1'],
  ['fifth-2', 'fifth2'],
  ['fifth-3', 'fifth3'],
  ['fifth-4', 'fifth4'],
  ['fifth-5', 'fifth5'],
] as const;

type Group = (typeof YOUNG_GROUPS)[number][1];

/** Groups that nobody is in twice. `isWhole`: where all are given, everybody is in one. */
const partsRule = (groups: readonly Group[], isWhole: boolean): RowRule<YoungPeopleRecord> => ({
  reads: [youngColumns.people, ...groups.map((group) => youngColumns[group])],
  check: (record, { fail }) => {
    const given = groups.flatMap((group) => {
      const count = numberOrNull(record[group]);
      return count === null ? [] : [{ column: youngColumns[group], count }];
    });
    const [first] = given;
    if (!first) return;
    const sum = given.reduce((total, { count }) => total + count, 0);
    const named = given.map(({ column }) => column.header).join(' + ');
    const fault = `${named} is ${sum}, and people is ${record.people}.`;
    if (sum > record.people)
      fail(first.column, sum, 'more_than_people', `${fault} A group can’t have more people than all.`);
    else if (isWhole && given.length === groups.length && sum < record.people)
      fail(first.column, sum, 'parts_not_whole', `${fault} They have to be the same: correct one, or leave one empty.`);
  },
});

export const youngPeople = defineTable({
  id: 'young_people',
  title: 'People aged 16 to 17',
  publisher: 'Office for National Statistics, joined by an analyst',
  about:
    'People aged 16 to 17 by local authority, from mid-year estimates of small areas: whom the entrants of medical schools are set against.',
  isExchange: true,
  isRestricted: false,
  columns: youngColumns,
  toRecord: (at): YoungPeopleRecord => ({
    year: at(youngColumns.year),
    ladCode: at(youngColumns.home),
    people: at(youngColumns.people),
    female: at(youngColumns.female),
    male: at(youngColumns.male),
    white: at(youngColumns.white),
    nonWhite: at(youngColumns.nonWhite),
    fifth1: at(youngColumns.fifth1),
    fifth2: at(youngColumns.fifth2),
    fifth3: at(youngColumns.fifth3),
    fifth4: at(youngColumns.fifth4),
    fifth5: at(youngColumns.fifth5),
  }),
  checks: [
    partsRule(['female', 'male'], true),
    partsRule(['white', 'nonWhite'], false),
    partsRule(['fifth1', 'fifth2', 'fifth3', 'fifth4', 'fifth5'], true),
  ],
  keyOf: ({ year, ladCode }) => `${year}|${ladCode}`,
  keyColumns: [youngColumns.year, youngColumns.home],
  timeOf: ({ year }) => String(year),
});
