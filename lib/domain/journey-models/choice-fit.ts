import { diagonalOf, factorise, type SquareMatrix, solve, unitColumn } from '@/lib/domain/statistics/cholesky';
import { type Outcome, refused } from '@/lib/domain/statistics/outcome';

const MOST_PASSES = 100;
const MOST_HALVINGS = 40;
const SETTLED_BELOW = 1e-9;
const RUNAWAY_STEP = 0.3;
const RUNAWAY_AFTER = 12;
/** What counts as zero in a direction, against its largest component. */
const NEGLIGIBLE = 1e-8;

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

export interface ChoiceFit {
  readonly coefficients: readonly number[];
  readonly modelErrors: readonly number[];
  /** Robust over cells, without small-sample factor: those of the Poisson model with a constant for each row. */
  readonly hc0Errors: readonly number[];
  /** Expected people of each cell. */
  readonly fitted: Float64Array;
  readonly logLikelihood: number;
}

const at = (values: Float64Array, i: number): number => values[i] ?? 0;

interface State {
  readonly beta: Float64Array;
  readonly probabilities: Float64Array;
  readonly logLikelihood: number;
}

const predictor = (cells: ChoiceCells, beta: Float64Array, cell: number): number => {
  let eta = 0;
  for (let k = 0; k < cells.covariateCount; k += 1)
    eta += at(beta, k) * at(cells.covariates, cell * cells.covariateCount + k);
  return eta;
};

const stateAt = (cells: ChoiceCells, beta: Float64Array): State => {
  const { rows, alternatives, counts, offsets } = cells;
  const probabilities = new Float64Array(rows * alternatives);
  let logLikelihood = 0;
  for (let from = 0; from < rows * alternatives; from += alternatives) {
    let most = Number.NEGATIVE_INFINITY;
    for (let cell = from; cell < from + alternatives; cell += 1) {
      probabilities[cell] = at(offsets, cell) + predictor(cells, beta, cell);
      most = Math.max(most, at(probabilities, cell));
    }
    let total = 0;
    for (let cell = from; cell < from + alternatives; cell += 1) total += Math.exp(at(probabilities, cell) - most);
    const log = most + Math.log(total);
    for (let cell = from; cell < from + alternatives; cell += 1) {
      const logProbability = at(probabilities, cell) - log;
      if (at(counts, cell) > 0) logLikelihood += at(counts, cell) * logProbability;
      probabilities[cell] = Math.exp(logProbability);
    }
  }
  return { beta, probabilities, logLikelihood };
};

/** Covariates of each cell less their mean over the alternatives of its row, weighted by the probabilities. */
const centred = (cells: ChoiceCells, { probabilities }: State): Float64Array => {
  const { rows, alternatives, covariateCount: size, covariates } = cells;
  const out = Float64Array.from(covariates);
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

const rowTotals = ({ rows, alternatives, counts }: ChoiceCells): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => {
    let total = 0;
    for (let a = 0; a < alternatives; a += 1) total += at(counts, row * alternatives + a);
    return total;
  });

interface Newton {
  readonly factor: SquareMatrix;
  readonly step: Float64Array;
  readonly fitted: Float64Array;
  readonly centred: Float64Array;
}

/** Null where a covariate doesn't vary between the alternatives of any row, or is a combination of the others. */
const newtonStep = (cells: ChoiceCells, state: State, totals: Float64Array): Newton | null => {
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
      scale[j] = at(scale, j) + mean * at(cells.covariates, cell * size + j) ** 2;
      for (let k = 0; k <= j; k += 1)
        factor[j * size + k] = at(factor, j * size + k) + mean * own * at(x, cell * size + k);
    }
  }
  const diagonal = diagonalOf(factor, size);
  if (diagonal.some((one, k) => !(one > 1e-11 * at(scale, k)))) return null;
  if (!factorise(factor, size, diagonal)) return null;
  return { factor, step: solve(factor, score), fitted, centred: x };
};

