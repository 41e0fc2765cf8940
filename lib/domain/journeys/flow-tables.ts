/** A step of the way from home to a career post. Some pass over stages between. */
export const FLOW_STEPS = [
  'home_to_school',
  'school_to_foundation',
  'home_to_foundation',
  'foundation_to_specialty',
  'school_to_specialty',
  'specialty_to_career',
  'school_to_career',
  'home_to_career',
] as const;
export type FlowStep = (typeof FLOW_STEPS)[number];

/** A permitted table of who goes where. `region`: both sides are regions, so that those who stayed can be told. */
export interface FlowTable {
  readonly shape: string;
  readonly step: FlowStep;
  readonly level: 'region' | 'place';
}

const table = (shape: string, step: FlowStep, level: FlowTable['level'] = 'region'): FlowTable => ({
  shape,
  step,
  level,
});

/** Tables of flows that a screen can hold, in the order of the way. Those by home authority are for files. */
export const FLOW_TABLES: readonly FlowTable[] = [
  table('home_region_by_school_region', 'home_to_school'),
  table('home_board_by_school', 'home_to_school', 'place'),
  table('school_region_by_foundation_region', 'school_to_foundation'),
  table('school_by_foundation_area', 'school_to_foundation', 'place'),
  table('home_region_by_foundation_region', 'home_to_foundation'),
  table('foundation_region_by_specialty_region', 'foundation_to_specialty'),
  table('school_region_by_specialty_region', 'school_to_specialty'),
  table('specialty_region_by_career_region', 'specialty_to_career'),
  table('school_by_career_region', 'school_to_career', 'place'),
  table('home_region_by_career_region', 'home_to_career'),
];

/** The way from home to a career post, one stage after the other, by region. */
export const STAGE_SHAPES = [
  'home_region_by_school_region',
  'school_region_by_foundation_region',
  'foundation_region_by_specialty_region',
  'specialty_region_by_career_region',
] as const;

/** What school staff read instead of the two tables that have an axis by region of school. */
export const STAGE_SHAPES_WITHOUT_SCHOOLS = [
  'home_region_by_foundation_region',
  'foundation_region_by_specialty_region',
  'specialty_region_by_career_region',
] as const;

export const findFlowTable = (shape: string): FlowTable | null =>
  FLOW_TABLES.find((one) => one.shape === shape) ?? null;
