import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { CAREER_TIES } from './axis-label';
import type { Counts } from './counts';
import { type Coverage, tally } from './read-counts';

export interface CareerTieShares extends Coverage {
  /** Share of first career posts in the region of the home; of the school; of specialty training. They overlap. */
  readonly home: number;
  readonly school: number;
  readonly training: number;
  /** In at least one of the three. */
  readonly any: number;
  /** All four places in one region. */
  readonly all: number;
}

const ties: ReadonlySet<string> = new Set(CAREER_TIES);

/**
 * How far first career posts lie where people came from, over all regions: the shares that Goldacre et al. 2013 give.
 * Counted of those whose four regions are known. Refuses `no_denominator` where there is nobody.
 */
export const careerTieShares = (table: Counts): Outcome<CareerTieShares> => {
  const { coverage, known } = tally(table, (_, column) => (ties.has(column) ? column.split('+') : null));
  const { people } = coverage;
  if (people === 0) return refused('no_denominator');
  const shareWith = (holds: (tie: readonly string[]) => boolean): number =>
    known.reduce((total, { count, value }) => total + (holds(value) ? count : 0), 0) / people;
  return computed({
    ...coverage,
    home: shareWith((tie) => tie.includes('home')),
    school: shareWith((tie) => tie.includes('school')),
    training: shareWith((tie) => tie.includes('training')),
    any: shareWith((tie) => !tie.includes('none')),
    all: shareWith((tie) => tie.length === 3),
  });
};
