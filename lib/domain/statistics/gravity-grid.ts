import type { FlowGrid } from './gravity-newton';
import { sum } from './sum';

/** One row for each origin, one entry for each destination. */
export type FlowMatrix = readonly (readonly number[])[];

/** 0-based indices of origins and destinations with a flow above 0. */
export interface KeptPairs {
  readonly origins: readonly number[];
  readonly destinations: readonly number[];
}

const indicesWhere = (values: readonly number[], holds: (value: number) => boolean): readonly number[] =>
  values.flatMap((value, i) => (holds(value) ? [i] : []));

/**
 * An origin or destination without any flow is separated: its effect has no finite value. It is left out of the fit, or
 * the standard errors of the others would be wrong.
 */
export const keptPairs = (flows: FlowMatrix): KeptPairs => {
  const columnTotals = (flows[0] ?? []).map((_, j) => sum(flows.map((row) => row[j] ?? 0)));
  return {
    origins: indicesWhere(flows.map(sum), (total) => total > 0),
    destinations: indicesWhere(columnTotals, (total) => total > 0),
  };
};

/** Where pair (at, over) of the kept origins and destinations lies: the longer side comes first. */
const cellOf = ({ origins, destinations }: KeptPairs, at: number, over: number): number =>
  origins.length >= destinations.length ? at * destinations.length + over : over * origins.length + at;

/** One column after the other, side by side for each pair. */
const cellsOf = (matrices: readonly FlowMatrix[], kept: KeptPairs): Float64Array => {
  const cells = new Float64Array(kept.origins.length * kept.destinations.length * matrices.length);
  matrices.forEach((matrix, k) => {
    kept.origins.forEach((i, at) => {
      const row = matrix[i] ?? [];
      kept.destinations.forEach((j, over) => {
        cells[cellOf(kept, at, over) * matrices.length + k] = row[j] ?? 0;
      });
    });
  });
  return cells;
};

/** The pairs kept, the longer side first: the effects of the first side are eliminated, which is where the time goes. */
export const flowGridOf = (flows: FlowMatrix, covariates: readonly FlowMatrix[], kept: KeptPairs): FlowGrid => ({
  origins: Math.max(kept.origins.length, kept.destinations.length),
  destinations: Math.min(kept.origins.length, kept.destinations.length),
  flows: cellsOf([flows], kept),
  covariateCount: covariates.length,
  covariates: cellsOf(covariates, kept),
});

/** Back to the shape of the input; null for a pair that was left out. */
export const fullMatrix = (
  flows: FlowMatrix,
  kept: KeptPairs,
  cells: Float64Array,
): readonly (readonly (number | null)[])[] => {
  const rowAt = new Map(kept.origins.map((i, at) => [i, at]));
  const columnAt = new Map(kept.destinations.map((j, at) => [j, at]));
  return flows.map((row, i) =>
    row.map((_, j) => {
      const at = rowAt.get(i);
      const over = columnAt.get(j);
      return at === undefined || over === undefined ? null : (cells[cellOf(kept, at, over)] ?? null);
    }),
  );
};
