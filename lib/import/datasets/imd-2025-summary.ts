import type { Column } from '@/lib/import/column';
import { defineTable } from '@/lib/import/dataset';
import type { NumberCell } from '@/lib/import/missing-mark';
import { numberColumn, requiredNumber } from '@/lib/import/number-column';
import type { At } from '@/lib/import/row-cursor';
import { codeColumn, optionalText } from '@/lib/import/text-column';
import type { DeprivationDomain } from './deprivation-domains';

const SHARE_CONVERTED = 'imd_proportion_of_lso_as_in_most_deprived_10_percent_nationally';
const AREA_CODE = { pattern: /^E(?:54|0[6-9])\d{6}$/, what: 'the code of an ICB or a local authority' };

const icb = {
  code: codeColumn('Integrated Care Board Code (2024)', {
    ...AREA_CODE,
    also: [/^integrated care board code \((\d{4})\)$/, /^icb(\d{2})_code$/],
    geography: 'icb',
  }),
  name: optionalText('Integrated Care Board Name (2024)', {
    also: [/^integrated care board name/, /^icb\d{2}_name$/],
    isRequired: false,
  }),
};

const lad = {
  code: codeColumn('Local Authority District code (2024)', {
    ...AREA_CODE,
    also: [/^local authority district code \((\d{4})\)$/, /^(?:ltla|lad)(\d{2})_code$/],
    geography: 'lad',
  }),
  name: optionalText('Local Authority District name (2024)', {
    also: [/^local authority district name/, /^(?:ltla|lad)\d{2}_name$/],
    isRequired: false,
  }),
};

const figures = {
  score: requiredNumber('IMD - Average score', { also: ['imd_average_score'], min: 0, max: 100 }),
  share: requiredNumber('IMD - Proportion of LSOAs in most deprived 10% nationally', {
    also: [SHARE_CONVERTED],
    min: 0,
    max: 1,
  }),
};

const average = (title: string, converted: string): Column<NumberCell> =>
  numberColumn(`${title} - Average score`, { also: [`${converted}_average_score`], isRequired: false, isSigned: true });

/** Health and crime are standardised scores around 0; income and employment shares of people. */
const averages = {
  income: average('Income', 'income'),
  employment: average('Employment', 'employment'),
  education: average('Education, Skills and Training', 'education_skills_and_training'),
  health: average('Health Deprivation and Disability', 'health_deprivation_and_disability'),
  crime: average('Crime', 'crime'),
  housing: average('Barriers to Housing and Services', 'barriers_to_housing_and_services'),
  environment: average('Living Environment', 'living_environment'),
};

const readAverages = (at: At): Imd2025SummaryRecord['domainAverageScores'] => ({
  income: at(averages.income),
  employment: at(averages.employment),
  education: at(averages.education),
  health: at(averages.health),
  crime: at(averages.crime),
  housing: at(averages.housing),
  environment: at(averages.environment),
});

export interface Imd2025SummaryRecord {
  readonly areaCode: string;
  readonly areaName: string | null;
  readonly imdAverageScore: number;
  /** Share of its LSOAs among the most deprived tenth of England, 0 to 1. */
  readonly mostDeprivedTenthShare: number;
  readonly domainAverageScores: Readonly<Record<DeprivationDomain, NumberCell>>;
}

const PUBLISHER = 'Ministry of Housing, Communities and Local Government';

export const imd2025SummaryIcb = defineTable({
  id: 'imd2025_summary_icb',
  title: 'English indices of deprivation 2025, summary of ICBs',
  publisher: PUBLISHER,
  about: 'Average score of each integrated care board, and the share of its small areas in the most deprived tenth.',
  isExchange: false,
  isRestricted: false,
  columns: { ...icb, ...figures, ...averages },
  ignored: /./,
  toRecord: (at): Imd2025SummaryRecord => ({
    areaCode: at(icb.code),
    areaName: at(icb.name),
    imdAverageScore: at(figures.score),
    mostDeprivedTenthShare: at(figures.share),
    domainAverageScores: readAverages(at),
  }),
  keyOf: ({ areaCode }) => areaCode,
});

export const imd2025SummaryLad = defineTable({
  id: 'imd2025_summary_lad',
  title: 'English indices of deprivation 2025, summary of local authorities',
  publisher: PUBLISHER,
  about: 'Average score of each local authority, and the share of its small areas in the most deprived tenth.',
  isExchange: false,
  isRestricted: false,
  columns: { ...lad, ...figures, ...averages },
  ignored: /./,
  toRecord: (at): Imd2025SummaryRecord => ({
    areaCode: at(lad.code),
    areaName: at(lad.name),
    imdAverageScore: at(figures.score),
    mostDeprivedTenthShare: at(figures.share),
    domainAverageScores: readAverages(at),
  }),
  keyOf: ({ areaCode }) => areaCode,
});
