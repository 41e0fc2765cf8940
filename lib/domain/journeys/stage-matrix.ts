import { gini } from '@/lib/domain/statistics/gini';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { isState, LEFT, NOT_REACHED, UNKNOWN } from './axis-label';
import type { Counts } from './counts';
import { cellsOf } from './read-counts';

/** Moves between regions at one stage: rows where people come from, columns where they go to, in the same order. */
export interface StageMatrix {
  readonly regions: readonly string[];
  readonly flows: readonly (readonly number[])[];
  /** Of a row's people, 0 to 1, with `lost` beside it: a row adds up to 1, or is 0 throughout where nobody set out. */
  readonly shares: readonly (readonly number[])[];
  /** Share of a row that left, or whose destination isn't known. */
  readonly lost: readonly number[];
  /** People of each row who have not come to the next stage yet: in no share. */
  readonly notReached: readonly number[];
  /** People whose origin isn't one of the regions. */
  readonly unknownOrigin: number;
}

/**
 * The transition matrix T of a stage: T[i][j] is the share of region i's people who went to region j. People still on the way
 * don't count; people who left, or can't be traced, are lost.
 * Source: stage transitions by county in Hitchings et al. 2024 (the method is named there, not written out).
 * Refuses `not_finite` where a cell is a gap, `out_of_range` for rows or columns that are no region.
 */
export const stageMatrix = (table: Counts, regions: readonly string[]): Outcome<StageMatrix> => {
  const numbers = new Map(regions.map((region, i) => [region, i]));
  const isKnown = (label: string): boolean => isState(label) || numbers.has(label);
  if (![...table.rows, ...table.columns].every(isKnown)) return refused('out_of_range');
  const flows = regions.map(() => regions.map(() => 0));
  const [lostPeople, notReached] = [regions.map(() => 0), regions.map(() => 0)];
  let unknownOrigin = 0;
  for (const { row, column, count } of cellsOf(table)) {
    if (count === null) return refused('not_finite');
    const [from, to] = [numbers.get(row), numbers.get(column)];
    if (from === undefined) {
      if (row === UNKNOWN) unknownOrigin += count;
      continue;
    }
    const line = flows[from];
    if (to !== undefined && line) line[to] = (line[to] ?? 0) + count;
    if (column === UNKNOWN || column === LEFT) lostPeople[from] = (lostPeople[from] ?? 0) + count;
    if (column === NOT_REACHED) notReached[from] = (notReached[from] ?? 0) + count;
  }
  const bases = flows.map((line, i) => line.reduce((total, count) => total + count, lostPeople[i] ?? 0));
  const shareOf = (count: number, i: number): number => ((bases[i] ?? 0) > 0 ? count / (bases[i] ?? 1) : 0);
  return computed({
    regions: [...regions],
    flows,
    shares: flows.map((line, i) => line.map((count) => shareOf(count, i))),
    lost: lostPeople.map(shareOf),
    notReached,
    unknownOrigin,
  });
};

/** People who came to each region at a stage, whether their origin is known or not. Gaps are left out and counted. */
export const arrivalsOf = (
  table: Counts,
  regions: readonly string[],
): { readonly arrivals: readonly number[]; readonly gaps: number } => {
  const numbers = new Map(regions.map((region, i) => [region, i]));
  const arrivals = regions.map(() => 0);
  let gaps = 0;
  for (const { column, count } of cellsOf(table)) {
    const to = numbers.get(column);
    if (count === null) gaps += 1;
    else if (to !== undefined) arrivals[to] = (arrivals[to] ?? 0) + count;
  }
  return { arrivals, gaps };
};

/**
 * How unevenly a stage's arrivals spread over the regions, each region counting the same whatever its size: 0 is even.
 * Source: Gini of arrivals by county and stage, Hitchings et al. 2024. Refuses as `gini`, and `not_finite` where a cell is a gap.
 */
export const arrivalsGini = (
  table: Counts,
  regions: readonly string[],
): Outcome<{ gini: number; smallSample: number }> => {
  const { arrivals, gaps } = arrivalsOf(table, regions);
  return gaps > 0 ? refused('not_finite') : gini(arrivals);
};
