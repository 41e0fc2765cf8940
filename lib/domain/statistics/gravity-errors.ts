import { solve, solveLower, unitColumn } from './cholesky';
import type { FlowGrid, NewtonStep } from './gravity-newton';

const at = (values: Float64Array | undefined, i: number): number => values?.[i] ?? 0;

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
  const origins = Float64Array.from(step.originWeights, (weight, i) => {
    let coupled = 0;
    for (let q = 0; q < size; q += 1) coupled += at(step.coupling, i * size + q) * at(row, q);
    return -coupled / weight;
  });
  return { row, origins };
};

/** Σ (influence × residual)² over all pairs; the influence of a pair is its design row times the inverse's row. */
const sandwichVariance = (grid: FlowGrid, step: NewtonStep, residuals: Float64Array, index: number): number => {
  const { destinations, covariates } = grid;
  const { row, origins } = inverseRow(step, index);
  return residuals.reduce((total, residual, cell) => {
    const j = cell % destinations;
    let influence = at(origins, (cell - j) / destinations) + (j > 0 ? at(row, j - 1) : 0);
    for (let k = 0; k < covariates.length; k += 1) influence += at(row, destinations - 1 + k) * at(covariates[k], cell);
    return total + (influence * residual) ** 2;
  }, 0);
};

/** Standard errors at a solution. `residuals`: observed less fitted flow of each pair. */
export const gravityErrors = (grid: FlowGrid, step: NewtonStep, residuals: Float64Array): GravityErrors => {
  const size = step.rest.length;
  const indices = grid.covariates.map((_, k) => grid.destinations - 1 + k);
  return {
    model: indices.map((index) => Math.hypot(...solveLower(step.factor, unitColumn(size, index)))),
    hc0: indices.map((index) => Math.sqrt(sandwichVariance(grid, step, residuals, index))),
  };
};
