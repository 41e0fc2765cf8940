import { SPECIALTY_GROUPS, type SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';
import type { Column } from '@/lib/import/column';
import { defineTable } from '@/lib/import/dataset';
import { numberOrNull } from '@/lib/import/missing-mark';
import { numberColumn, requiredNumber } from '@/lib/import/number-column';
import { FOUNDATION_AREAS, type PlaceKinds, TRAINING_REGIONS } from '@/lib/import/place-column';
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

const reachedArea = (
  header: string,
  { about, example = 'TR-wessex', place }: { about: string; example?: string; place: PlaceKinds },
): Column<string | null> =>
  optionalCode(header, { ...AREA_CODE, about: `${about} Empty where not reached yet.`, example, place });

const cohortColumns = {
  entryYear: yearColumn('entry_year', 'Year of entry to medical school.', '2016'),
  home: homeColumn(),
  school: schoolColumn(),
  sex: choiceColumn('sex', ['F', 'M', 'X', 'U']),
  ethnicity: choiceColumn('ethnicity', ['white', 'non_white', 'unknown', 'asian', 'black', 'mixed', 'other']),
  quintile: quintileColumn(),
  route: routeColumn(),
  foundation: reachedArea('foundation_area', {
    about: 'Foundation area.',
    example: 'FA-trent',
    place: FOUNDATION_AREAS,
  }),
  foundationYear: numberColumn('foundation_year', {
    isInteger: true,
    min: 1990,
    max: 2100,
    about: 'Year in which foundation training began. Empty where not reached yet.',
    example: '2021',
  }),
  specialtyArea: reachedArea('specialty_area', {
    about: 'Training region of specialty training.',
    place: TRAINING_REGIONS,
  }),
  specialtyGroup: optionalChoice('specialty_group', SPECIALTY_GROUPS),
  careerArea: reachedArea('career_area', {
    about: 'Training region of the first post after training.',
    place: TRAINING_REGIONS,
  }),
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
  checks: [
    {
      reads: [cohortColumns.entryYear, cohortColumns.foundationYear],
      check: ({ entryYear, foundationYear }, { fail }) => {
        if (foundationYear === null || foundationYear >= entryYear) return;
        const message = `Foundation training begins before entry (${entryYear}).`;
        fail(cohortColumns.foundationYear, foundationYear, 'before_entry', message);
      },
    },
  ],
  keyOf: ({ count: _, ...way }) => Object.values(way).join('|'),
  keyColumns: Object.values(cohortColumns).filter((column) => column !== cohortColumns.count),
  timeOf: ({ entryYear }) => String(entryYear),
});
