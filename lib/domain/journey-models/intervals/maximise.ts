import { diagonalOf, factorise, type SquareMatrix, solve } from '@/lib/domain/statistics/cholesky';
import { type Outcome, refused } from '@/lib/domain/statistics/outcome';

const MOST_PASSES = 200;
const MOST_HALVINGS = 40;
/** Change of a parameter, against its size, at which the fit has settled; the pass after it squares the rest. */
const SETTLED_BELOW = 1e-7;
/** A parameter that still moves this much after this many passes is running away. */
const RUNAWAY_STEP = 0.3;
const RUNAWAY_AFTER = 25;

/** A likelihood of ranges at some parameters. */
export interface RangeState {
  readonly logLikelihood: number;
  readonly score: Float64Array;
  /** Information of the ranges: that of the counts less the variance of their score within the ranges (Louis 1982). */
  readonly observed: SquareMatrix;
  /** Information that the counts themselves would give. */
  readonly complete: SquareMatrix;
}

export interface Maximum {
  readonly parameters: Float64Array;
  /** Cholesky factor of the observed information. */
  readonly factor: SquareMatrix;
  /** Of the information that the counts themselves would give. */
  readonly completeFactor: SquareMatrix;
}

const factorOf = (matrix: SquareMatrix, scale: SquareMatrix, size: number): SquareMatrix | null => {
  const factor = Float64Array.from(matrix);
  return factorise(factor, size, diagonalOf(scale, size)) ? factor : null;
};

const largest = (values: Float64Array): number => values.reduce((most, one) => Math.max(most, Math.abs(one)), 0);

/**
 * Newton's method on the likelihood of ranges, with step-halving. Far from the maximum, where the information of the ranges may not be
 * positive, a step is that of EM (Dempster, Laird and Rubin 1977): the information of the counts. Both end at the same place.
 * Refuses `separated`, `collinear`, `not_converged`.
 */
export const maximise = (evaluate: (parameters: Float64Array) => RangeState, start: Float64Array): Outcome<Maximum> => {
  const size = start.length;
  let [parameters, state] = [start, evaluate(start)];
  let [isSettled, move] = [false, 0];
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const factor = factorOf(state.observed, state.complete, size);
    const completeFactor = factorOf(state.complete, state.complete, size);
    if (isSettled && factor && completeFactor) return { kind: 'computed', parameters, factor, completeFactor };
    const used = factor ?? completeFactor;
    if (!used) return refused(move > RUNAWAY_STEP ? 'separated' : 'collinear');
    if (pass >= RUNAWAY_AFTER && move > RUNAWAY_STEP) return refused('separated');
    const step = solve(used, state.score);
    const allowed = state.logLikelihood - 1e-9 * (Math.abs(state.logLikelihood) + 1);
    const before = parameters;
    const reach = (share: number) => before.map((one, k) => one + share * (step[k] ?? 0));
    let share = 1;
    let [next, reached] = [reach(1), evaluate(reach(1))];
    for (let halving = 0; halving < MOST_HALVINGS && !(reached.logLikelihood >= allowed); halving += 1) {
      share /= 2;
      next = reach(share);
      reached = evaluate(next);
    }
    move = share * largest(step);
    isSettled = before.every((one, k) => Math.abs((next[k] ?? 0) - one) <= SETTLED_BELOW * (1 + Math.abs(one)));
    [parameters, state] = [next, reached];
  }
  return refused('not_converged');
};

/** Adds `weight` × v v' to the lower triangle, v given by the places and values of what isn't 0; the places ascend. */
export const addSquare = (
  matrix: SquareMatrix,
  size: number,
  places: readonly number[],
  values: ArrayLike<number>,
  weight: number,
): void => {
  for (let i = 0; i < places.length; i += 1) {
    const row = (places[i] ?? 0) * size;
    const scaled = weight * (values[i] ?? 0);
    for (let j = 0; j <= i; j += 1) {
      const at = row + (places[j] ?? 0);
      matrix[at] = (matrix[at] ?? 0) + scaled * (values[j] ?? 0);
    }
  }
};
