import { defineTable } from '@/lib/import/dataset';
import type { NumberCell } from '@/lib/import/missing-mark';
import { homeColumn, schoolColumn } from './exchange-columns';
import { checkParts, countColumn, type GroupCounts, groupColumns, roundedCounts } from './group-counts';
import { periodColumn } from './period-column';

const homeColumns = {
  period: periodColumn(),
  home: homeColumn(),
  school: schoolColumn(),
  entrants: countColumn('entrants', 'Entrants.', '45'),
  ...groupColumns(),
};

export interface HomeSchoolRecord extends GroupCounts {
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
  checks: roundedCounts<HomeSchoolRecord>([homeColumns.entrants, ({ entrants }) => entrants], homeColumns),
  remark: (one, row) => checkParts(one.entrants, one, row),
  keyOf: ({ period, homeLadCode, schoolId }) => `${period}|${homeLadCode}|${schoolId}`,
  keyColumns: [homeColumns.period, homeColumns.home, homeColumns.school],
  timeOf: ({ period }) => period,
});
