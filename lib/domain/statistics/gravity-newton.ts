import { diagonalOf, factorise, type SquareMatrix, solve } from './cholesky';

/** Flows from I origins to J destinations, row by row; every row and column has a flow above 0. */
export interface FlowGrid {
  readonly origins: number;
  readonly destinations: number;
  readonly flows: Float64Array;
  readonly covariateCount: number;
  /** Pair by pair, the covariates of a pair side by side. */
  readonly covariates: Float64Array;
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

const at = (values: Float64Array, i: number): number => values[i] ?? 0;

const add = (values: Float64Array, i: number, amount: number): void => {
  values[i] = (values[i] ?? 0) + amount;
};

/** Sums of one origin: each pair's weight and working response go to every term that they touch. */
const addOrigin = (grid: FlowGrid, sums: Accumulated, eta: Float64Array, i: number): void => {
  const { destinations, flows, covariates, covariateCount } = grid;
  const { schur, right, coupling } = sums;
  const size = right.length;
  const first = destinations - 1;
  for (let j = 0; j < destinations; j += 1) {
    const cell = i * destinations + j;
    const weight = Math.exp(at(eta, cell));
    const response = weight * at(eta, cell) + at(flows, cell) - weight;
    add(sums.originWeights, i, weight);
    add(sums.originResponse, i, response);
    if (j > 0) {
      coupling[i * size + j - 1] = weight;
      add(schur, (j - 1) * size + j - 1, weight);
      add(right, j - 1, response);
    }
    for (let k = 0; k < covariateCount; k += 1) {
      const row = first + k;
      const covariate = at(covariates, cell * covariateCount + k);
      const weighted = weight * covariate;
      add(coupling, i * size + row, weighted);
      add(right, row, response * covariate);
      if (j > 0) add(schur, row * size + j - 1, weighted);
      for (let l = 0; l <= k; l += 1) {
        add(schur, row * size + first + l, weighted * at(covariates, cell * covariateCount + l));
      }
    }
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
    for (let p = 0; p <= q; p += 1) add(schur, q * size + p, -share * at(coupling, from + p));
  }
};

const originEffectsOf = ({ coupling, originWeights, originResponse }: Accumulated, rest: Float64Array): Float64Array =>
  originResponse.map((response, i) => {
    let explained = 0;
    for (let q = 0; q < rest.length; q += 1) explained += at(coupling, i * rest.length + q) * at(rest, q);
    return (response - explained) / at(originWeights, i);
  });

/** Null where the covariates are combinations of one another or of the effects. */
export const newtonStep = (grid: FlowGrid, eta: Float64Array): NewtonStep | null => {
  const { origins, destinations, covariateCount } = grid;
  const size = destinations - 1 + covariateCount;
  const sums: Accumulated = {
    schur: new Float64Array(size * size),
    right: new Float64Array(size),
    coupling: new Float64Array(origins * size),
    originWeights: new Float64Array(origins),
    originResponse: new Float64Array(origins),
  };
  for (let i = 0; i < origins; i += 1) addOrigin(grid, sums, eta, i);
  const scale = diagonalOf(sums.schur, size);
  for (let i = 0; i < origins; i += 1) eliminate(sums, i);
  if (!factorise(sums.schur, size, scale)) return null;
  const rest = solve(sums.schur, sums.right);
  const { schur: factor, coupling, originWeights } = sums;
  return { factor, coupling, originWeights, originEffects: originEffectsOf(sums, rest), rest };
};

/**
 * Σ of each pair's design row times effects: the linear predictor of a step's coefficients, or the influence of each pair
 * on one of them.
 */
export const overPairs = (grid: FlowGrid, originEffects: Float64Array, rest: Float64Array): Float64Array => {
  const { origins, destinations, covariates, covariateCount } = grid;
  const predictor = new Float64Array(origins * destinations);
  const first = destinations - 1;
  for (let cell = 0; cell < predictor.length; cell += 1) {
    const j = cell % destinations;
    let value = at(originEffects, (cell - j) / destinations) + (j > 0 ? at(rest, j - 1) : 0);
    for (let k = 0; k < covariateCount; k += 1)
      value += at(rest, first + k) * at(covariates, cell * covariateCount + k);
    predictor[cell] = value;
  }
  return predictor;
};
