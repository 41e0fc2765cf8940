import { SPECIALTY_GROUPS, type SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import type { Column } from '@/lib/import/column';
import { defineTable } from '@/lib/import/dataset';
import { numberOrNull } from '@/lib/import/missing-mark';
import { numberColumn, requiredNumber } from '@/lib/import/number-column';
import { choiceColumn, optionalChoice, optionalCode } from '@/lib/import/text-column';
import { AREA_CODE } from './code-shapes';
import {
  type EntryRoute,
  homeColumn,
  type Quintile,
  quintileColumn,
  routeColumn,
  schoolColumn,
  yearColumn,
} from './exchange-columns';

const reachedArea = (header: string, about: string, example = 'TR-wessex'): Column<string | null> =>
  optionalCode(header, { ...AREA_CODE, about: `${about} Empty where not reached yet.`, example });

const cohortColumns = {
  entryYear: yearColumn('entry_year', 'Year of entry to medical school.', '2016'),
  home: homeColumn(),
  school: schoolColumn(),
  sex: choiceColumn('sex', ['F', 'M', 'X', 'U']),
  ethnicity: choiceColumn('ethnicity', ['white', 'non_white', 'unknown', 'asian', 'black', 'mixed', 'other']),
  quintile: quintileColumn(),
  route: routeColumn(),
  foundation: reachedArea('foundation_area', 'Foundation area.', 'FA-trent'),
  foundationYear: numberColumn('foundation_year', {
    isInteger: true,
    min: 1990,
    max: 2100,
    about: 'Year in which foundation training began. Empty where not reached yet.',
    example: '2021',
  }),
  specialtyArea: reachedArea('specialty_area', 'Training region of specialty training.'),
  specialtyGroup: optionalChoice('specialty_group', SPECIALTY_GROUPS),
  careerArea: reachedArea('career_area', 'Area of the first post after training.'),
  careerType: optionalChoice('career_type', ['gp', 'consultant', 'other', 'left', 'unknown']),
  count: requiredNumber('count', { isInteger: true, min: 1, about: 'People: at least 1.', example: '1' }),
};

export interface CohortRecord {
  readonly entryYear: number;
  readonly homeLadCode: string;
  readonly schoolId: string;
  readonly sex: 'F' | 'M' | 'X' | 'U';
  readonly ethnicity: 'white' | 'non_white' | 'unknown' | 'asian' | 'black' | 'mixed' | 'other';
  readonly imdQuintile: Quintile | null;
  readonly entryRoute: EntryRoute;
  readonly foundationAreaCode: string | null;
  readonly foundationYear: number | null;
  readonly specialtyAreaCode: string | null;
  readonly specialtyGroup: SpecialtyGroup | null;
  readonly careerAreaCode: string | null;
  readonly careerType: 'gp' | 'consultant' | 'other' | 'left' | 'unknown' | null;
  readonly count: number;
}

export const cohort = defineTable({
  id: 'cohort',
  title: 'Cohorts from home to career',
  publisher: 'UKMED or another safe haven',
  about: 'People by their way from home to school, foundation, specialty and career. Restricted.',
  isExchange: true,
  isRestricted: true,
  columns: cohortColumns,
  toRecord: (at): CohortRecord => ({
    entryYear: at(cohortColumns.entryYear),
    homeLadCode: at(cohortColumns.home),
    schoolId: at(cohortColumns.school),
    sex: at(cohortColumns.sex),
    ethnicity: at(cohortColumns.ethnicity),
    imdQuintile: at(cohortColumns.quintile),
    entryRoute: at(cohortColumns.route),
    foundationAreaCode: at(cohortColumns.foundation),
    foundationYear: numberOrNull(at(cohortColumns.foundationYear)),
    specialtyAreaCode: at(cohortColumns.specialtyArea),
    specialtyGroup: at(cohortColumns.specialtyGroup),
    careerAreaCode: at(cohortColumns.careerArea),
    careerType: at(cohortColumns.careerType),
    count: at(cohortColumns.count),
  }),
  check: ({ entryYear, foundationYear }, { fail }) => {
    if (foundationYear !== null && foundationYear < entryYear) {
      fail(
        cohortColumns.foundationYear,
        foundationYear,
        'before_entry',
        `Foundation training begins before entry (${entryYear}).`,
      );
    }
  },
  keyOf: ({ count: _, ...way }) => Object.values(way).join('|'),
  timeOf: ({ entryYear }) => String(entryYear),
});
