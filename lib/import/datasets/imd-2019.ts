import { LAST_CODE_OF_2011, LSOA_COUNT } from '@/lib/domain/geography/lsoa-vintage';
import { defineTable } from '@/lib/import/dataset';
import type { NumberCell } from '@/lib/import/missing-mark';
import { numberColumn, requiredNumber } from '@/lib/import/number-column';
import type { RowRule } from '@/lib/import/row-rules';
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

const places = {
  lsoa: codeColumn('LSOA code (2011)', { ...LSOA_CODE, also: [/^lsoa code \((2011)\)$/], geography: 'lsoa' }),
  lsoaName: optionalText('LSOA name (2011)', { isRequired: false }),
  lad: optionalText('Local Authority District code (2019)', {
    also: [/^local authority district code \((\d{4})\)$/],
    geography: 'lad',
    isRequired: false,
  }),
  ladName: optionalText('Local Authority District name (2019)', { isRequired: false }),
  rank: requiredNumber('Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)', {
    also: ['Index of Multiple Deprivation (IMD) Rank'],
    isInteger: true,
    min: 1,
    max: SMALL_AREAS,
  }),
  decile: requiredNumber('Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)', {
    also: ['Index of Multiple Deprivation (IMD) Decile'],
    isInteger: true,
    min: 1,
    max: 10,
  }),
};

const columns = {
  ...places,
  score: requiredNumber('Index of Multiple Deprivation (IMD) Score', { min: 0, max: 100 }),
  population: numberColumn('Total population: mid 2015 (excluding prisoners)', {
    also: [/^total population: mid \d{4}/],
    isRequired: false,
    min: 0,
  }),
  ...domains.columns,
};

export interface Imd2019PlaceRecord {
  readonly lsoaCode: string;
  readonly ladCode: string | null;
  readonly imdRank: number;
  readonly imdDecile: number;
}

export interface Imd2019Record extends Imd2019PlaceRecord {
  readonly imdScore: number;
  /** People living there in mid-2015, prisoners left out. */
  readonly population: NumberCell;
  readonly domains: Readonly<Record<DeprivationDomain, DomainPlace>>;
}

const PUBLISHER = 'Ministry of Housing, Communities and Local Government';

const OF_2011: RowRule<Imd2019PlaceRecord> = {
  reads: [places.lsoa],
  check: ({ lsoaCode }, { fail }) => {
    if (lsoaCode > LAST_CODE_OF_2011)
      fail(places.lsoa, lsoaCode, 'wrong_vintage', 'This LSOA was made for 2021. A file of 2019 holds LSOAs of 2011.');
  },
};

export const imd2019File1 = defineTable({
  id: 'imd2019_file1',
  title: 'English indices of deprivation 2019, File 1',
  publisher: PUBLISHER,
  about: 'Ranks and deciles of the 32,844 small areas (LSOAs) of 2011; the sheet IMD2019 of the workbook.',
  isExchange: false,
  isRestricted: false,
  columns: places,
  toRecord: (at): Imd2019PlaceRecord => ({
    lsoaCode: at(places.lsoa),
    ladCode: at(places.lad),
    imdRank: at(places.rank),
    imdDecile: at(places.decile),
  }),
  checks: [OF_2011],
  keyOf: ({ lsoaCode }) => lsoaCode,
  lsoa: { of: ({ lsoaCode }) => lsoaCode, always: 2011 },
});

export const imd2019File7 = defineTable({
  id: 'imd2019_file7',
  title: 'English indices of deprivation 2019, File 7',
  publisher: PUBLISHER,
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
    population: at(columns.population),
    domains: domains.read(at),
  }),
  checks: [OF_2011],
  keyOf: ({ lsoaCode }) => lsoaCode,
  lsoa: { of: ({ lsoaCode }) => lsoaCode, always: 2011 },
});
