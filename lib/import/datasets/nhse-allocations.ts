import { defineTable } from '@/lib/import/dataset';
import type { NumberCell } from '@/lib/import/missing-mark';
import { numberColumn } from '@/lib/import/number-column';
import { codeColumn, optionalText, textColumn } from '@/lib/import/text-column';
import { ICB_ODS_CODE, LAD_CODE, PRACTICE_CODE } from './code-shapes';

const columns = {
  practice: codeColumn('Practice_Code', { ...PRACTICE_CODE, also: ['Practice code'] }),
  name: textColumn('GP_Practice_Name', { also: ['GP practice name'] }),
  postcode: optionalText('Practice_Postcode', { isRequired: false }),
  latitude: numberColumn('Latitude', { min: 49, max: 61, isRequired: false }),
  longitude: numberColumn('Longitude', { min: -9, max: 3, isSigned: true, isRequired: false }),
  icb: codeColumn('ICB', ICB_ODS_CODE),
  region: optionalText('Rcode', { isRequired: false }),
  lad: codeColumn('LAD', LAD_CODE),
  population: numberColumn('Population', { min: 0 }),
  generalAndAcute: numberColumn('G&A WP', { isRequired: false, min: 0 }),
  community: numberColumn('CS WP', { isRequired: false, min: 0 }),
  mentalHealth: numberColumn('MH WP', { isRequired: false, min: 0 }),
  maternity: numberColumn('Mat WP', { isRequired: false, min: 0 }),
  healthInequalities: numberColumn('Health Ineq WP', { isRequired: false, min: 0 }),
  prescribing: numberColumn('Prescr WP', { isRequired: false, min: 0 }),
  final: numberColumn('Final WP', { min: 0 }),
  primaryCare: numberColumn('Final PMC WP', { isRequired: false, min: 0 }),
};

export interface AllocationRecord {
  readonly practiceCode: string;
  readonly practiceName: string;
  readonly latitude: NumberCell;
  readonly longitude: NumberCell;
  readonly icbOdsCode: string;
  readonly regionOdsCode: string | null;
  readonly ladCode: string;
  /** Registered patients, and the same people weighted for their need of a service. */
  readonly population: NumberCell;
  readonly weighted: Readonly<
    Record<
      | 'generalAndAcute'
      | 'community'
      | 'mentalHealth'
      | 'maternity'
      | 'healthInequalities'
      | 'prescribing'
      | 'core'
      | 'primaryCare',
      NumberCell
    >
  >;
}

export const nhseAllocationsPractice = defineTable({
  id: 'nhse_allocations_practice',
  title: 'Allocations, practice table',
  publisher: 'NHS England',
  about: 'Registered and need-weighted population of each practice, with its place, ICB and local authority.',
  isExchange: false,
  isRestricted: false,
  columns,
  ignored:
    /^(?:ccg|former ccg|pcn_code|pcn_name|loc|locname|icbname|region|ltla|la|utla|patients|primary medical care wp)$/,
  toRecord: (at): AllocationRecord => ({
    practiceCode: at(columns.practice),
    practiceName: at(columns.name),
    latitude: at(columns.latitude),
    longitude: at(columns.longitude),
    icbOdsCode: at(columns.icb),
    regionOdsCode: at(columns.region),
    ladCode: at(columns.lad),
    population: at(columns.population),
    weighted: {
      generalAndAcute: at(columns.generalAndAcute),
      community: at(columns.community),
      mentalHealth: at(columns.mentalHealth),
      maternity: at(columns.maternity),
      healthInequalities: at(columns.healthInequalities),
      prescribing: at(columns.prescribing),
      core: at(columns.final),
      primaryCare: at(columns.primaryCare),
    },
  }),
  keyOf: ({ practiceCode }) => practiceCode,
});