/** Whether a direction favours, in every row, what was chosen over everything else, and somewhere over something. */
const isSeparating = (cells: ChoiceCells, step: Float64Array): boolean => {
  const { rows, alternatives, counts } = cells;
  const moves = Float64Array.from(counts, (_, cell) => predictor(cells, step, cell));
  const largest = moves.reduce((most, one) => Math.max(most, Math.abs(one)), 0);
  let isSomewhere = false;
  for (let row = 0; row < rows; row += 1) {
    const own = moves.subarray(row * alternatives, (row + 1) * alternatives);
    const most = own.reduce((all, one) => Math.max(all, one), Number.NEGATIVE_INFINITY);
    const isBelow = (a: number) => at(own, a) < most - NEGLIGIBLE * largest;
    for (let a = 0; a < alternatives; a += 1) {
      if (!isBelow(a)) continue;
      if (at(counts, row * alternatives + a) > 0) return false;
      isSomewhere = true;
    }
  }
  return isSomewhere;
};

const damped = (cells: ChoiceCells, from: State, step: Float64Array): State => {
  const allowed = from.logLikelihood - 1e-9 * (Math.abs(from.logLikelihood) + 1);
  let share = 1;
  let reached = stateAt(
    cells,
    from.beta.map((one, k) => one + at(step, k)),
  );
  for (let halving = 0; halving < MOST_HALVINGS && !(reached.logLikelihood >= allowed); halving += 1) {
    share /= 2;
    reached = stateAt(
      cells,
      from.beta.map((one, k) => one + share * at(step, k)),
    );
  }
  return reached;
};

const errorsOf = (cells: ChoiceCells, { factor, fitted, centred: x }: Newton) => {
  const size = cells.covariateCount;
  const inverse = Array.from({ length: size }, (_, k) => solve(factor, unitColumn(size, k)));
  const robust = inverse.map((row) => {
    let variance = 0;
    for (let cell = 0; cell < fitted.length; cell += 1) {
      let influence = 0;
      for (let k = 0; k < size; k += 1) influence += at(row, k) * at(x, cell * size + k);
      variance += (influence * (at(cells.counts, cell) - at(fitted, cell))) ** 2;
    }
    return Math.sqrt(variance);
  });
  return { modelErrors: inverse.map((row, k) => Math.sqrt(at(row, k))), hc0Errors: robust };
};

/**
 * Conditional (multinomial) logit by Newton's method with step-halving. Coefficients and model errors equal those of a
 * Poisson model with a constant for each row, whose constants it doesn't need. Callers check the data.
 * Refuses `separated`, `collinear`, `not_converged`.
 * Source: McFadden 1974; the equality with Poisson regression, Palmgren 1981.
 */
export const fitChoice = (cells: ChoiceCells): Outcome<ChoiceFit> => {
  const totals = rowTotals(cells);
  let state = stateAt(cells, new Float64Array(cells.covariateCount));
  let step = new Float64Array(cells.covariateCount);
  let isSettled = false;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const newton = newtonStep(cells, state, totals);
    if (!newton) return refused(isSeparating(cells, step) ? 'separated' : 'collinear');
    if (isSettled) {
      const { beta, logLikelihood } = state;
      const errors = errorsOf(cells, newton);
      return { kind: 'computed', coefficients: Array.from(beta), ...errors, fitted: newton.fitted, logLikelihood };
    }
    const next = damped(cells, state, newton.step);
    const before = state.beta;
    step = next.beta.map((one, k) => one - at(before, k));
    const mayRunAway = pass >= RUNAWAY_AFTER && step.some((one) => Math.abs(one) > RUNAWAY_STEP);
    if (mayRunAway && isSeparating(cells, step)) return refused('separated');
    isSettled = step.every((one, k) => Math.abs(one) <= SETTLED_BELOW * (1 + Math.abs(at(next.beta, k))));
    state = next;
  }
  return refused(isSeparating(cells, step) ? 'separated' : 'not_converged');
};
