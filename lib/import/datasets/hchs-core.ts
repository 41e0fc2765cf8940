import { defineTable, type Overview } from '@/lib/import/dataset';
import { dateColumn } from '@/lib/import/date-column';
import type { NumberCell } from '@/lib/import/missing-mark';
import { numberColumn } from '@/lib/import/number-column';
import { optionalText, textColumn } from '@/lib/import/text-column';

const places = {
  level: optionalText('DATA_LEVEL', { also: ['Data level'], isRequired: false }),
  region: optionalText('NHSE_REGION_CODE', { also: ['NHSE region code', 'Region code'], isRequired: false }),
  icb: optionalText('ICS_CODE', { also: ['ICS code', 'ICB_CODE'], isRequired: false }),
};

const core = {
  month: dateColumn('DATA_MONTH', { also: ['Date'] }),
  ...places,
  org: optionalText('ORG_CODE', { also: ['Org code'] }),
  main: textColumn('MAIN_STAFF_GROUP', { also: ['Main staff group'] }),
  group: textColumn('STAFF_GROUP_1', { also: ['Staff group 1'] }),
  headcount: numberColumn('HEADCOUNT', { also: ['Total HC', 'HC'] }),
  fte: numberColumn('FTE', { also: ['Total FTE'] }),
};

interface Placed {
  readonly monthEnd: string;
  /** National, region, ICS or organisation: levels overlap and are never added together. */
  readonly level: string | null;
  readonly regionCode: string | null;
  readonly icbOdsCode: string | null;
  readonly orgCode: string | null;
}

export interface HchsCoreRecord extends Placed {
  readonly mainStaffGroup: string;
  readonly staffGroup: string;
  readonly headcount: NumberCell;
  readonly fte: NumberCell;
}

const noteOverlap = (): Overview<{ readonly level: string | null }> => {
  const levels = new Set<string>();
  return {
    add: ({ level }) => {
      if (level !== null && levels.size < 20) levels.add(level);
    },
    end: (report) => {
      if (levels.size < 2) return;
      report.flag(
        'overlapping_levels',
        [...levels].sort().join(', '),
        'Rows of several levels overlap: they are never added together.',
      );
    },
  };
};

const NAMES = /name$|sort order$|_order$/;

export const hchsCore1 = defineTable({
  id: 'hchs_core1',
  title: 'Hospital and community staff, Core 1',
  publisher: 'NHS England',
  about: 'Staff of hospitals and community services by organisation and staff group, at the end of a month.',
  isExchange: false,
  isRestricted: false,
  columns: core,
  ignored: NAMES,
  toRecord: (at): HchsCoreRecord => ({
    monthEnd: at(core.month),
    level: at(core.level),
    regionCode: at(core.region),
    icbOdsCode: at(core.icb),
    orgCode: at(core.org),
    mainStaffGroup: at(core.main),
    staffGroup: at(core.group),
    headcount: at(core.headcount),
    fte: at(core.fte),
  }),
  keyOf: (one) =>
    [one.monthEnd, one.level, one.regionCode, one.icbOdsCode, one.orgCode, one.mainStaffGroup, one.staffGroup].join(
      '|',
    ),
  timeOf: ({ monthEnd }) => monthEnd,
  overview: noteOverlap,
});

const doctors = {
  month: dateColumn('DATA_MONTH', { also: ['Date'] }),
  ...places,
  org: textColumn('ORG_CODE', { also: ['Org code'] }),
  grade: textColumn('GRADE', { also: ['Grade'] }),
  specialtyGroup: textColumn('SPECIALTY_GROUP', { also: ['Specialty group'] }),
  specialty: optionalText('SPECIALTY', { also: ['Specialty'], isRequired: false }),
  headcount: numberColumn('HEADCOUNT', { also: ['Total HC', 'HC'], isRequired: false }),
  fte: numberColumn('FTE', { also: ['Total FTE'] }),
};

export interface HchsDoctorsRecord extends Placed {
  readonly grade: string;
  readonly specialtyGroup: string;
  readonly specialty: string | null;
  readonly headcount: NumberCell;
  readonly fte: NumberCell;
}

export const hchsCore3Doctors = defineTable({
  id: 'hchs_core3_doctors',
  title: 'Hospital and community doctors, Core 3',
  publisher: 'NHS England',
  about: 'Hospital and community doctors by organisation, grade and specialty, at the end of a month.',
  isExchange: false,
  isRestricted: false,
  columns: doctors,
  ignored: NAMES,
  toRecord: (at): HchsDoctorsRecord => ({
    monthEnd: at(doctors.month),
    level: at(doctors.level),
    regionCode: at(doctors.region),
    icbOdsCode: at(doctors.icb),
    orgCode: at(doctors.org),
    grade: at(doctors.grade),
    specialtyGroup: at(doctors.specialtyGroup),
    specialty: at(doctors.specialty),
    headcount: at(doctors.headcount),
    fte: at(doctors.fte),
  }),
  keyOf: (one) =>
    [
      one.monthEnd,
      one.level,
      one.regionCode,
      one.icbOdsCode,
      one.orgCode,
      one.grade,
      one.specialtyGroup,
      one.specialty,
    ].join('|'),
  timeOf: ({ monthEnd }) => monthEnd,
  overview: noteOverlap,
});
