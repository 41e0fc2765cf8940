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

const cellsOf = (
  matrix: FlowMatrix,
  rows: readonly number[],
  columns: readonly number[],
  byRow: boolean,
): Float64Array =>
  Float64Array.from(
    byRow
      ? rows.flatMap((i) => columns.map((j) => matrix[i]?.[j] ?? 0))
      : columns.flatMap((j) => rows.map((i) => matrix[i]?.[j] ?? 0)),
  );

/** The pairs kept, the longer side first: the effects of the first side are eliminated, which is where the time goes. */
export const flowGridOf = (flows: FlowMatrix, covariates: readonly FlowMatrix[], kept: KeptPairs): FlowGrid => {
  const { origins, destinations } = kept;
  const byRow = origins.length >= destinations.length;
  const cells = (matrix: FlowMatrix) => cellsOf(matrix, origins, destinations, byRow);
  return {
    origins: byRow ? origins.length : destinations.length,
    destinations: byRow ? destinations.length : origins.length,
    flows: cells(flows),
    covariates: covariates.map(cells),
  };
};

/** Back to the shape of the input; null for a pair that was left out. */
export const fullMatrix = (
  flows: FlowMatrix,
  kept: KeptPairs,
  cells: Float64Array,
): readonly (readonly (number | null)[])[] => {
  const { origins, destinations } = kept;
  const byRow = origins.length >= destinations.length;
  const rowAt = new Map(origins.map((i, at) => [i, at]));
  const columnAt = new Map(destinations.map((j, at) => [j, at]));
  return flows.map((row, i) =>
    row.map((_, j) => {
      const at = rowAt.get(i);
      const over = columnAt.get(j);
      if (at === undefined || over === undefined) return null;
      return cells[byRow ? at * destinations.length + over : over * origins.length + at] ?? null;
    }),
  );
};
