import { defineTable } from '@/lib/import/dataset';
import type { NumberCell } from '@/lib/import/missing-mark';
import {
  type EntryRoute,
  homeColumn,
  type Quintile,
  quintileColumn,
  routeColumn,
  schoolColumn,
  yearColumn,
} from './exchange-columns';
import { countColumn } from './group-counts';

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
  keyColumns: [
    intakeColumns.entryYear,
    intakeColumns.school,
    intakeColumns.home,
    intakeColumns.quintile,
    intakeColumns.route,
  ],
  timeOf: ({ entryYear }) => String(entryYear),
});
