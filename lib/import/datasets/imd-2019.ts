import { LAST_CODE_OF_2011, LSOA_COUNT } from '@/lib/domain/geography/lsoa-vintage';
import { defineTable } from '@/lib/import/dataset';
import { requiredNumber } from '@/lib/import/number-column';
import { codeColumn, optionalText } from '@/lib/import/text-column';
import { LSOA_CODE } from './code-shapes';
import {
  type DeprivationDomain,
  type DomainPlace,
  deprivationColumns,
  OTHER_DEPRIVATION_COLUMNS,
} from './deprivation-domains';

const SMALL_AREAS = LSOA_COUNT[2011];
const domains = deprivationColumns(SMALL_AREAS);

const columns = {
  lsoa: codeColumn('LSOA code (2011)', { ...LSOA_CODE, also: [/^lsoa code \((2011)\)$/], geography: 'lsoa' }),
  lsoaName: optionalText('LSOA name (2011)', { isRequired: false }),
  lad: optionalText('Local Authority District code (2019)', {
    also: [/^local authority district code \((\d{4})\)$/],
    geography: 'lad',
    isRequired: false,
  }),
  ladName: optionalText('Local Authority District name (2019)', { isRequired: false }),
  score: requiredNumber('Index of Multiple Deprivation (IMD) Score', { min: 0, max: 100 }),
  rank: requiredNumber('Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)', {
    isInteger: true,
    min: 1,
    max: SMALL_AREAS,
  }),
  decile: requiredNumber('Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)', {
    isInteger: true,
    min: 1,
    max: 10,
  }),
  ...domains.columns,
};

export interface Imd2019Record {
  readonly lsoaCode: string;
  readonly ladCode: string | null;
  readonly imdScore: number;
  readonly imdRank: number;
  readonly imdDecile: number;
  readonly domains: Readonly<Record<DeprivationDomain, DomainPlace>>;
}

export const imd2019File7 = defineTable({
  id: 'imd2019_file7',
  title: 'English indices of deprivation 2019, File 7',
  publisher: 'Ministry of Housing, Communities and Local Government',
  about:
    'Deprivation of the 32,844 small areas (LSOAs) of 2011. Not comparable with 2025, and never joined to areas of 2021.',
  isExchange: false,
  isRestricted: false,
  columns,
  ignored: OTHER_DEPRIVATION_COLUMNS,
  toRecord: (at): Imd2019Record => ({
    lsoaCode: at(columns.lsoa),
    ladCode: at(columns.lad),
    imdScore: at(columns.score),
    imdRank: at(columns.rank),
    imdDecile: at(columns.decile),
    domains: domains.read(at),
  }),
  check: ({ lsoaCode }, { fail }) => {
    if (lsoaCode > LAST_CODE_OF_2011) {
      fail(columns.lsoa, lsoaCode, 'wrong_vintage', 'This LSOA was made for 2021. A file of 2019 holds LSOAs of 2011.');
    }
  },
  keyOf: ({ lsoaCode }) => lsoaCode,
  lsoa: { of: ({ lsoaCode }) => lsoaCode, always: 2011 },
});
