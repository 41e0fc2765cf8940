import { type Outcome, refused } from '@/lib/domain/statistics/outcome';
import {
  isSeparatingStep,
  logisticFamily,
  poissonFamily,
  type RegressionFamily,
} from '@/lib/domain/statistics/regression-family';
import { type CellDesign, type CellNewton, type CellState, cellNewton, cellState } from './cell-newton';

const MOST_PASSES = 100;
const MOST_HALVINGS = 40;
/** Change of the linear predictor, against its size, at which the fit has settled; the pass after it squares the rest. */
const SETTLED_BELOW = 1e-7;
/** A predictor that still moves this much after this many passes may be running away. */
const RUNAWAY_STEP = 0.3;
const RUNAWAY_AFTER = 12;

/** A cell of one kind only gains by being fitted ever closer; a mixed one loses by any move without limit. */
const sharesFamily: RegressionFamily = {
  ...logisticFamily,
  gain: (share, step) => {
    if (share === 1) return step;
    return share === 0 ? -step : -Math.abs(step);
  },
};

const isSeparating = ({ family, counts, sizes }: CellDesign, from: CellState, to: CellState): boolean => {
  const move = Array.from(to.eta, (eta, cell) => eta - (from.eta[cell] ?? 0));
  if (family === 'poisson') return isSeparatingStep(poissonFamily, Array.from(counts), move);
  const shares = Array.from(counts, (count, cell) => count / (sizes[cell] ?? 1));
  return isSeparatingStep(sharesFamily, shares, move);
};

const moved = (design: CellDesign, from: CellState, step: Float64Array): CellState => {
  const allowed = from.logLikelihood - 1e-9 * (Math.abs(from.logLikelihood) + 1);
  const partOf = (share: number) =>
    cellState(
      design,
      from.beta.map((one, k) => one + share * (step[k] ?? 0)),
    );
  let share = 1;
  let reached = partOf(share);
  for (let halving = 0; halving < MOST_HALVINGS && !(reached.logLikelihood >= allowed); halving += 1) {
    share /= 2;
    reached = partOf(share);
  }
  return reached;
};

const largestMove = (from: CellState, to: CellState, isRelative: boolean): number => {
  let most = 0;
  for (let cell = 0; cell < to.eta.length; cell += 1) {
    const eta = to.eta[cell] ?? 0;
    const move = Math.abs(eta - (from.eta[cell] ?? 0));
    most = Math.max(most, isRelative ? move / (1 + Math.abs(eta)) : move);
  }
  return most;
};

export interface CellFit {
  readonly state: CellState;
  readonly newton: CellNewton;
}

/**
 * Newton's method with step-halving; once settled, one more pass takes the information matrix at the solution.
 * Refuses `separated`, `collinear`, `not_converged`.
 */
export const fitCells = (design: CellDesign, start: CellState): Outcome<CellFit> => {
  let before = start;
  let state = start;
  let isSettled = false;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const newton = cellNewton(design, state);
    if (!newton) return refused(isSeparating(design, before, state) ? 'separated' : 'collinear');
    if (isSettled) return { kind: 'computed', state, newton };
    before = state;
    state = moved(design, before, newton.step);
    const mayRunAway = pass >= RUNAWAY_AFTER && largestMove(before, state, false) > RUNAWAY_STEP;
    if (mayRunAway && isSeparating(design, before, state)) return refused('separated');
    isSettled = largestMove(before, state, true) < SETTLED_BELOW;
  }
  return refused(isSeparating(design, before, state) ? 'separated' : 'not_converged');
};
