import { BOUNDARY_DATASETS } from './boundary-datasets';
import { censusResidentsLsoa } from './datasets/census-residents';
import { cohort } from './datasets/cohort';
import { establishment } from './datasets/establishment';
import { fill } from './datasets/fill';
import { gpIndividual } from './datasets/gp-individual';
import { gpPracticeDetailed } from './datasets/gp-practice-detailed';
import { gpPracticeHigh } from './datasets/gp-practice-high';
import { gpSupplyLad, heecRegionSeries } from './datasets/gp-supply';
import { hchsCore1, hchsCore3Doctors } from './datasets/hchs-core';
import { hchsTurnover1 } from './datasets/hchs-turnover';
import { homeSchool } from './datasets/home-school';
import { imd2019File1, imd2019File7 } from './datasets/imd-2019';
import { imd2025File1, imd2025File7 } from './datasets/imd-2025';
import { imd2025SummaryIcb, imd2025SummaryLad } from './datasets/imd-2025-summary';
import { intake } from './datasets/intake';
import { nhsVacancy } from './datasets/nhs-vacancy';
import { nhseAllocationsPractice } from './datasets/nhse-allocations';
import { onsLadRegion, onsLsoaIcb } from './datasets/ons-lookups';
import { patientsPracticeLsoa } from './datasets/patients-practice-lsoa';
import { placements } from './datasets/placements';
import { retention } from './datasets/retention';
import { schoolFacts } from './datasets/school-facts';
import { schoolFoundation } from './datasets/school-foundation';
import { sites } from './datasets/sites';
import { specialtyFillRates } from './datasets/specialty-fill';
import { youngPeople } from './datasets/young-people';

export const EXCHANGE_DATASETS = [
  establishment,
  fill,
  retention,
  homeSchool,
  schoolFoundation,
  intake,
  youngPeople,
  schoolFacts,
  placements,
  sites,
  cohort,
] as const;

/** Every kind of file that is one table with a header row. */
export const TABLE_DATASETS = [
  ...EXCHANGE_DATASETS,
  imd2019File1,
  imd2019File7,
  imd2025File1,
  imd2025File7,
  imd2025SummaryIcb,
  imd2025SummaryLad,
  onsLsoaIcb,
  onsLadRegion,
  censusResidentsLsoa,
  gpPracticeHigh,
  gpPracticeDetailed,
  gpIndividual,
  hchsCore1,
  hchsCore3Doctors,
  hchsTurnover1,
  specialtyFillRates,
  nhseAllocationsPractice,
  patientsPracticeLsoa,
  gpSupplyLad,
  heecRegionSeries,
] as const;

export type TableDataset = (typeof TABLE_DATASETS)[number];
export type ExchangeDataset = (typeof EXCHANGE_DATASETS)[number];

/** Every dataset that can be imported, for lists and help. */
export const DATASETS = [...TABLE_DATASETS, nhsVacancy, ...BOUNDARY_DATASETS] as const;

export type DatasetId = (typeof DATASETS)[number]['id'];

export const findDataset = (id: string): (typeof DATASETS)[number] | null =>
  DATASETS.find((one) => one.id === id) ?? null;

export const findExchangeDataset = (id: string): ExchangeDataset | null =>
  EXCHANGE_DATASETS.find((one) => one.id === id) ?? null;

/** One whose columns others can be mapped to. */
export const findTableDataset = (id: string): TableDataset | null =>
  TABLE_DATASETS.find((one) => one.id === id) ?? null;
