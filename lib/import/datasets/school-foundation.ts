import { checkCounts } from '@/lib/import/count-rules';
import { defineTable } from '@/lib/import/dataset';
import type { NumberCell } from '@/lib/import/missing-mark';
import { areaColumn, periodColumn, schoolColumn } from './exchange-columns';

import { checkParts, countColumn, type GroupCounts, groupColumns } from './group-counts';

const foundationColumns = {
  period: periodColumn(),
  school: schoolColumn(),
  area: areaColumn('foundation_area', 'Foundation school or area.', 'FA-trent'),
  graduates: countColumn('graduates', 'Graduates.', '80'),
  ...groupColumns(),
};

export interface SchoolFoundationRecord extends GroupCounts {
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
  check: (one, row) => {
    checkParts(one.graduates, one, row);
    checkCounts(
      [
        [foundationColumns.graduates, one.graduates],
        [foundationColumns.female, one.female],
        [foundationColumns.male, one.male],
        [foundationColumns.white, one.white],
        [foundationColumns.nonWhite, one.nonWhite],
      ],
      row,
    );
  },
  keyOf: ({ period, schoolId, foundationAreaCode }) => `${period}|${schoolId}|${foundationAreaCode}`,
  timeOf: ({ period }) => period,
});
