import { defineTable } from '@/lib/import/dataset';
import type { NumberCell } from '@/lib/import/missing-mark';
import { FOUNDATION_AREAS } from '@/lib/import/place-column';
import { codeColumn } from '@/lib/import/text-column';
import { AREA_CODE } from './code-shapes';
import { schoolColumn } from './exchange-columns';
import { checkParts, countColumn, type GroupCounts, groupColumns, roundedCounts } from './group-counts';
import { periodColumn } from './period-column';

const foundationColumns = {
  period: periodColumn(),
  school: schoolColumn(),
  area: codeColumn('foundation_area', {
    ...AREA_CODE,
    about: 'Foundation area.',
    example: 'FA-trent',
    place: FOUNDATION_AREAS,
  }),
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
  checks: roundedCounts<SchoolFoundationRecord>(
    [foundationColumns.graduates, ({ graduates }) => graduates],
    foundationColumns,
  ),
  remark: (one, row) => checkParts(one.graduates, one, row),
  keyOf: ({ period, schoolId, foundationAreaCode }) => `${period}|${schoolId}|${foundationAreaCode}`,
  keyColumns: [foundationColumns.period, foundationColumns.school, foundationColumns.area],
  timeOf: ({ period }) => period,
});
