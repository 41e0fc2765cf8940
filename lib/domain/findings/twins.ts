/** Published figures that the loaded journeys have one of their own of: the same share of the same people, here and now. */
export const TWINS = [
  'school_in_home_region',
  'specialty_in_school_region',
  'career_in_home_region',
  'career_in_school_region',
  'career_in_training_region',
  'career_in_any_region',
  'all_in_one_region',
  'entrants_fifth_1',
  'entrants_fifth_2',
  'entrants_fifth_3',
  'entrants_fifth_4',
  'entrants_fifth_5',
] as const;
export type Twin = (typeof TWINS)[number];

/** A figure of the loaded journeys, to stand beside a published one. */
export interface OwnFigure {
  readonly twin: Twin;
  /** `share`: 0 to 1. `ratio`: share of entrants ÷ share of a named base; 1 is in proportion. */
  readonly unit: 'share' | 'ratio';
  readonly n: number | null;
  /** Null where it is withheld, or can't be worked out. */
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** Which data, in words. */
  readonly data: string;
}
