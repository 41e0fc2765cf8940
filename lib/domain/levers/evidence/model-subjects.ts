import type { LeverParameterId } from '@/lib/domain/levers/lever-parameters';
import type { RateParameterId } from '@/lib/domain/pathway-rates/rate-parameters';

/** A part of the model that isn’t one lever, with the numbers and the rows of evidence that it rests on. */
export interface ModelSubject {
  readonly id: 'shared' | 'surveys' | 'staying' | 'choosing' | 'leaving' | 'stages' | 'careers';
  readonly name: string;
  /** What the evidence decides, and which assumption can be set the other way. */
  readonly about: string;
  readonly levers: readonly LeverParameterId[];
  readonly rates: readonly RateParameterId[];
  readonly rows: readonly string[];
}

/** All that a run rests on besides its levers: every number of the baseline is in one subject. */
export const MODEL_SUBJECTS: readonly ModelSubject[] = [
  {
    id: 'shared',
    name: 'What all levers have in common',
    about:
      'One money scale, one step from entry to staying and one rule for packages in every draw. That an uncertain lever does nothing in a share of the draws is an assumption that you set.',
    levers: ['b', 'gamma', 'rho'],
    rates: [],
    rows: ['M1', 'M2', 'M3', 'M4', 'G1', 'P1'],
  },
  {
    id: 'surveys',
    name: 'What surveys of preferences are worth',
    about:
      'Behind the choice “Surveys of 2013 to 2017”: half as strong takes every willingness to accept at half. They order what matters; the money scale comes from what people did.',
    levers: ['wta_location', 'wta_partner', 'wta_workcond', 'wta_on_call', 'wta_hour'],
    rates: [],
    rows: ['V1', 'A1', 'A1′', 'A1″'],
  },
  {
    id: 'staying',
    name: 'Why people stay where they are',
    about:
      'Behind the choice of the same name: as a cause, a year in a region acts on where people settle; as sorting, those who came wanted to be there. Loaded movements replace what is marked as not fitted.',
    levers: [],
    rates: ['stay_constant', 'stay_per_year', 'home_constant', 'distance_per_100km'],
    rows: ['S1b', 'S1c', 'S1d'],
  },
  {
    id: 'choosing',
    name: 'Where doctors go, and who they are',
    about:
      'Behind the choice “How doctors choose”. Where doctors come from is not modelled: its row says only what selection into medicine goes with.',
    levers: [],
    rates: ['deprivation_per_step', 'nest_dissimilarity', 'tie_share', 'tie_factor'],
    rows: ['B4b', 'B4', 'B16'],
  },
  {
    id: 'leaving',
    name: 'Who leaves training',
    about: 'Behind the feedback of vacancies on leaving too. Rates are national; only deprivation tells regions apart.',
    levers: ['hr_burnout', 'p_high_burnout', 'hr_ltft'],
    rates: [
      'hr_imd_q5_vs_q1',
      'train_attrition',
      'attrition_paediatrics',
      'attrition_surgery',
      'early_hazard',
      'foundation_leaving',
      'gap_leaving',
      'higher_pool_leaving',
      'returning',
    ],
    rows: ['B17', 'B10b', 'B12'],
  },
  {
    id: 'stages',
    name: 'Who applies, and how long training takes',
    about: 'National rates; none is of a region.',
    levers: [],
    rates: ['applying_f2', 'applying_gap1', 'applying_gap2', 'applying_gap3', 'dilation', 'ltft_share', 'ltft_fte'],
    rows: [],
  },
  {
    id: 'careers',
    name: 'After training',
    about: 'How many take up a post as GP or consultant, how much they work, and how many leave. National rates.',
    levers: [],
    rates: [
      'gp_first_year',
      'gp_second_year',
      'consultant_first_year',
      'consultant_second_year',
      'consultant_leaving',
      'gp_leaving',
      'consultant_fte',
      'gp_fte',
    ],
    rows: [],
  },
];
