import { diagonalOf, factorise, solve, unitColumn } from '@/lib/domain/statistics/cholesky';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';

/** Ranks from 1; equal values share the mean of theirs. */
export const midRanks = (values: readonly number[]): number[] => {
  const order = values.map((value, index) => ({ value, index })).sort((a, b) => a.value - b.value || a.index - b.index);
  const ranks = new Array<number>(values.length).fill(0);
  for (let from = 0; from < order.length; ) {
    let to = from;
    while (to + 1 < order.length && order[to + 1]?.value === order[from]?.value) to += 1;
    for (let i = from; i <= to; i += 1) ranks[order[i]?.index ?? 0] = (from + to) / 2 + 1;
    from = to + 1;
  }
  return ranks;
};

const standardised = (values: readonly number[]): number[] | null => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const centred = values.map((value) => value - mean);
  const norm = Math.sqrt(centred.reduce((sum, value) => sum + value * value, 0));
  return norm > 0 ? centred.map((value) => value / norm) : null;
};

export interface RankedParameter {
  readonly name: string;
  /** −1 to 1; null for a parameter that doesn't vary. */
  readonly coefficient: number | null;
}

/**
 * Partial rank correlation of each parameter with an outcome, the others held fixed: from the inverse P of the matrix of
 * rank correlations, `−P_jy ÷ √(P_jj P_yy)`. In the order given; a tornado sorts by size. Says which uncertainty matters
 * for the answer, not what causes it.
 * Refuses `too_few_values` (three more draws than parameters), `lengths_differ`, `no_variation`, `collinear`.
 * Source: Marino et al. 2008, J Theor Biol 254:178.
 */
export const partialRankCorrelation = (
  parameters: readonly { readonly name: string; readonly values: readonly number[] }[],
  outcome: readonly number[],
): Outcome<{ parameters: RankedParameter[] }> => {
  const draws = outcome.length;
  if (parameters.some(({ values }) => values.length !== draws)) return refused('lengths_differ');
  const varying = parameters.flatMap(({ name, values }) => {
    const ranks = standardised(midRanks(values));
    return ranks ? [{ name, ranks }] : [];
  });
  if (draws < varying.length + 3) return refused('too_few_values');
  const last = standardised(midRanks(outcome));
  if (!last) return refused('no_variation');
  const columns = [...varying.map(({ ranks }) => ranks), last];
  const size = columns.length;
  const matrix = new Float64Array(size * size);
  columns.forEach((one, i) => {
    columns.forEach((other, j) => {
      matrix[i * size + j] = one.reduce((sum, value, k) => sum + value * (other[k] ?? 0), 0);
    });
  });
  if (!factorise(matrix, size, diagonalOf(matrix, size))) return refused('collinear');
  const inverse = columns.map((_, i) => solve(matrix, unitColumn(size, i)));
  const y = size - 1;
  const found = new Map(
    varying.map(({ name }, j) => [
      name,
      -(inverse[j]?.[y] ?? 0) / Math.sqrt((inverse[j]?.[j] ?? 1) * (inverse[y]?.[y] ?? 1)),
    ]),
  );
  return computed({ parameters: parameters.map(({ name }) => ({ name, coefficient: found.get(name) ?? null })) });
};
