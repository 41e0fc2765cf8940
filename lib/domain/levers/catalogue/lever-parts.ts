import type { PathwayLever } from '@/lib/domain/levers/pathway-lever';

/** On or not: the effect is the one worked out. */
export const WHOLE_OR_NOT = {
  unit: 'share of the measure',
  least: 0,
  most: 1,
  step: 0.05,
  suggested: 1,
  whole: 1,
  studiedUpTo: 1,
} as const;

export const GBP_A_YEAR = {
  unit: '£ a year',
  least: 0,
  most: 30_000,
  step: 250,
  suggested: 2_500,
  whole: 1,
  // The money scale is read from £20,000 over three years.
  studiedUpTo: 6_667,
} as const;

export const EVERY_NODE = ['foundation', 'specialty_entry', 'higher_entry'] as const;
export const SPECIALTY_NODES = ['specialty_entry', 'higher_entry'] as const;

export const NO_COST = {
  charged: 'per_place',
  perPlacePerYearGbp: null,
  yearsPaid: 3,
  isPaidOnce: false,
  basis: 'No published figure for the cost per place: enter your own. Three years assumed, change it.',
} as const satisfies PathwayLever['cost'];

export const PAID = {
  charged: 'per_place',
  perPlacePerYearGbp: 'follows',
  yearsPaid: 3,
  isPaidOnce: false,
  basis: 'The payment itself, without employer’s costs. Three years assumed, change it.',
} as const satisfies PathwayLever['cost'];

/** Of doctors after CCT: no price per training place. */
export const A_SUM_A_YEAR = {
  charged: 'per_year',
  perPlacePerYearGbp: null,
  yearsPaid: 1,
  isPaidOnce: false,
  basis: 'No published figure: enter the sum a year.',
} as const satisfies PathwayLever['cost'];

export const NO_CAREER = { kind: 'none' } as const;
export const BY_GAMMA = { kind: 'by_gamma' } as const;

/** What most levers have in common. */
export const COMMON = {
  groups: null,
  onlyTied: false,
  career: NO_CAREER,
  changes: null,
  leavingCertainty: 'very_low',
  offByDefault: false,
  intensity: WHOLE_OR_NOT,
  cost: NO_COST,
} as const;
