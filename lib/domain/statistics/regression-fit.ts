import { diagonalOf, factorise, type SquareMatrix, solve } from './cholesky';
import { type Outcome, refused } from './outcome';
import { isSeparatingStep, type RegressionFamily } from './regression-family';
import { sum, sumOfProducts } from './sum';

const MOST_PASSES = 100;
/** Change of the linear predictor, against its size, at which the fit has settled; the pass after it squares the rest. */
const SETTLED_BELOW = 1e-7;
/** A predictor that still moves this much after this many passes may be running away. */
const RUNAWAY_STEP = 0.3;
const RUNAWAY_AFTER = 12;
const MOST_HALVINGS = 40;

export interface RegressionData {
  readonly family: RegressionFamily;
  /** Columns of the design, the constant included. */
  readonly columns: readonly (readonly number[])[];
  readonly observed: readonly number[];
  readonly offset: readonly number[];
}

export interface RegressionFit {
  readonly coefficients: readonly number[];
  readonly fitted: readonly number[];
  readonly deviance: number;
  /** Cholesky factor of the information matrix at the solution. */
  readonly factor: SquareMatrix;
}

interface State {
  readonly coefficients: readonly number[];
  readonly eta: readonly number[];
  readonly deviance: number;
}

const stateAt = ({ family, columns, observed, offset }: RegressionData, coefficients: readonly number[]): State => {
  const eta = offset.map((base, i) =>
    columns.reduce((total, column, k) => total + (column[i] ?? 0) * (coefficients[k] ?? 0), base),
  );
  return { coefficients, eta, deviance: sum(eta.map((one, i) => family.deviance(observed[i] ?? 0, one))) };
};

/** Information matrix and right-hand side of the working regression at a linear predictor. */
const workingRegression = ({ family, columns, observed, offset }: RegressionData, eta: readonly number[]) => {
  const size = columns.length;
  const means = eta.map(family.mean);
  const weights = means.map(family.variance);
  const response = eta.map(
    (one, i) => (weights[i] ?? 0) * (one - (offset[i] ?? 0)) + (observed[i] ?? 0) - (means[i] ?? 0),
  );
  const information = new Float64Array(size * size);
  columns.forEach((column, j) => {
    const weighted = column.map((x, i) => x * (weights[i] ?? 0));
    for (let k = j; k < size; k += 1) information[k * size + j] = sumOfProducts(weighted, columns[k] ?? []);
  });
  const right = Float64Array.from(columns, (column) => sumOfProducts(column, response));
  return { information, right };
};

/** The constant alone: a finite place to fall back to when the first step overshoots. */
const flatState = (data: RegressionData): State => {
  const { family, columns, observed, offset } = data;
  const average = sum(observed) / observed.length;
  const middle = sum(offset) / offset.length;
  return stateAt(
    data,
    columns.map((_, k) => (k === 0 ? family.link(average) - middle : 0)),
  );
};

/** The new state, or one part of the way to it where the whole step would raise the deviance. */
const damped = (data: RegressionData, from: State, target: readonly number[]): State => {
  let reached = stateAt(data, target);
  const allowed = from.deviance + 1e-9 * (Math.abs(from.deviance) + 1);
  for (let halving = 0; halving < MOST_HALVINGS && !(reached.deviance <= allowed); halving += 1) {
    reached = stateAt(
      data,
      reached.coefficients.map((one, k) => (one + (from.coefficients[k] ?? 0)) / 2),
    );
  }
  return reached;
};

const stepBetween = (from: State, to: State): readonly number[] => to.eta.map((one, i) => one - (from.eta[i] ?? 0));

/** Largest change, against the size of the predictor with `relativeTo`. */
const largestChange = (step: readonly number[], relativeTo: readonly number[] = []): number =>
  step.reduce((most, one, i) => Math.max(most, Math.abs(one) / (1 + Math.abs(relativeTo[i] ?? 0))), 0);

/**
 * Fits a regression with a canonical link by iteratively reweighted least squares, with step-halving; once settled, one
 * more pass takes the information matrix at the solution. The first column is the constant; callers check the data.
 * Refuses `separated`, `collinear`, `not_converged`.
 */
export const fitRegression = (data: RegressionData): Outcome<RegressionFit> => {
  const { family, observed, columns } = data;
  const average = sum(observed) / observed.length;
  let state = flatState(data);
  let eta: readonly number[] = observed.map((y) => family.link(family.start(y, average)));
  let step: readonly number[] = [];
  let isSettled = false;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const { information: factor, right } = workingRegression(data, eta);
    const isFullRank = factorise(factor, columns.length, diagonalOf(factor, columns.length));
    if (!isFullRank) return refused(isSeparatingStep(family, observed, step) ? 'separated' : 'collinear');
    if (isSettled) return { kind: 'computed', ...state, fitted: eta.map(family.mean), factor };
    const next = damped(data, state, Array.from(solve(factor, right)));
    step = stepBetween(state, next);
    const mayRunAway = pass >= RUNAWAY_AFTER && largestChange(step) > RUNAWAY_STEP;
    if (mayRunAway && isSeparatingStep(family, observed, step)) return refused('separated');
    isSettled = pass > 0 && largestChange(step, next.eta) < SETTLED_BELOW;
    state = next;
    eta = next.eta;
  }
  return refused(isSeparatingStep(family, observed, step) ? 'separated' : 'not_converged');
};
