import { solve, solveLower, unitColumn } from './cholesky';
import { type FlowGrid, type NewtonStep, overPairs } from './gravity-newton';

const at = (values: Float64Array, i: number): number => values[i] ?? 0;

/** Errors of the covariates' coefficients, in order. */
export interface GravityErrors {
  readonly model: readonly number[];
  /** Robust (HC0): sandwich of the whole model, without small-sample factor. */
  readonly hc0: readonly number[];
}

/** Row of the full inverse information that belongs to one coefficient: its part for z and its part for the origins. */
const inverseRow = (step: NewtonStep, index: number) => {
  const size = step.rest.length;
  const row = solve(step.factor, unitColumn(size, index));
  const origins = step.originWeights.map((weight, i) => {
    let coupled = 0;
    for (let q = 0; q < size; q += 1) coupled += at(step.coupling, i * size + q) * at(row, q);
    return -coupled / weight;
  });
  return { row, origins };
};

/** Σ (influence × residual)² over all pairs; the influence of a pair is its design row times the inverse's row. */
const sandwichVariance = (grid: FlowGrid, step: NewtonStep, residuals: Float64Array, index: number): number => {
  const { row, origins } = inverseRow(step, index);
  const influence = overPairs(grid, origins, row);
  return residuals.reduce((total, residual, cell) => total + (at(influence, cell) * residual) ** 2, 0);
};

/** Standard errors at a solution. `residuals`: observed less fitted flow of each pair. */
export const gravityErrors = (grid: FlowGrid, step: NewtonStep, residuals: Float64Array): GravityErrors => {
  const size = step.rest.length;
  const indices = Array.from({ length: grid.covariateCount }, (_, k) => grid.destinations - 1 + k);
  return {
    model: indices.map((index) => Math.hypot(...solveLower(step.factor, unitColumn(size, index)))),
    hc0: indices.map((index) => Math.sqrt(sandwichVariance(grid, step, residuals, index))),
  };
};
