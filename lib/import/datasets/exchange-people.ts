import { defineTable } from '@/lib/import/dataset';
import { isoDateColumn } from '@/lib/import/date-column';
import { type NumberCell, numberOrNull } from '@/lib/import/missing-mark';
import { numberColumn, requiredNumber } from '@/lib/import/number-column';
import { choiceColumn, optionalChoice, optionalCode, textColumn } from '@/lib/import/text-column';
import { AREA_CODE } from './code-shapes';
import {
  areaColumn,
  type EntryRoute,
  homeColumn,
  type LEVELS,
  levelColumn,
  type Quintile,
  quintileColumn,
  routeColumn,
  SPECIALTY_GROUPS,
  schoolColumn,
  specialtyColumn,
  yearColumn,
} from './exchange-columns';

const placementColumns = {
  trainee: textColumn('trainee_ref', {
    about: 'A made-up reference for one trainee: never a name or a GMC number.',
    example: 't-000147',
  }),
  programme: textColumn('programme', { about: 'Training programme.', example: 'yh-paediatrics' }),
  specialty: specialtyColumn(),
  level: levelColumn(),
  employer: textColumn('employer_code', { about: 'Employer (ODS code).', example: 'RCB' }),
  site: textColumn('site_code', { about: 'Site (ODS code).', example: 'RCB55' }),
  area: areaColumn(),
  start: isoDateColumn('start', { about: 'First day.', example: '2025-08-06' }),
  end: isoDateColumn('end', { about: 'Last day.', example: '2026-02-03' }),
  wte: requiredNumber('wte', { min: 0, max: 1, about: 'Whole-time equivalent: above 0, up to 1.', example: '0.8' }),
  notice: numberColumn('notice_weeks', {
    min: 0,
    max: 520,
    about: 'Weeks of notice given; empty where not known.',
    example: '12',
  }),
};

export interface PlacementRecord {
  readonly traineeRef: string;
  readonly programme: string;
  readonly specialty: string;
  readonly level: (typeof LEVELS)[number];
  readonly employerCode: string;
  readonly siteCode: string;
  readonly areaCode: string;
  readonly start: string;
  readonly end: string;
  readonly wte: number;
  readonly noticeWeeks: NumberCell;
}

export const placements = defineTable({
  id: 'placements',
  title: 'Placements',
  publisher: 'Deanery',
  about: 'One row for each placement of each trainee: the source of placement stability. Restricted.',
  isExchange: true,
  isRestricted: true,
  columns: placementColumns,
  toRecord: (at): PlacementRecord => ({
    traineeRef: at(placementColumns.trainee),
    programme: at(placementColumns.programme),
    specialty: at(placementColumns.specialty),
    level: at(placementColumns.level),
    employerCode: at(placementColumns.employer),
    siteCode: at(placementColumns.site),
    areaCode: at(placementColumns.area),
    start: at(placementColumns.start),
    end: at(placementColumns.end),
    wte: at(placementColumns.wte),
    noticeWeeks: at(placementColumns.notice),
  }),
  check: ({ start, end, wte, traineeRef }, { fail }) => {
    if (end < start)
      fail(placementColumns.end, end, 'ends_before_start', `The placement ends before it starts (${start}).`);
    if (wte === 0) fail(placementColumns.wte, wte, 'out_of_range', 'Give a whole-time equivalent above 0, up to 1.');
    // A GMC number is seven figures: a reference that could be one would name the trainee.
    if (/^\d{7}$/.test(traineeRef)) {
      fail(
        placementColumns.trainee,
        '(hidden)',
        'looks_like_gmc_number',
        'This looks like a GMC number. Replace it with a made-up reference.',
      );
    }
  },
  keyOf: ({ traineeRef, siteCode, start, specialty }) => `${traineeRef}|${siteCode}|${start}|${specialty}`,
  timeOf: ({ start }) => start,
});

const reachedArea = (header: string, about: string) =>
  optionalCode(header, { ...AREA_CODE, about: `${about} Empty where not reached yet.`, example: 'TR-wessex' });

const cohortColumns = {
  entryYear: yearColumn('entry_year', 'Year of entry to medical school.', '2016'),
  home: homeColumn(),
  school: schoolColumn(),
  sex: choiceColumn('sex', ['F', 'M', 'X', 'U']),
  ethnicity: choiceColumn('ethnicity', ['white', 'non_white', 'unknown', 'asian', 'black', 'mixed', 'other']),
  quintile: quintileColumn(),
  route: routeColumn(),
  foundation: reachedArea('foundation_area', 'Foundation area.'),
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
  readonly specialtyGroup: (typeof SPECIALTY_GROUPS)[number] | null;
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
