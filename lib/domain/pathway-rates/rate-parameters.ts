import { betaOfMoments } from '@/lib/domain/levers/distribution';
import type { Reading } from '@/lib/domain/levers/evidence/evidence-row';
import type { Distribution } from '@/lib/domain/levers/lever';

/** A number of the baseline with its spread and papers. `value` is what a run without draws uses. */
export interface RateParameter {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  readonly distribution: Distribution;
  readonly basis: string;
  readonly reading: Reading;
  /** Transitions (T, C) and rows of evidence behind it. */
  readonly rows: readonly string[];
}

const fixed = (value: number): Distribution => ({ dist: 'fixed', value });

/** Nothing measured it: a judgement, shown as one. */
const assumed = (
  name: string,
  unit: string,
  value: number,
  distribution: Distribution,
  basis: string,
  rows: string[] = [],
) => ({ name, unit, value, distribution, basis, reading: 'assumption', rows }) as const;

const A_YEAR = 'probability a year';

/**
 * Stage rates and choice parameters of the baseline, by the name under which a draw knows them. All are national: none is
 * of a region. Of stay constant, distance, home and nest, loaded movements replace these.
 */
export const RATE_PARAMETERS = {
  train_attrition: {
    name: 'Leaving specialty training',
    unit: A_YEAR,
    value: 0.031,
    distribution: betaOfMoments(0.031, 0.01),
    basis: 'Paediatrics, surgery, vascular surgery, obstetrics: 2.7 to 4.2 %.',
    reading: 'derived',
    rows: ['T7'],
  },
  attrition_paediatrics: {
    name: 'Leaving paediatrics',
    unit: A_YEAR,
    value: 0.0395,
    distribution: betaOfMoments(0.0395, 0.01),
    basis: 'Middle of 3.7 and 4.2 %.',
    reading: 'derived',
    rows: ['T7'],
  },
  attrition_surgery: {
    name: 'Leaving surgery',
    unit: A_YEAR,
    value: 0.0268,
    distribution: betaOfMoments(0.0268, 0.01),
    basis: 'Khalil 2023.',
    reading: 'excerpt',
    rows: ['T7'],
  },
  early_hazard: assumed(
    'Leaving in the first two years of a programme',
    'hazard ratio',
    1.5,
    { dist: 'uniform', lo: 1, hi: 2 },
    'More leave early (20.3 % of those who leave paediatrics, at ST3); by how much was not seen.',
    ['T7'],
  ),
  foundation_leaving: assumed(
    'Leaving in F1 and F2',
    A_YEAR,
    0.015,
    { dist: 'uniform', lo: 0.01, hi: 0.02 },
    '1 to 2 %: staff records show transfers.',
    ['T2'],
  ),
  applying_f2: assumed(
    'F2s who apply for specialty training at once',
    'share',
    0.45,
    { dist: 'uniform', lo: 0.375, hi: 0.525 },
    'At least the 37.5 % who entered in 2018, before the bottleneck.',
    ['T3'],
  ),
  applying_gap1: assumed(
    'Those a year after F2 who apply',
    'share',
    0.55,
    { dist: 'uniform', lo: 0.47, hi: 0.63 },
    'At least the 47 % of 2018’s F2s who entered.',
    ['T4'],
  ),
  applying_gap2: assumed(
    'Those two years after F2 who apply',
    'share',
    0.5,
    { dist: 'uniform', lo: 0.35, hi: 0.65 },
    'About 90 % of the F2s of 2012 entered within three years.',
    ['T4'],
  ),
  applying_gap3: assumed(
    'Those three or more years after F2 who apply',
    'share',
    0.3,
    { dist: 'uniform', lo: 0.15, hi: 0.45 },
    'A judgement.',
  ),
  gap_leaving: {
    name: 'Leaving from the gap',
    unit: A_YEAR,
    value: 0.025,
    distribution: { dist: 'lognormal', median: 0.025, sdlog: 0.36 },
    basis: '88 % of the F2s of 2019 still in England in 2024; the upper 95 % limit is the graduates of 2020.',
    reading: 'derived',
    rows: ['T6'],
  },
  higher_pool_leaving: assumed(
    'Core completers without an ST3 or ST4 post who go elsewhere',
    A_YEAR,
    0.1,
    { dist: 'uniform', lo: 0.05, hi: 0.2 },
    'A judgement.',
  ),
  returning: assumed(
    'Those who left and come back to the gap',
    A_YEAR,
    0.03,
    { dist: 'uniform', lo: 0, hi: 0.06 },
    'A judgement.',
  ),
  dilation: {
    name: 'Years taken against nominal years',
    unit: 'ratio',
    value: 1.19,
    distribution: { dist: 'uniform', lo: 1.1, hi: 1.29 },
    basis: 'Middle of 5.5 years for 5 and 9 for 7.',
    reading: 'derived',
    rows: ['T8'],
  },
  ltft_share: assumed(
    'Entrants who train less than full time',
    'share',
    0.15,
    { dist: 'uniform', lo: 0.1, hi: 0.25 },
    'A judgement: load your own.',
  ),
  ltft_fte: assumed('Whole-time equivalent of those less than full time', 'FTE', 0.7, fixed(0.7), 'A judgement.'),
  tie_share: assumed('Doctors with a partner or caring tie', 'share', 0.2, fixed(0.2), 'A judgement.', ['S7']),
  tie_factor: assumed(
    'How much more place matters with a tie',
    'factor',
    1.25,
    { dist: 'uniform', lo: 1, hi: 1.5 },
    'A judgement.',
  ),
  hr_imd_q5_vs_q1: {
    name: 'Leaving in the most against the least deprived fifth',
    unit: 'hazard ratio',
    value: 1.09,
    distribution: { dist: 'lognormal', median: 1.09, sdlog: 0.0163 },
    basis: 'English general practices, 2007 to 2019: 1.06 to 1.13.',
    reading: 'excerpt',
    rows: ['B17'],
  },
  gp_first_year: {
    name: 'GP completers in an NHS GP role within a year',
    unit: 'share',
    value: 0.475,
    distribution: betaOfMoments(0.475, 0.02),
    basis: 'n = 14,302; the spread is assumed, for years differ more than chance.',
    reading: 'excerpt',
    rows: ['C1'],
  },
  gp_second_year: {
    name: 'GP completers in no such role by then who take one in the second year',
    unit: 'share',
    value: 0.28,
    distribution: betaOfMoments(0.28, 0.02),
    basis: '(62.2 − 47.5) ÷ (100 − 47.5); the spread is assumed.',
    reading: 'derived',
    rows: ['C1'],
  },
  consultant_first_year: {
    name: 'CCT holders in a consultant post within a year',
    unit: 'share',
    value: 0.73,
    distribution: { dist: 'uniform', lo: 0.557, hi: 0.9 },
    basis: 'Physicians of 2017; the lower end is 2011, the upper is assumed.',
    reading: 'excerpt',
    rows: ['C2'],
  },
  consultant_second_year: assumed(
    'CCT holders in no such post by then who take one in the second year',
    'share',
    0.5,
    { dist: 'uniform', lo: 0.3, hi: 0.7 },
    'A judgement.',
  ),
  consultant_leaving: {
    name: 'Consultants leaving',
    unit: A_YEAR,
    value: 0.047,
    distribution: betaOfMoments(0.047, 0.004),
    basis: '0.4 % a month, 2012 to 2021; the spread is assumed.',
    reading: 'excerpt',
    rows: ['C3'],
  },
  gp_leaving: assumed(
    'GPs leaving the NHS',
    A_YEAR,
    0.047,
    betaOfMoments(0.047, 0.01),
    'That of consultants: leaving a practice is not leaving the NHS.',
    ['C3', 'C4'],
  ),
  consultant_fte: assumed(
    'Whole-time equivalent of a new consultant',
    'FTE',
    0.935,
    fixed(0.935),
    '21.6 % part-time in 2021, read as 0.7 FTE each.',
    ['B12'],
  ),
  gp_fte: {
    name: 'Whole-time equivalent of a new GP',
    unit: 'FTE',
    value: 0.67,
    distribution: { dist: 'uniform', lo: 0.65, hi: 0.69 },
    basis: 'Joiners at 65 to 69 %.',
    reading: 'excerpt',
    rows: ['C1'],
  },
  stay_per_year: {
    name: 'Staying per extra year in a region',
    unit: 'utility at CCT, up to five years',
    value: 0.29,
    distribution: { dist: 'truncnormal', mean: 0.29, sd: 0.13, lo: 0, hi: 0.6 },
    basis: 'Half of 0.582 log-odds a year, for self-selection.',
    reading: 'assumption',
    rows: ['S1b'],
  },
  stay_constant: {
    name: 'Staying where one is (not fitted)',
    unit: 'utility',
    value: 1.32,
    distribution: { dist: 'uniform', lo: 1.25, hi: 1.39 },
    basis: '3.5 to 4 times as likely: what is nearer to a cause, not the sorting on top.',
    reading: 'derived',
    rows: ['S1c'],
  },
  distance_per_100km: assumed(
    'Distance from home (not fitted)',
    'utility per 100 km',
    -0.5,
    { dist: 'normal', mean: -0.5, sd: 0.2 },
    'A judgement: load movements.',
  ),
  home_constant: assumed(
    'Home region (not fitted)',
    'utility',
    0.5,
    { dist: 'normal', mean: 0.5, sd: 0.25 },
    'A judgement: load movements.',
    ['C7'],
  ),
  deprivation_per_step: {
    name: 'Deprivation of a region',
    unit: 'utility per fifth',
    value: -0.07,
    distribution: { dist: 'normal', mean: -0.07, sd: 0.05 },
    basis: '−0.28 for a deprived area, over four steps; the spread is assumed.',
    reading: 'unverified',
    rows: ['B4b'],
  },
  nest_dissimilarity: assumed(
    'Posts against outside (not fitted)',
    'λ',
    0.7,
    { dist: 'uniform', lo: 0.4, hi: 1 },
    'A judgement: load movements with those who took no post.',
  ),
} as const satisfies Readonly<Record<string, RateParameter>>;

export type RateParameterId = keyof typeof RATE_PARAMETERS;
