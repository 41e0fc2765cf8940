import type { Column } from '@/lib/import/column';
import { defineTable } from '@/lib/import/dataset';
import { type NumberCell, numberOrNull } from '@/lib/import/missing-mark';
import { numberColumn } from '@/lib/import/number-column';
import { SCHOOLS_AND_FOUNDATION_AREAS } from '@/lib/import/place-column';
import type { RowRule } from '@/lib/import/row-rules';
import { codeColumn } from '@/lib/import/text-column';
import { SCHOOL_OR_FOUNDATION_AREA } from './code-shapes';
import { yearColumn } from './exchange-columns';

const factsColumns = {
  year: yearColumn('year', 'Year that the row is of: of entry, or in which foundation training begins.'),
  area: codeColumn('area_code', {
    ...SCHOOL_OR_FOUNDATION_AREA,
    about: 'Medical school, by its identifier in Stead, or foundation area.',
    example: 'university-of-leeds',
    place: SCHOOLS_AND_FOUNDATION_AREAS,
  }),
  founded: numberColumn('founded', {
    isInteger: true,
    isOftenEmpty: true,
    min: 1000,
    max: 2100,
    about: 'Schools: year of the first intake, not after the year of the row. Empty where not known.',
    example: '1831',
  }),
  annualIntake: numberColumn('annual_intake', {
    isInteger: true,
    isOftenEmpty: true,
    min: 0,
    about: 'Schools: students who start medicine in the year. Empty where not known.',
    example: '265',
  }),
  annualPlaces: numberColumn('annual_foundation_places', {
    isInteger: true,
    isOftenEmpty: true,
    min: 0,
    about: 'Foundation areas: first-year places on offer in the year. Empty, or [z], for a school.',
    example: '[z]',
  }),
};

export interface SchoolFactsRecord {
  readonly year: number;
  readonly areaCode: string;
  readonly founded: NumberCell;
  readonly annualIntake: NumberCell;
  readonly annualFoundationPlaces: NumberCell;
}

const FOUNDATION_AREA = /^(?:XD-)?FA-/;

/** A number that only the other kind of place has. */
const onlyOf = (
  kind: 'school' | 'foundation area',
  column: Column<NumberCell>,
  numberOf: (record: SchoolFactsRecord) => NumberCell,
): RowRule<SchoolFactsRecord> => ({
  reads: [factsColumns.area, column],
  check: (record, { fail }) => {
    const value = numberOrNull(numberOf(record));
    const isArea = FOUNDATION_AREA.test(record.areaCode);
    if (value === null || isArea === (kind === 'foundation area')) return;
    const is = isArea ? 'a foundation area' : 'a medical school';
    fail(column, value, 'not_of_this_place', `${record.areaCode} is ${is}: leave ${column.header} empty.`);
  },
});

const foundedByThen: RowRule<SchoolFactsRecord> = {
  reads: [factsColumns.year, factsColumns.founded],
  check: ({ year, founded }, { fail }) => {
    const since = numberOrNull(founded);
    if (since === null || since <= year) return;
    fail(factsColumns.founded, since, 'founded_later', `The first intake is after the year of the row (${year}).`);
  },
};

const hasNumber: RowRule<SchoolFactsRecord> = {
  reads: [factsColumns.founded, factsColumns.annualIntake, factsColumns.annualPlaces],
  check: ({ founded, annualIntake, annualFoundationPlaces }, { fail }) => {
    if ([founded, annualIntake, annualFoundationPlaces].some((cell) => numberOrNull(cell) !== null)) return;
    const message = 'The row says nothing: give founded, annual_intake or annual_foundation_places, or delete it.';
    fail(factsColumns.founded, null, 'nothing_given', message);
  },
};

export const schoolFacts = defineTable({
  id: 'school_facts',
  title: 'Schools and foundation areas',
  publisher: 'Office for Students, UK Foundation Programme Office and the schools, joined by an analyst',
  about:
    'Year of a medical school’s first intake and its entrants a year; places of a foundation area a year: what journeys are compared with.',
  isExchange: true,
  isRestricted: false,
  columns: factsColumns,
  toRecord: (at): SchoolFactsRecord => ({
    year: at(factsColumns.year),
    areaCode: at(factsColumns.area),
    founded: at(factsColumns.founded),
    annualIntake: at(factsColumns.annualIntake),
    annualFoundationPlaces: at(factsColumns.annualPlaces),
  }),
  checks: [
    onlyOf('school', factsColumns.founded, ({ founded }) => founded),
    onlyOf('school', factsColumns.annualIntake, ({ annualIntake }) => annualIntake),
    onlyOf('foundation area', factsColumns.annualPlaces, ({ annualFoundationPlaces }) => annualFoundationPlaces),
    foundedByThen,
    hasNumber,
  ],
  keyOf: ({ year, areaCode }) => `${year}|${areaCode}`,
  keyColumns: [factsColumns.year, factsColumns.area],
  timeOf: ({ year }) => String(year),
});
