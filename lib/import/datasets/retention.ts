import type { Column } from '@/lib/import/column';
import { defineTable } from '@/lib/import/dataset';
import { type NumberCell, numberOrNull } from '@/lib/import/missing-mark';
import { numberColumn, requiredNumber } from '@/lib/import/number-column';
import type { RowRule } from '@/lib/import/row-rules';
import { choiceColumn } from '@/lib/import/text-column';
import { areaColumn, yearColumn } from './exchange-columns';

const retentionColumns = {
  cohortYear: yearColumn('cohort_year', 'Year in which the stage was completed.'),
  area: areaColumn(),
  stage: choiceColumn('stage', ['foundation', 'core', 'higher', 'gp']),
  started: requiredNumber('started', {
    isInteger: true,
    min: 0,
    about: 'Trainees who completed the stage here.',
    example: '210',
  }),
  after1: numberColumn('still_in_region_1y', {
    isInteger: true,
    min: 0,
    blankIsSuppressed: false,
    about: 'Of these, in the region a year later; empty where that time has not come.',
    example: '163',
  }),
  after3: numberColumn('still_in_region_3y', { isInteger: true, min: 0, about: 'Three years later.', example: '150' }),
  after5: numberColumn('still_in_region_5y', { isInteger: true, min: 0, about: 'Five years later.', example: '141' }),
};

export interface RetentionRecord {
  readonly cohortYear: number;
  readonly areaCode: string;
  readonly stage: 'foundation' | 'core' | 'higher' | 'gp';
  readonly started: number;
  readonly stillInRegion1y: NumberCell;
  readonly stillInRegion3y: NumberCell;
  readonly stillInRegion5y: NumberCell;
}

const noMoreThanStarted = (
  column: Column<NumberCell>,
  stillOf: (record: RetentionRecord) => NumberCell,
): RowRule<RetentionRecord> => ({
  reads: [retentionColumns.started, column],
  check: (record, { fail }) => {
    const still = numberOrNull(stillOf(record));
    if (still === null || still <= record.started) return;
    const message = `More trainees are still in the region than started (${record.started}).`;
    fail(column, still, 'more_than_started', message);
  },
});

export const retention = defineTable({
  id: 'retention',
  title: 'Trainees still in the region',
  publisher: 'Deanery',
  about: 'How many of a cohort are in the region one, three and five years after a stage of training.',
  isExchange: true,
  isRestricted: false,
  columns: retentionColumns,
  toRecord: (at): RetentionRecord => ({
    cohortYear: at(retentionColumns.cohortYear),
    areaCode: at(retentionColumns.area),
    stage: at(retentionColumns.stage),
    started: at(retentionColumns.started),
    stillInRegion1y: at(retentionColumns.after1),
    stillInRegion3y: at(retentionColumns.after3),
    stillInRegion5y: at(retentionColumns.after5),
  }),
  checks: [
    noMoreThanStarted(retentionColumns.after1, ({ stillInRegion1y }) => stillInRegion1y),
    noMoreThanStarted(retentionColumns.after3, ({ stillInRegion3y }) => stillInRegion3y),
    noMoreThanStarted(retentionColumns.after5, ({ stillInRegion5y }) => stillInRegion5y),
  ],
  keyOf: ({ cohortYear, areaCode, stage }) => `${cohortYear}|${areaCode}|${stage}`,
  keyColumns: [retentionColumns.cohortYear, retentionColumns.area, retentionColumns.stage],
  timeOf: ({ cohortYear }) => String(cohortYear),
});
