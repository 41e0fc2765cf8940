import type { JourneyFilter } from './journey-filter';

/** Counts of people by two things: null is a gap (withheld, or not in the file), never 0. */
export interface Counts {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row. */
  readonly counts: ArrayLike<number | null>;
}

/** True counts, straight from people. For the data layer only: nothing of it leaves that layer before disclosure control. */
export interface TrueCounts extends Counts {
  readonly kind: 'true_counts';
  readonly shape: string;
  readonly filter: JourneyFilter;
  readonly counts: Uint32Array;
}

/** The rounded tables, by the names of their files. */
export type RoundedTableName = 'home_school' | 'school_foundation';

/** Counts added from cells that were rounded, and some of them withheld, before they came here. */
export interface RoundedCounts extends Counts {
  readonly kind: 'rounded_counts';
  /** The table that it is added from. */
  readonly madeFrom: RoundedTableName;
  readonly shape: string;
  readonly filter: JourneyFilter;
  /** Null where one of the cells that it is added from was withheld, and where there was none. */
  readonly counts: readonly (number | null)[];
  /** The sum of the cells that were let out: less than the count where some were withheld. */
  readonly known: readonly number[];
  /** Rounded cells in each sum: the error of rounding is at most base ÷ 2 for each. */
  readonly parts: readonly number[];
  /** How many of them were let out as 0: each may stand for somebody. */
  readonly zeros: readonly number[];
  /** What the source rounds to; null where it doesn't say. */
  readonly roundingBase: number | null;
}
