import { SPECIALTY_GROUPS, type SpecialtyGroup } from '@/lib/domain/pathway/specialty-group';

export const SEXES = ['F', 'M', 'X', 'U'] as const;
export const ETHNIC_GROUPS = ['white', 'non_white', 'unknown'] as const;
export const QUINTILES = ['1', '2', '3', '4', '5'] as const;
export const ROUTES = ['standard', 'graduate', 'gateway'] as const;
/** Posts after training; `left` and `unknown` (can't be traced) are no posts. */
export const CAREER_POSTS = ['gp', 'consultant', 'other'] as const;
export const CAREER_TYPES = [...CAREER_POSTS, 'left', 'unknown'] as const;

/** The census's groups other than white, which tables of doctors put together. */
export const NON_WHITE_GROUPS = ['asian', 'black', 'mixed', 'other'] as const;

/** People who went one way, as a cohort file gives them. Null: not reached yet; for the quintile, not known. */
export interface JourneyRecord {
  readonly entryYear: number;
  readonly homeLadCode: string;
  readonly schoolId: string;
  readonly sex: (typeof SEXES)[number];
  readonly ethnicity: (typeof ETHNIC_GROUPS)[number] | (typeof NON_WHITE_GROUPS)[number];
  /** 1 is the most deprived. */
  readonly imdQuintile: (typeof QUINTILES)[number] | null;
  readonly entryRoute: (typeof ROUTES)[number];
  readonly foundationAreaCode: string | null;
  readonly foundationYear: number | null;
  readonly specialtyAreaCode: string | null;
  readonly specialtyGroup: SpecialtyGroup | null;
  readonly careerAreaCode: string | null;
  readonly careerType: (typeof CAREER_TYPES)[number] | null;
  /** People, a whole number of at least 1. */
  readonly count: number;
}

/** What the store holds of every cell, in the order of its columns. */
export const ATTRIBUTES = [
  'entryYear',
  'home',
  'school',
  'sex',
  'ethnicity',
  'quintile',
  'route',
  'foundationArea',
  'foundationYear',
  'specialtyArea',
  'specialtyGroup',
  'careerArea',
  'careerType',
] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

/** Values that are known before the first record, in the order in which tables show them. */
export const FIXED_VALUES = {
  sex: SEXES,
  ethnicity: ETHNIC_GROUPS,
  quintile: QUINTILES,
  route: ROUTES,
  specialtyGroup: SPECIALTY_GROUPS,
  careerType: CAREER_TYPES,
} as const;
