import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { CAPITAL_RELATIONS, type CapitalRelation } from './axis-label';
import type { Counts } from './counts';
import { type Coverage, tally } from './read-counts';

export const capitalRelation = (from: string, to: string, capital: string): CapitalRelation => {
  if (from === capital) return to === capital ? 'within' : 'out_of';
  return to === capital ? 'into' : 'neither';
};

export interface CapitalShares extends Coverage {
  readonly counts: Readonly<Record<CapitalRelation, number>>;
  /** Of those whose two regions are known; they add up to 1. */
  readonly shares: Readonly<Record<CapitalRelation, number>>;
}

interface CapitalInput {
  /** Any step from a place to a place, such as school by foundation area. */
  readonly table: Counts;
  readonly regionOf: (code: string) => string | null;
  readonly capital: string;
}

/**
 * People by their relation with the capital region: within it, into it, out of it, neither.
 * Source: the factor of Rowlingson et al. 2026, Table 4. Refuses `no_denominator` where nobody's two regions are known.
 */
export const capitalShares = ({ table, regionOf, capital }: CapitalInput): Outcome<CapitalShares> => {
  const { coverage, known } = tally(table, (row, column) => {
    const [from, to] = [regionOf(row), regionOf(column)];
    return from === null || to === null ? null : capitalRelation(from, to, capital);
  });
  if (coverage.people === 0) return refused('no_denominator');
  const counts = { within: 0, into: 0, out_of: 0, neither: 0 };
  for (const { count, value } of known) counts[value] += count;
  const shares = { within: 0, into: 0, out_of: 0, neither: 0 };
  for (const relation of CAPITAL_RELATIONS) shares[relation] = counts[relation] / coverage.people;
  return computed({ ...coverage, counts, shares });
};
