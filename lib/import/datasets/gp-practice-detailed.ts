import { defineTable } from '@/lib/import/dataset';
import type { NumberCell } from '@/lib/import/missing-mark';
import { numberColumn } from '@/lib/import/number-column';
import { codeColumn, optionalText } from '@/lib/import/text-column';
import { PRACTICE_CODE } from './code-shapes';

/** About 900 columns whose names change from year to year; these few are read, by name. */
const columns = {
  practice: codeColumn('PRAC_CODE', PRACTICE_CODE),
  name: optionalText('PRAC_NAME', { isRequired: false }),
  pcn: optionalText('PCN_CODE', { isRequired: false }),
  sicbl: optionalText('SUB_ICB_CODE', { also: ['SUB_ICB_LOCATION_CODE', 'CCG_CODE'], isRequired: false }),
  icb: optionalText('ICB_CODE', { also: ['STP_CODE'], isRequired: false }),
  region: optionalText('COMM_REGION_CODE', { also: ['REGION_CODE', 'NHSE_REGION_CODE'], isRequired: false }),
  patients: numberColumn('TOTAL_PATIENTS'),
  gpHeadcount: numberColumn('TOTAL_GP_HC'),
  gpFte: numberColumn('TOTAL_GP_FTE'),
  gpFteWithoutTrainees: numberColumn('TOTAL_GP_EXTG_FTE', { isRequired: false }),
  gpFteWithoutTraineesOrLocums: numberColumn('TOTAL_GP_EXTGL_FTE', { isRequired: false }),
  traineeHeadcount: numberColumn('TOTAL_GP_TRN_GR_HC', { also: ['TOTAL_GP_TRAINEE_HC'], isRequired: false }),
  traineeFte: numberColumn('TOTAL_GP_TRN_GR_FTE', { also: ['TOTAL_GP_TRAINEE_FTE'], isRequired: false }),
};

export interface GpPracticeDetailedRecord {
  readonly practiceCode: string;
  readonly practiceName: string | null;
  readonly pcnCode: string | null;
  readonly sicblCode: string | null;
  readonly icbCode: string | null;
  readonly regionCode: string | null;
  readonly patients: NumberCell;
  readonly gpHeadcount: NumberCell;
  readonly gpFte: NumberCell;
  readonly gpFteWithoutTrainees: NumberCell;
  readonly gpFteWithoutTraineesOrLocums: NumberCell;
  readonly traineeHeadcount: NumberCell;
  readonly traineeFte: NumberCell;
}

export const gpPracticeDetailed = defineTable({
  id: 'gp_practice_detailed',
  title: 'General practice workforce, practice level, detailed',
  publisher: 'NHS England',
  about: 'Patients and GPs of each practice. Of about 900 columns those of patients, all GPs and trainees are read.',
  isExchange: false,
  isRestricted: false,
  columns,
  ignored: /./,
  toRecord: (at): GpPracticeDetailedRecord => ({
    practiceCode: at(columns.practice),
    practiceName: at(columns.name),
    pcnCode: at(columns.pcn),
    sicblCode: at(columns.sicbl),
    icbCode: at(columns.icb),
    regionCode: at(columns.region),
    patients: at(columns.patients),
    gpHeadcount: at(columns.gpHeadcount),
    gpFte: at(columns.gpFte),
    gpFteWithoutTrainees: at(columns.gpFteWithoutTrainees),
    gpFteWithoutTraineesOrLocums: at(columns.gpFteWithoutTraineesOrLocums),
    traineeHeadcount: at(columns.traineeHeadcount),
    traineeFte: at(columns.traineeFte),
  }),
  keyOf: ({ practiceCode }) => practiceCode,
});
