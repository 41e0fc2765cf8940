import type { Neighbours } from './neighbours';
import { computed, type Outcome, refused } from './outcome';
import { seededGenerator } from './seeded-generator';
import { centredValues, lagOf, spatialCheck } from './spatial-association';
import { sumOfProducts } from './sum';

export interface SpatialPermutation {
  /** One-sided: neighbours more alike than by chance. */
  readonly p: number;
  /** Two-sided, of each area's local Moran, its own value held. */
  readonly localP: readonly number[];
  /** The same, adjusted for looking at every area (false discovery rate). */
  readonly adjustedLocalP: readonly number[];
}

interface PermutationInput {
  readonly values: readonly number[];
  readonly neighbours: Neighbours;
  /** From 99 on; p is never below 1 ÷ (permutations + 1). */
  readonly permutations: number;
  readonly seed: string;
}

/** Fisher and Yates, the first `size` places only. */
const shuffleFirst = (draw: () => number, values: number[], size: number): void => {
  for (let i = 0; i < size; i += 1) {
    const j = i + Math.floor(draw() * (values.length - i));
    const other = values[j] ?? 0;
    values[j] = values[i] ?? 0;
    values[i] = other;
  }
};

/** Benjamini and Hochberg 1995. */
export const falseDiscoveryRate = (ps: readonly number[]): number[] => {
  const order = ps.map((p, i) => ({ p, i })).sort((a, b) => b.p - a.p);
  const adjusted = ps.map(() => 1);
  let least = 1;
  for (const [at, { p, i }] of order.entries()) {
    least = Math.min(least, (p * ps.length) / (ps.length - at));
    adjusted[i] = least;
  }
  return adjusted;
};

/**
 * p values of Moran's I and of each local Moran from permutations: (as extreme + 1) ÷ (permutations + 1). Values are
 * shuffled over all areas for the whole, and over the other areas for a local one. The same seed gives the same p.
 *
 * Domain: as `spatialAssociation`; 99 permutations or more. Refuses as it does, and `out_of_range`.
 * Source: Anselin 1995 (conditional permutation); Benjamini and Hochberg 1995.
 */
export const spatialPermutation = ({
  values,
  neighbours,
  permutations,
  seed,
}: PermutationInput): Outcome<SpatialPermutation> => {
  const isEnough = Number.isInteger(permutations) && permutations >= 99;
  const reason = spatialCheck(values, neighbours) ?? (isEnough ? null : 'out_of_range');
  if (reason) return refused(reason);
  const draw = seededGenerator(seed);
  const deviations = centredValues(values);
  const shareOf = (extreme: number): number => (extreme + 1) / (permutations + 1);
  const wholeOf = (placed: readonly number[]): number =>
    sumOfProducts(
      placed,
      neighbours.map((own) => lagOf(placed, own)),
    );
  const observed = wholeOf(deviations);
  const placed = [...deviations];
  let alike = 0;
  for (let run = 0; run < permutations; run += 1) {
    shuffleFirst(draw, placed, placed.length);
    if (wholeOf(placed) >= observed) alike += 1;
  }
  const localP = deviations.map((deviation, i) => {
    const own = neighbours[i] ?? [];
    const others = deviations.filter((_, j) => j !== i);
    const [at, first] = [deviation * lagOf(deviations, own), own.map((_, k) => k)];
    let [above, below] = [0, 0];
    for (let run = 0; run < permutations; run += 1) {
      shuffleFirst(draw, others, own.length);
      const drawn = deviation * lagOf(others, first);
      if (drawn >= at) above += 1;
      if (drawn <= at) below += 1;
    }
    return Math.min(1, 2 * shareOf(Math.min(above, below)));
  });
  return computed({ p: shareOf(alike), localP, adjustedLocalP: falseDiscoveryRate(localP) });
};
