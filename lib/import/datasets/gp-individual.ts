import { defineTable } from '@/lib/import/dataset';
import type { NumberCell } from '@/lib/import/missing-mark';
import { numberColumn, requiredNumber } from '@/lib/import/number-column';
import { optionalText, textColumn } from '@/lib/import/text-column';

/** Identifiers and what a person is are recognised and never read: nothing is made of them, and they would single people out. */
const columns = {
  year: requiredNumber('YEAR', { isInteger: true, min: 2000, max: 2100 }),
  month: textColumn('Month'),
  region: optionalText('COMM_REGION_CODE'),
  icb: optionalText('ICB_CODE'),
  sicbl: optionalText('SUB_ICB_CODE'),
  source: optionalText('DATA_SOURCE'),
  person: textColumn('UNIQUE_IDENTIFIER'),
  group: textColumn('STAFF_GROUP'),
  role: optionalText('DETAILED_STAFF_ROLE'),
  staffRole: textColumn('STAFF_ROLE'),
  qualifiedIn: optionalText('COUNTRY_QUALIFICATION_GROUP'),
  ageBand: optionalText('AGE_BAND'),
  gender: optionalText('GENDER'),
  fte: numberColumn('FTE'),
};

export interface GpIndividualRecord {
  readonly year: number;
  readonly month: string;
  readonly regionCode: string | null;
  readonly icbCode: string | null;
  readonly sicblCode: string | null;
  /** "Collected" or "Estimated". */
  readonly dataSource: string | null;
  readonly staffGroup: string;
  readonly staffRole: string;
  readonly detailedRole: string | null;
  readonly fte: NumberCell;
}

export const gpIndividual = defineTable({
  id: 'gp_individual',
  title: 'General practice workforce, individual level',
  publisher: 'NHS England',
  about:
    'One row for each role of each person, without names. Identifiers, age, gender and country of qualification are not kept.',
  isExchange: false,
  isRestricted: true,
  columns,
  ignored: /_name$|^country_qualification_area$|^age_years$/,
  toRecord: (at): GpIndividualRecord => ({
    year: at(columns.year),
    month: at(columns.month),
    regionCode: at(columns.region),
    icbCode: at(columns.icb),
    sicblCode: at(columns.sicbl),
    dataSource: at(columns.source),
    staffGroup: at(columns.group),
    staffRole: at(columns.staffRole),
    detailedRole: at(columns.role),
    fte: at(columns.fte),
  }),
  timeOf: ({ year, month }) => `${year} ${month}`,
});
