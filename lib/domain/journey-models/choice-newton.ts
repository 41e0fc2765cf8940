import { diagonalOf, factorise, type SquareMatrix, solve, unitColumn } from '@/lib/domain/statistics/cholesky';

/** People of each row who chose each alternative, row by row; every row has somebody. */
export interface ChoiceCells {
  readonly rows: number;
  readonly alternatives: number;
  readonly counts: Float64Array;
  /** Log weight of each cell. */
  readonly offsets: Float64Array;
  readonly covariateCount: number;
  /** Cell by cell, the covariates of a cell side by side. */
  readonly covariates: Float64Array;
}

const at = (values: Float64Array, i: number): number => values[i] ?? 0;

export interface ChoiceState {
  readonly beta: Float64Array;
  readonly probabilities: Float64Array;
  readonly logLikelihood: number;
}

/** Linear predictor of a cell without its offset. */
export const choicePredictor = (cells: ChoiceCells, beta: Float64Array, cell: number): number => {
  let eta = 0;
  for (let k = 0; k < cells.covariateCount; k += 1)
    eta += at(beta, k) * at(cells.covariates, cell * cells.covariateCount + k);
  return eta;
};

export const choiceState = (cells: ChoiceCells, beta: Float64Array): ChoiceState => {
  const { rows, alternatives, counts, offsets } = cells;
  const probabilities = new Float64Array(rows * alternatives);
  let logLikelihood = 0;
  for (let from = 0; from < rows * alternatives; from += alternatives) {
    let most = Number.NEGATIVE_INFINITY;
    let people = 0;
    for (let cell = from; cell < from + alternatives; cell += 1) {
      probabilities[cell] = at(offsets, cell) + choicePredictor(cells, beta, cell);
      most = Math.max(most, at(probabilities, cell));
    }
    let total = 0;
    for (let cell = from; cell < from + alternatives; cell += 1) {
      const above = at(probabilities, cell) - most;
      if (at(counts, cell) > 0) logLikelihood += at(counts, cell) * above;
      people += at(counts, cell);
      probabilities[cell] = Math.exp(above);
      total += at(probabilities, cell);
    }
    for (let cell = from; cell < from + alternatives; cell += 1) probabilities[cell] = at(probabilities, cell) / total;
    logLikelihood -= people * Math.log(total);
  }
  return { beta, probabilities, logLikelihood };
};

/** Covariates of each cell less their mean over the alternatives of its row, weighted by the probabilities. */
const centred = (cells: ChoiceCells, { probabilities }: ChoiceState): Float64Array => {
  const { rows, alternatives, covariateCount: size, covariates } = cells;
  const out = new Float64Array(covariates.length);
  for (let from = 0; from < rows * alternatives; from += alternatives) {
    for (let k = 0; k < size; k += 1) {
      let mean = 0;
      for (let cell = from; cell < from + alternatives; cell += 1)
        mean += at(probabilities, cell) * at(covariates, cell * size + k);
      for (let cell = from; cell < from + alternatives; cell += 1)
        out[cell * size + k] = at(covariates, cell * size + k) - mean;
    }
  }
  return out;
};

export interface ChoiceNewton {
  readonly factor: SquareMatrix;
  readonly step: Float64Array;
  readonly fitted: Float64Array;
  readonly centred: Float64Array;
}

/** Null where a covariate doesn't vary between the alternatives of any row, or is a combination of the others. */
export const choiceNewton = (cells: ChoiceCells, state: ChoiceState, totals: Float64Array): ChoiceNewton | null => {
  const { alternatives, counts, covariateCount: size } = cells;
  const x = centred(cells, state);
  const fitted = new Float64Array(counts.length);
  const factor = new Float64Array(size * size);
  const score = new Float64Array(size);
  const scale = new Float64Array(size);
  for (let cell = 0; cell < counts.length; cell += 1) {
    const mean = at(state.probabilities, cell) * at(totals, Math.floor(cell / alternatives));
    const residual = at(counts, cell) - mean;
    fitted[cell] = mean;
    for (let j = 0; j < size; j += 1) {
      const own = at(x, cell * size + j);
      score[j] = at(score, j) + own * residual;
      const whole = at(cells.covariates, cell * size + j);
      scale[j] = at(scale, j) + mean * whole * whole;
      for (let k = 0; k <= j; k += 1)
        factor[j * size + k] = at(factor, j * size + k) + mean * own * at(x, cell * size + k);
    }
  }
  const diagonal = diagonalOf(factor, size);
  if (diagonal.some((one, k) => !(one > 1e-11 * at(scale, k)))) return null;
  if (!factorise(factor, size, diagonal)) return null;
  return { factor, step: solve(factor, score), fitted, centred: x };
};

/** Standard errors at a solution: of the model, and robust over cells without small-sample factor. */
export const choiceErrors = (cells: ChoiceCells, { factor, fitted, centred: x }: ChoiceNewton) => {
  const size = cells.covariateCount;
  const inverse = Array.from({ length: size }, (_, k) => solve(factor, unitColumn(size, k)));
  const robust = inverse.map((row) => {
    let variance = 0;
    for (let cell = 0; cell < fitted.length; cell += 1) {
      let influence = 0;
      for (let k = 0; k < size; k += 1) influence += at(row, k) * at(x, cell * size + k);
      const part = influence * (at(cells.counts, cell) - at(fitted, cell));
      variance += part * part;
    }
    return Math.sqrt(variance);
  });
  return { modelErrors: inverse.map((row, k) => Math.sqrt(at(row, k))), hc0Errors: robust };
};
