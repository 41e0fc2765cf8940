import { defineTable } from '@/lib/import/dataset';
import type { NumberCell } from '@/lib/import/missing-mark';
import { numberColumn, requiredNumber } from '@/lib/import/number-column';
import { codeColumn, optionalText, textColumn } from '@/lib/import/text-column';
import { LAD_CODE } from './code-shapes';

const supply = {
  lad: codeColumn('ltla24_code', { ...LAD_CODE, also: [/^l(?:tla|ad)(\d{2})_code$/], geography: 'lad' }),
  patients: numberColumn('total_patients', { min: 0 }),
  gpFte: numberColumn('total_gp_fte', { min: 0 }),
  patientsPerGp: numberColumn('patients_per_gp', { min: 0, isRequired: false }),
};

export interface GpSupplyRecord {
  readonly ladCode: string;
  readonly patients: NumberCell;
  /** Trainees and locums included. */
  readonly gpFte: NumberCell;
}

export const gpSupplyLad = defineTable({
  id: 'gp_supply_lad',
  title: 'GPs and patients by local authority',
  publisher: 'NHS England, practices summed to local authorities',
  about: 'GP FTE, trainees and locums included, and registered patients of each local authority, March 2024.',
  isExchange: false,
  isRestricted: false,
  columns: supply,
  toRecord: (at): GpSupplyRecord => ({
    ladCode: at(supply.lad),
    patients: at(supply.patients),
    gpFte: at(supply.gpFte),
  }),
  keyOf: ({ ladCode }) => ladCode,
});

const series = {
  year: requiredNumber('Year', { isInteger: true, min: 1990, max: 2100 }),
  indicator: textColumn('Indicator'),
  region: textColumn('Region'),
  icb: optionalText('ICB_NAME', { isRequired: false }),
  quintile1: numberColumn('quin_1', { isSigned: true }),
  quintile2: numberColumn('quin_2', { isSigned: true }),
  quintile3: numberColumn('quin_3', { isSigned: true }),
  quintile4: numberColumn('quin_4', { isSigned: true }),
  quintile5: numberColumn('quin_5', { isSigned: true }),
  average: numberColumn('avg', { isSigned: true }),
};

export interface HeecSeriesRecord {
  readonly year: number;
  readonly indicator: string;
  readonly region: string;
  readonly icbName: string | null;
  /** From quintile 1, the least deprived here, to quintile 5: the other way round than IMD quintiles. */
  readonly byQuintile: readonly [NumberCell, NumberCell, NumberCell, NumberCell, NumberCell];
  readonly average: NumberCell;
}

export const heecRegionSeries = defineTable({
  id: 'heec_region_series',
  title: 'Series by deprivation quintile of practices',
  publisher: 'Health Equity Evidence Centre',
  about: 'Yearly figures by region and quintile. Quintile 1 is the least deprived here.',
  isExchange: false,
  isRestricted: false,
  columns: series,
  toRecord: (at): HeecSeriesRecord => ({
    year: at(series.year),
    indicator: at(series.indicator),
    region: at(series.region),
    icbName: at(series.icb),
    byQuintile: [
      at(series.quintile1),
      at(series.quintile2),
      at(series.quintile3),
      at(series.quintile4),
      at(series.quintile5),
    ],
    average: at(series.average),
  }),
  timeOf: ({ year }) => String(year),
});
