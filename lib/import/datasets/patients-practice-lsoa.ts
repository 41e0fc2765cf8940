import { defineTable, type Overview } from '@/lib/import/dataset';
import { dateColumn } from '@/lib/import/date-column';
import type { NumberCell } from '@/lib/import/missing-mark';
import { numberColumn } from '@/lib/import/number-column';
import { codeColumn, optionalText, textColumn } from '@/lib/import/text-column';
import { PRACTICE_CODE } from './code-shapes';

const columns = {
  publication: optionalText('PUBLICATION', { isRequired: false }),
  extract: dateColumn('EXTRACT_DATE'),
  practice: codeColumn('PRACTICE_CODE', PRACTICE_CODE),
  name: optionalText('PRACTICE_NAME', { isRequired: false }),
  lsoa: textColumn('LSOA_CODE', { also: ['LSOA_2021_CODE', 'LSOA_2011_CODE', 'LSOA21_CODE', 'LSOA11_CODE'] }),
  sex: optionalText('SEX', { isRequired: false }),
  patients: numberColumn('NUMBER_OF_PATIENTS', { also: ['Number of Patients'], isInteger: true, min: 0 }),
};

export interface PatientsLsoaRecord {
  readonly extractDate: string;
  readonly practiceCode: string;
  /** An LSOA of England or Wales (W01…), or a word such as CLOSED or NO2011. */
  readonly lsoaCode: string;
  readonly isEnglishLsoa: boolean;
  readonly sex: string | null;
  readonly patients: NumberCell;
}

const noteOthers = (): Overview<PatientsLsoaRecord> => {
  let others = 0;
  return {
    add: ({ isEnglishLsoa }) => {
      if (!isEnglishLsoa) others += 1;
    },
    end: (report) => {
      if (others > 0)
        report.flag('not_in_england', `${others} rows`, 'Rows of closed practices, of Wales, or without a small area.');
    },
  };
};

export const patientsPracticeLsoa = defineTable({
  id: 'patients_practice',
  title: 'Patients registered at a practice, by LSOA',
  publisher: 'NHS England',
  about: 'How many patients of each practice live in each small area.',
  isExchange: false,
  isRestricted: false,
  columns,
  toRecord: (at): PatientsLsoaRecord => {
    const lsoaCode = at(columns.lsoa);
    return {
      extractDate: at(columns.extract),
      practiceCode: at(columns.practice),
      lsoaCode,
      isEnglishLsoa: lsoaCode.startsWith('E01'),
      sex: at(columns.sex),
      patients: at(columns.patients),
    };
  },
  keyOf: ({ practiceCode, lsoaCode, sex, extractDate }) => `${extractDate}|${practiceCode}|${lsoaCode}|${sex}`,
  timeOf: ({ extractDate }) => extractDate,
  overview: noteOthers,
  lsoa: { of: ({ lsoaCode, isEnglishLsoa }) => (isEnglishLsoa ? lsoaCode : null) },
});
