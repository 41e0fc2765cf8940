import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import type { Counts } from './counts';
import { type Coverage, tally } from './read-counts';

export interface SameRegion extends Coverage {
  readonly same: number;
  /** Share of those whose two regions are known, 0 to 1. */
  readonly share: number;
}

/** Region of a label: itself where the look-up has no entry and it is a region, so that tables of regions need no look-up. */
export const regionBy =
  (lookUp: ReadonlyMap<string, string>, regions: readonly string[]): ((code: string) => string | null) =>
  (code) =>
    lookUp.get(code) ?? (regions.includes(code) ? code : null);

/**
 * People whose row and column lie in one region, at one step of the way. A description, not the effect of a place.
 * Refuses `no_denominator` where nobody's two regions are known.
 */
export const sameRegion = (counts: Counts, regionOf: (code: string) => string | null): Outcome<SameRegion> => {
  const { coverage, known } = tally(counts, (row, column) => {
    const [from, to] = [regionOf(row), regionOf(column)];
    return from === null || to === null ? null : from === to;
  });
  if (coverage.people === 0) return refused('no_denominator');
  const same = known.reduce((total, { count, value }) => total + (value ? count : 0), 0);
  return computed({ ...coverage, same, share: same / coverage.people });
};
