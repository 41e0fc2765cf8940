/**
 * Labels of tables that stand for no place, group or post. `not_reached`: still on the way; `left`: left the country, the
 * profession or the record's reach; `unknown`: there is a value and the record lacks it, or the person can't be traced.
 */
export const UNKNOWN = 'unknown';
export const NOT_REACHED = 'not_reached';
export const LEFT = 'left';

/** In the order in which they end an axis. */
export const STATES = [UNKNOWN, NOT_REACHED, LEFT] as const;
const states: ReadonlySet<string> = new Set(STATES);

export const isState = (label: string): boolean => states.has(label);

/** Stages by number: how far somebody came. */
export const STAGE = { school: 0, foundation: 1, specialty: 2, career: 3 } as const;
/** Labels of the axis `stage`: where people are, each person once. */
export const STAGE_LABELS = ['school', 'foundation', 'specialty', 'career', UNKNOWN, LEFT] as const;

/** Somebody's relation to the capital region between school and foundation. */
export const CAPITAL_RELATIONS = ['within', 'into', 'out_of', 'neither'] as const;
export type CapitalRelation = (typeof CAPITAL_RELATIONS)[number];

/**
 * How people of a region came to be there: `stayer` home and school there; `returner` home there, school elsewhere; `newcomer_studied`
 * home elsewhere, school there; `newcomer_arrived` both elsewhere.
 */
export const SETTLEMENTS = ['stayer', 'returner', 'newcomer_studied', 'newcomer_arrived'] as const;
export type Settlement = (typeof SETTLEMENTS)[number];

/** Which of home, school and specialty training lay in the region of the career post. By the bits 1, 2 and 4. */
export const CAREER_TIES = [
  'none',
  'home',
  'school',
  'home+school',
  'training',
  'home+training',
  'school+training',
  'home+school+training',
] as const;
