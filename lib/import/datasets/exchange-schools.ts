import { defineTable, type RowCheck } from '@/lib/import/dataset';
import { type NumberCell, numberOrNull } from '@/lib/import/missing-mark';
import { numberColumn } from '@/lib/import/number-column';
import {
  areaColumn,
  type EntryRoute,
  homeColumn,
  periodColumn,
  type Quintile,
  quintileColumn,
  routeColumn,
  schoolColumn,
  yearColumn,
} from './exchange-columns';

const countColumn = (header: string, about: string, example: string) =>
  numberColumn(header, {
    min: 0,
    blankIsSuppressed: true,
    about: `${about} Rounded; empty where suppressed.`,
    example,
  });

const groups = {
  female: countColumn('female', 'Women.', '25'),
  male: countColumn('male', 'Men.', '20'),
  white: countColumn('white', 'White.', '30'),
  nonWhite: countColumn('non_white', 'All other ethnic groups together.', '15'),
};

interface Groups {
  readonly female: NumberCell;
  readonly male: NumberCell;
  readonly white: NumberCell;
  readonly nonWhite: NumberCell;
}

/** Counts rounded to 5 or 10 may add up to a little more than their total. */
const ROUNDING_SLACK = 20;

const checkParts = (total: NumberCell, { female, male, white, nonWhite }: Groups, { report, row }: RowCheck): void => {
  const whole = numberOrNull(total);
  if (whole === null) return;
  const sums = [
    (numberOrNull(female) ?? 0) + (numberOrNull(male) ?? 0),
    (numberOrNull(white) ?? 0) + (numberOrNull(nonWhite) ?? 0),
  ];
  if (sums.some((sum) => sum > whole + ROUNDING_SLACK)) {
    report.flag('parts_exceed_total', '', 'The groups add up to more than their total, beyond rounding.', {
      row,
      column: '',
    });
  }
};

const homeColumns = {
  period: periodColumn(),
  home: homeColumn(),
  school: schoolColumn(),
  entrants: countColumn('entrants', 'Entrants.', '45'),
  ...groups,
};

export interface HomeSchoolRecord extends Groups {
  readonly period: string;
  readonly homeLadCode: string;
  readonly schoolId: string;
  readonly entrants: NumberCell;
}

export const homeSchool = defineTable({
  id: 'home_school',
  title: 'From home to medical school',
  publisher: 'UKMED or another safe haven',
  about: 'Entrants of each school by local authority of home, aggregated and rounded as the safe haven lets them out.',
  isExchange: true,
  isRestricted: false,
  columns: homeColumns,
  toRecord: (at): HomeSchoolRecord => ({
    period: at(homeColumns.period),
    homeLadCode: at(homeColumns.home),
    schoolId: at(homeColumns.school),
    entrants: at(homeColumns.entrants),
    female: at(homeColumns.female),
    male: at(homeColumns.male),
    white: at(homeColumns.white),
    nonWhite: at(homeColumns.nonWhite),
  }),
  check: (one, row) => checkParts(one.entrants, one, row),
  keyOf: ({ period, homeLadCode, schoolId }) => `${period}|${homeLadCode}|${schoolId}`,
  timeOf: ({ period }) => period,
});

const foundationColumns = {
  period: periodColumn(),
  school: schoolColumn(),
  area: areaColumn('foundation_area', 'Foundation school or area.'),
  graduates: countColumn('graduates', 'Graduates.', '80'),
  female: countColumn('female', 'Women.', '45'),
  male: countColumn('male', 'Men.', '35'),
  white: countColumn('white', 'White.', '50'),
  nonWhite: countColumn('non_white', 'All other ethnic groups together.', '30'),
};

export interface SchoolFoundationRecord extends Groups {
  readonly period: string;
  readonly schoolId: string;
  readonly foundationAreaCode: string;
  readonly graduates: NumberCell;
}

export const schoolFoundation = defineTable({
  id: 'school_foundation',
  title: 'From medical school to foundation',
  publisher: 'UKMED or another safe haven',
  about: 'Graduates of each school by foundation area, aggregated and rounded as the safe haven lets them out.',
  isExchange: true,
  isRestricted: false,
  columns: foundationColumns,
  toRecord: (at): SchoolFoundationRecord => ({
    period: at(foundationColumns.period),
    schoolId: at(foundationColumns.school),
    foundationAreaCode: at(foundationColumns.area),
    graduates: at(foundationColumns.graduates),
    female: at(foundationColumns.female),
    male: at(foundationColumns.male),
    white: at(foundationColumns.white),
    nonWhite: at(foundationColumns.nonWhite),
  }),
  check: (one, row) => checkParts(one.graduates, one, row),
  keyOf: ({ period, schoolId, foundationAreaCode }) => `${period}|${schoolId}|${foundationAreaCode}`,
  timeOf: ({ period }) => period,
});

const intakeColumns = {
  entryYear: yearColumn('entry_year', 'Year of entry.'),
  school: schoolColumn(),
  home: homeColumn(),
  entrants: countColumn('entrants', 'Entrants.', '12'),
  quintile: quintileColumn(),
  route: routeColumn(),
};

export interface IntakeRecord {
  readonly entryYear: number;
  readonly schoolId: string;
  readonly homeLadCode: string;
  readonly entrants: NumberCell;
  readonly imdQuintile: Quintile | null;
  readonly entryRoute: EntryRoute;
}

export const intake = defineTable({
  id: 'intake',
  title: "A school's own entrants",
  publisher: 'Medical school',
  about: 'Entrants of one school by home, deprivation and route, rounded or not. Only that school sees them.',
  isExchange: true,
  isRestricted: false,
  columns: intakeColumns,
  toRecord: (at): IntakeRecord => ({
    entryYear: at(intakeColumns.entryYear),
    schoolId: at(intakeColumns.school),
    homeLadCode: at(intakeColumns.home),
    entrants: at(intakeColumns.entrants),
    imdQuintile: at(intakeColumns.quintile),
    entryRoute: at(intakeColumns.route),
  }),
  keyOf: (one) => [one.entryYear, one.schoolId, one.homeLadCode, one.imdQuintile, one.entryRoute].join('|'),
  timeOf: ({ entryYear }) => String(entryYear),
});
