import { defineTable } from '@/lib/import/dataset';
import type { NumberCell } from '@/lib/import/missing-mark';
import { numberColumn, requiredNumber } from '@/lib/import/number-column';
import { codeColumn, optionalText } from '@/lib/import/text-column';

const columns = {
  year: requiredNumber('date', { isInteger: true, min: 2021, max: 2021 }),
  name: optionalText('geography', { isRequired: false }),
  lsoa: codeColumn('geography code', { pattern: /^[EW]01\d{6}$/, what: 'an LSOA code such as E01000001' }),
  residents: numberColumn('Ethnic group: Total: All usual residents', {
    also: ['Residence type: Total; measures: Value', /^[a-z ]+: total: all usual residents$/],
    isInteger: true,
    min: 0,
  }),
};

export interface CensusResidentsRecord {
  readonly lsoaCode: string;
  /** Usual residents on Census day. */
  readonly residents: NumberCell;
}

export const censusResidentsLsoa = defineTable({
  id: 'census_residents_lsoa',
  title: 'Census 2021, residents by LSOA (TS021 or TS001)',
  publisher: 'Office for National Statistics',
  about: 'Usual residents of each small area (LSOA) of 2021: what deprivation scores of larger areas are weighted by.',
  isExchange: false,
  isRestricted: false,
  columns,
  ignored: /./,
  toRecord: (at): CensusResidentsRecord & { readonly year: number } => ({
    year: at(columns.year),
    lsoaCode: at(columns.lsoa),
    residents: at(columns.residents),
  }),
  keyOf: ({ lsoaCode }) => lsoaCode,
  timeOf: ({ year }) => String(year),
  // The list of 2021 was made for this census.
  lsoa: { of: ({ lsoaCode }) => lsoaCode, always: 2021 },
});
