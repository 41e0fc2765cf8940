import type { Position } from '@/lib/domain/statistics/haversine';

/** What the store has to know of places. Codes are those of the day that the cohort is re-based to. */
export interface JourneyPlaces {
  /** Shown in every table, also where nobody comes from or goes to. In the order of the tables; others follow, sorted. */
  readonly homes: readonly string[];
  readonly schools: readonly string[];
  readonly foundationAreas: readonly string[];
  readonly boards: readonly string[];
  readonly regions: readonly string[];
  /** Training region of an authority, school, foundation area or other area; a region may stand for itself without an entry. */
  readonly regionOf: ReadonlyMap<string, string>;
  /** Integrated care board of an authority. */
  readonly boardOf: ReadonlyMap<string, string>;
  /** Null where no region is the capital: tables of the relationship with it are then not made. */
  readonly capitalRegion: string | null;
  /** Centroids of authorities and foundation areas, positions of schools. */
  readonly positions: ReadonlyMap<string, Position>;
}

/** Years of entry or of foundation, both ends included. */
export interface YearBand {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

/** Which of a person's years a period is of. */
export const CLOCKS = ['entry', 'foundation'] as const;
export type Clock = (typeof CLOCKS)[number];
export type Periods = Readonly<Record<Clock, readonly YearBand[]>>;

/** Throws `RangeError` where a band ends before it begins, two share a label, or two share a year: a person is in one period. */
export const checkPeriods = (periods: Periods): void => {
  for (const clock of CLOCKS) {
    const bands = [...periods[clock]].sort((a, b) => a.from - b.from);
    if (bands.some(({ from, to }) => !(from <= to))) throw new RangeError('A period ends before it begins');
    if (bands.some(({ from }, i) => i > 0 && from <= (bands[i - 1]?.to ?? from)))
      throw new RangeError('Periods overlap');
    if (new Set(bands.map(({ label }) => label)).size < bands.length)
      throw new RangeError('Two periods with one label');
  }
};
