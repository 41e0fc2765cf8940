import { diagonalOf, factorise, type SquareMatrix, solve } from './cholesky';

/** Flows from I origins to J destinations and K covariates, row by row; every row and column has a flow above 0. */
export interface FlowGrid {
  readonly origins: number;
  readonly destinations: number;
  readonly flows: Float64Array;
  readonly covariates: readonly Float64Array[];
}

/**
 * One Newton step for log E[flow] = a_i + b_j + Σ β_k x_k, b_0 = 0, with the origin effects eliminated: their block of
 * the information matrix is diagonal. What stays is z = (b_1 … b_{J−1}, β_1 … β_K).
 */
export interface NewtonStep {
  /** Cholesky factor of the Schur complement; its inverse is the block of z of the full inverse. */
  readonly factor: SquareMatrix;
  /** Rows of the information matrix between each origin effect and z, row by row. */
  readonly coupling: Float64Array;
  /** Information of each origin effect. */
  readonly originWeights: Float64Array;
  readonly originEffects: Float64Array;
  readonly rest: Float64Array;
}

interface Accumulated {
  readonly schur: SquareMatrix;
  readonly right: Float64Array;
  readonly coupling: Float64Array;
  readonly originWeights: Float64Array;
  readonly originResponse: Float64Array;
}

const at = (values: Float64Array | undefined, i: number): number => values?.[i] ?? 0;

const add = (values: Float64Array, i: number, amount: number): void => {
  values[i] = (values[i] ?? 0) + amount;
};

/** Sums of one pair: its weight `mu` and working response `w` go to every term that it touches. */
const addPair = (grid: FlowGrid, sums: Accumulated, pair: { i: number; j: number; mu: number; w: number }): void => {
  const { i, j, mu, w } = pair;
  const { schur, right, coupling, originWeights, originResponse } = sums;
  const first = grid.destinations - 1;
  const size = right.length;
  const cell = i * grid.destinations + j;
  add(originWeights, i, mu);
  add(originResponse, i, w);
  if (j > 0) {
    add(coupling, i * size + j - 1, mu);
    add(schur, (j - 1) * size + j - 1, mu);
    add(right, j - 1, w);
  }
  for (let k = 0; k < grid.covariates.length; k += 1) {
    const weighted = mu * at(grid.covariates[k], cell);
    const row = first + k;
    add(coupling, i * size + row, weighted);
    add(right, row, w * at(grid.covariates[k], cell));
    if (j > 0) add(schur, row * size + j - 1, weighted);
    for (let l = 0; l <= k; l += 1) add(schur, row * size + first + l, weighted * at(grid.covariates[l], cell));
  }
};

/** Takes origin i out of the system: S −= c c' ÷ d and g −= c r ÷ d, lower triangle only. */
const eliminate = ({ schur, right, coupling, originWeights, originResponse }: Accumulated, i: number): void => {
  const size = right.length;
  const from = i * size;
  const weight = at(originWeights, i);
  const response = at(originResponse, i);
  for (let q = 0; q < size; q += 1) {
    const share = at(coupling, from + q) / weight;
    add(right, q, -share * response);
    if (share !== 0) for (let p = 0; p <= q; p += 1) add(schur, q * size + p, -share * at(coupling, from + p));
  }
};

/** Null where the covariates are combinations of one another or of the effects. */
export const newtonStep = (grid: FlowGrid, eta: Float64Array): NewtonStep | null => {
  const { origins, destinations, flows, covariates } = grid;
  const size = destinations - 1 + covariates.length;
  const sums: Accumulated = {
    schur: new Float64Array(size * size),
    right: new Float64Array(size),
    coupling: new Float64Array(origins * size),
    originWeights: new Float64Array(origins),
    originResponse: new Float64Array(origins),
  };
  for (let i = 0; i < origins; i += 1) {
    for (let j = 0; j < destinations; j += 1) {
      const cell = i * destinations + j;
      const mu = Math.exp(at(eta, cell));
      addPair(grid, sums, { i, j, mu, w: mu * at(eta, cell) + at(flows, cell) - mu });
    }
  }
  const scale = diagonalOf(sums.schur, size);
  for (let i = 0; i < origins; i += 1) eliminate(sums, i);
  if (!factorise(sums.schur, size, scale)) return null;
  const rest = solve(sums.schur, sums.right);
  const originEffects = Float64Array.from(sums.originResponse, (response, i) => {
    let explained = 0;
    for (let q = 0; q < size; q += 1) explained += at(sums.coupling, i * size + q) * at(rest, q);
    return (response - explained) / at(sums.originWeights, i);
  });
  return { factor: sums.schur, coupling: sums.coupling, originWeights: sums.originWeights, originEffects, rest };
};

/** The linear predictor of a step's coefficients. */
export const predictorOf = (grid: FlowGrid, { originEffects, rest }: NewtonStep): Float64Array => {
  const { destinations, covariates } = grid;
  return Float64Array.from(grid.flows, (_, cell) => {
    const j = cell % destinations;
    let eta = at(originEffects, (cell - j) / destinations) + (j > 0 ? at(rest, j - 1) : 0);
    for (let k = 0; k < covariates.length; k += 1) eta += at(rest, destinations - 1 + k) * at(covariates[k], cell);
    return eta;
  });
};
