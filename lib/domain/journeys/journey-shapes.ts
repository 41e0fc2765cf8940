import type { AxisId } from './axis';
import { STAGE } from './axis-label';
import type { Clock } from './journey-places';

/** What a table may be narrowed by, one of them at a time. */
export const CHARACTERISTICS = ['sex', 'ethnicity', 'quintile', 'route'] as const;
export type Characteristic = (typeof CHARACTERISTICS)[number];

/**
 * A table that may be made: two axes, the characteristics that may narrow it (besides a period), the clocks its periods run
 * by, and who is counted. What isn't here is refused.
 */
export interface JourneyShape {
  readonly id: string;
  readonly rows: AxisId;
  readonly columns: AxisId;
  readonly characteristics: readonly Characteristic[];
  readonly clocks: readonly Clock[];
  /** Counts those who came to this stage at least (`STAGE`); 0 is everybody. */
  readonly fromStage: number;
}

type Options = Partial<Pick<JourneyShape, 'characteristics' | 'clocks' | 'fromStage'>>;

const ENTRY = ['entry'] as const;
/** The step to foundation can also be read by the year in which it was taken, as its published tables are. */
const BOTH = ['entry', 'foundation'] as const;

const shape = (id: string, rows: AxisId, columns: AxisId, options: Options = {}): JourneyShape => ({
  id,
  rows,
  columns,
  characteristics: CHARACTERISTICS,
  clocks: ENTRY,
  fromStage: STAGE.school,
  ...options,
});

/** A characteristic as the columns: a second one as a filter would make a table of two at once. */
const byCharacteristic = (
  prefix: string,
  rows: AxisId,
  columns: readonly Characteristic[],
  options: Options = {},
): JourneyShape[] =>
  columns.map((characteristic) =>
    shape(`${prefix}_by_${characteristic}`, rows, characteristic, { ...options, characteristics: [] }),
  );

const EQUALITY = ['sex', 'ethnicity', 'quintile'] as const;

/** Below the size of a region, two places are crossed and nothing else: a characteristic on top would single people out. */
const NO_CHARACTERISTIC = { characteristics: [] } as const;

/** The permitted shapes, and no others. Everybody is in every table once, except where `fromStage` says who is counted. */
export const JOURNEY_SHAPES: readonly JourneyShape[] = [
  // From home to school
  shape('home_by_school', 'home', 'school', NO_CHARACTERISTIC),
  shape('home_board_by_school', 'home_board', 'school', NO_CHARACTERISTIC),
  shape('home_region_by_school_region', 'home_region', 'school_region'),
  ...byCharacteristic('school', 'school', CHARACTERISTICS),

  // From school to foundation
  shape('school_by_foundation_area', 'school', 'foundation_area', { clocks: BOTH }),
  shape('school_region_by_foundation_region', 'school_region', 'foundation_region', { clocks: BOTH }),
  shape('school_by_capital_relation', 'school', 'capital_relation', { clocks: BOTH }),
  shape('school_by_school_to_foundation_band', 'school', 'school_to_foundation_band', { clocks: BOTH }),

  // From home to foundation
  shape('home_by_foundation_area', 'home', 'foundation_area', { ...NO_CHARACTERISTIC, clocks: BOTH }),
  shape('home_region_by_foundation_region', 'home_region', 'foundation_region', { clocks: BOTH }),
  shape('school_by_home_to_foundation_band', 'school', 'home_to_foundation_band', { clocks: BOTH }),

  // To specialty and career
  shape('foundation_region_by_specialty_region', 'foundation_region', 'specialty_region'),
  shape('school_region_by_specialty_region', 'school_region', 'specialty_region'),
  shape('specialty_region_by_career_region', 'specialty_region', 'career_region'),
  shape('home_region_by_career_region', 'home_region', 'career_region'),
  shape('school_by_career_region', 'school', 'career_region'),
  shape('career_region_by_career_ties', 'career_region', 'career_ties'),

  // Stayers, returners and newcomers
  shape('foundation_region_by_settlement', 'foundation_region', 'settlement_at_foundation', { clocks: BOTH }),
  shape('specialty_region_by_settlement', 'specialty_region', 'settlement_at_specialty'),
  shape('career_region_by_settlement', 'career_region', 'settlement_at_career'),
  shape('school_by_settlement_at_foundation', 'school', 'settlement_at_foundation', { clocks: BOTH }),
  shape('school_by_settlement_at_career', 'school', 'settlement_at_career'),

  // Who does which job
  ...byCharacteristic('stage', 'stage', EQUALITY),
  ...byCharacteristic('specialty_group', 'specialty_group', EQUALITY, { fromStage: STAGE.specialty }),
  ...byCharacteristic('specialty_group_at_career', 'specialty_group', EQUALITY, { fromStage: STAGE.career }),
  ...byCharacteristic('career_type', 'career_type', EQUALITY, { fromStage: STAGE.career }),
];

const shapes: ReadonlyMap<string, JourneyShape> = new Map(JOURNEY_SHAPES.map((one) => [one.id, one]));

export const findShape = (id: string): JourneyShape | null => shapes.get(id) ?? null;
