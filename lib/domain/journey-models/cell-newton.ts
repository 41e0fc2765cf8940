import { diagonalOf, factorise, type SquareMatrix, solve } from '@/lib/domain/statistics/cholesky';

/**
 * How a count relates to its cell: `poisson`, entrants against the people they come from; `binomial`, people of a kind
 * among all of the cell.
 */
export type CellFamily = 'poisson' | 'binomial';

/** Cells with the constant as their first covariate. */
export interface CellDesign {
  readonly family: CellFamily;
  readonly counts: Float64Array;
  /** Exposure or people, above 0. */
  readonly sizes: Float64Array;
  readonly width: number;
  /** Cell by cell, the covariates of a cell side by side. */
  readonly covariates: Float64Array;
}

export interface CellState {
  readonly beta: Float64Array;
  /** Linear predictor without the size. */
  readonly eta: Float64Array;
  /** Expected counts. */
  readonly means: Float64Array;
  readonly logLikelihood: number;
}

const at = (values: Float64Array, i: number): number => values[i] ?? 0;

/** ln(1 + e^η) without overflow. */
const logOnePlusExp = (eta: number): number => Math.max(0, eta) + Math.log1p(Math.exp(-Math.abs(eta)));

export const cellState = (design: CellDesign, beta: Float64Array): CellState => {
  const { family, counts, sizes, width, covariates } = design;
  const eta = new Float64Array(counts.length);
  const means = new Float64Array(counts.length);
  let logLikelihood = 0;
  for (let cell = 0; cell < counts.length; cell += 1) {
    let predictor = 0;
    for (let k = 0; k < width; k += 1) predictor += at(beta, k) * at(covariates, cell * width + k);
    const size = at(sizes, cell);
    const mean = family === 'poisson' ? size * Math.exp(predictor) : size / (1 + Math.exp(-predictor));
    eta[cell] = predictor;
    means[cell] = mean;
    logLikelihood += at(counts, cell) * predictor - (family === 'poisson' ? mean : size * logOnePlusExp(predictor));
  }
  return { beta, eta, means, logLikelihood };
};

/** Variance of a count; with these links also its weight. */
export const varianceOf = ({ family, sizes }: CellDesign, { means }: CellState, cell: number): number => {
  const mean = at(means, cell);
  return family === 'poisson' ? mean : mean * (1 - mean / at(sizes, cell));
};

export interface CellNewton {
  /** Cholesky factor of the information matrix. */
  readonly factor: SquareMatrix;
  readonly step: Float64Array;
}

/** Null where the covariates are combinations of one another, or the weights have run out. */
export const cellNewton = (design: CellDesign, state: CellState): CellNewton | null => {
  const { counts, width, covariates } = design;
  const factor = new Float64Array(width * width);
  const score = new Float64Array(width);
  for (let cell = 0; cell < counts.length; cell += 1) {
    const from = cell * width;
    const residual = at(counts, cell) - at(state.means, cell);
    const weight = varianceOf(design, state, cell);
    for (let j = 0; j < width; j += 1) {
      const x = at(covariates, from + j);
      score[j] = at(score, j) + x * residual;
      for (let k = 0; k <= j; k += 1)
        factor[j * width + k] = at(factor, j * width + k) + weight * x * at(covariates, from + k);
    }
  }
  if (!factorise(factor, width, diagonalOf(factor, width))) return null;
  return { factor, step: solve(factor, score) };
};

/** Robust errors over cells, without small-sample factor, from the inverse information (row by row). */
export const robustErrors = (
  { counts, width, covariates }: CellDesign,
  { means }: CellState,
  inverse: readonly Float64Array[],
): readonly number[] =>
  inverse.map((row) => {
    let variance = 0;
    for (let cell = 0; cell < counts.length; cell += 1) {
      let influence = 0;
      for (let k = 0; k < width; k += 1) influence += at(row, k) * at(covariates, cell * width + k);
      const part = influence * (at(counts, cell) - at(means, cell));
      variance += part * part;
    }
    return Math.sqrt(variance);
  });
