import { LSOA_COUNT } from '@/lib/domain/geography/lsoa-vintage';
import { defineTable } from '@/lib/import/dataset';
import type { NumberCell } from '@/lib/import/missing-mark';
import { numberColumn, requiredNumber } from '@/lib/import/number-column';
import { codeColumn, optionalText } from '@/lib/import/text-column';
import { LSOA_CODE } from './code-shapes';
import {
  type DeprivationDomain,
  type DomainPlace,
  deprivationColumns,
  OTHER_DEPRIVATION_COLUMNS,
} from './deprivation-domains';

const SMALL_AREAS = LSOA_COUNT[2021];
const domains = deprivationColumns(SMALL_AREAS);

const places = {
  lsoa: codeColumn('LSOA code (2021)', {
    ...LSOA_CODE,
    also: [/^lsoa code \((2021)\)$/, /^lsoa(21)_code$/],
    geography: 'lsoa',
  }),
  lsoaName: optionalText('LSOA name (2021)', { isRequired: false }),
  lad: optionalText('Local Authority District code (2024)', {
    also: [/^local authority district code \((\d{4})\)$/],
    geography: 'lad',
    isRequired: false,
  }),
  ladName: optionalText('Local Authority District name (2024)', { isRequired: false }),
  rank: requiredNumber('Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived)', {
    also: ['IMD_rank'],
    isInteger: true,
    min: 1,
    max: SMALL_AREAS,
  }),
  decile: requiredNumber('Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs)', {
    also: ['IMD_decile'],
    isInteger: true,
    min: 1,
    max: 10,
  }),
};

const scored = {
  ...places,
  score: requiredNumber('Index of Multiple Deprivation (IMD) Score', { also: ['IMD_score'], min: 0, max: 100 }),
  population: numberColumn('Total population: mid 2022', { isRequired: false, min: 0 }),
  ...domains.columns,
};

export interface Imd2025Record {
  readonly lsoaCode: string;
  readonly ladCode: string | null;
  readonly imdRank: number;
  readonly imdDecile: number;
}

export interface Imd2025ScoredRecord extends Imd2025Record {
  readonly imdScore: number;
  /** People living there in mid-2022. */
  readonly population: NumberCell;
  readonly domains: Readonly<Record<DeprivationDomain, DomainPlace>>;
}

const PUBLISHER = 'Ministry of Housing, Communities and Local Government';

export const imd2025File1 = defineTable({
  id: 'imd2025_file1',
  title: 'English indices of deprivation 2025, File 1',
  publisher: PUBLISHER,
  about: 'Ranks and deciles of the 33,755 small areas (LSOAs) of 2021; the sheet IMD25 of the workbook.',
  isExchange: false,
  isRestricted: false,
  columns: places,
  toRecord: (at): Imd2025Record => ({
    lsoaCode: at(places.lsoa),
    ladCode: at(places.lad),
    imdRank: at(places.rank),
    imdDecile: at(places.decile),
  }),
  keyOf: ({ lsoaCode }) => lsoaCode,
  lsoa: { of: ({ lsoaCode }) => lsoaCode, always: 2021 },
});

export const imd2025File7 = defineTable({
  id: 'imd2025_file7',
  title: 'English indices of deprivation 2025, File 7',
  publisher: PUBLISHER,
  about: 'Scores, ranks and deciles of the 33,755 small areas (LSOAs) of 2021, overall and by domain.',
  isExchange: false,
  isRestricted: false,
  columns: scored,
  ignored: OTHER_DEPRIVATION_COLUMNS,
  toRecord: (at): Imd2025ScoredRecord => ({
    lsoaCode: at(scored.lsoa),
    ladCode: at(scored.lad),
    imdRank: at(scored.rank),
    imdDecile: at(scored.decile),
    imdScore: at(scored.score),
    population: at(scored.population),
    domains: domains.read(at),
  }),
  keyOf: ({ lsoaCode }) => lsoaCode,
  lsoa: { of: ({ lsoaCode }) => lsoaCode, always: 2021 },
});
