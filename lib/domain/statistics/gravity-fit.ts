import { type FlowGrid, type NewtonStep, newtonStep, overPairs } from './gravity-newton';
import { type Outcome, refused } from './outcome';
import { isSeparatingStep, poissonFamily } from './regression-family';

const MOST_PASSES = 100;
const MOST_HALVINGS = 40;
/** Change of the linear predictor, against its size, at which the fit has settled; the pass after it squares the rest. */
const SETTLED_BELOW = 1e-7;
/** A predictor that still moves this much after this many passes may be running away. */
const RUNAWAY_STEP = 0.3;
const RUNAWAY_AFTER = 12;

export interface GravityFit {
  readonly step: NewtonStep;
  readonly eta: Float64Array;
}

interface State {
  readonly eta: Float64Array;
  /** Negative log-likelihood, without what the flows alone decide. */
  readonly loss: number;
}

const stateAt = ({ flows }: FlowGrid, eta: Float64Array): State => {
  let loss = 0;
  for (let cell = 0; cell < eta.length; cell += 1) {
    const predictor = eta[cell] ?? 0;
    loss += Math.exp(predictor) - (flows[cell] ?? 0) * predictor;
  }
  return { eta, loss };
};

/** Row total × column total ÷ total: the fit without covariates, a finite place to fall back to. */
const marginState = (grid: FlowGrid): State => {
  const { origins, destinations, flows } = grid;
  const rows = new Float64Array(origins);
  const columns = new Float64Array(destinations);
  flows.forEach((flow, cell) => {
    const j = cell % destinations;
    const i = (cell - j) / destinations;
    rows[i] = (rows[i] ?? 0) + flow;
    columns[j] = (columns[j] ?? 0) + flow;
  });
  const total = rows.reduce((all, row) => all + row, 0);
  const logOf = (i: number, j: number) => Math.log(rows[i] ?? 1) + Math.log(columns[j] ?? 1) - Math.log(total);
  return stateAt(
    grid,
    flows.map((_, cell) => logOf(Math.floor(cell / destinations), cell % destinations)),
  );
};

/** The new state, or one part of the way to it where the whole step would raise the loss. */
const damped = (grid: FlowGrid, from: State, target: Float64Array): State => {
  const allowed = from.loss + 1e-9 * (Math.abs(from.loss) + 1);
  let reached = stateAt(grid, target);
  for (let halving = 0; halving < MOST_HALVINGS && !(reached.loss <= allowed); halving += 1) {
    reached = stateAt(
      grid,
      reached.eta.map((eta, cell) => (eta + (from.eta[cell] ?? 0)) / 2),
    );
  }
  return reached;
};

/** Largest change, against the size of the predictor with `relativeTo`. */
const largestChange = (change: Float64Array, relativeTo?: Float64Array): number =>
  change.reduce((most, one, cell) => Math.max(most, Math.abs(one) / (1 + Math.abs(relativeTo?.[cell] ?? 0))), 0);

const isSeparating = (grid: FlowGrid, change: Float64Array): boolean =>
  isSeparatingStep(poissonFamily, Array.from(grid.flows), Array.from(change));

/**
 * Exact Newton for the two-way model; once settled, one more pass takes the information matrix at the solution.
 * Refuses `separated`, `collinear`, `not_converged`.
 */
export const fitGravity = (grid: FlowGrid): Outcome<GravityFit> => {
  let state = marginState(grid);
  let eta: Float64Array = grid.flows.map((flow) => Math.log(flow + 0.5));
  let change: Float64Array = new Float64Array();
  let isSettled = false;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const step = newtonStep(grid, eta);
    if (!step) return refused(isSeparating(grid, change) ? 'separated' : 'collinear');
    const next = damped(grid, state, overPairs(grid, step.originEffects, step.rest));
    if (isSettled) return { kind: 'computed', step, eta: next.eta };
    const previous = state.eta;
    change = next.eta.map((one, cell) => one - (previous[cell] ?? 0));
    const mayRunAway = pass >= RUNAWAY_AFTER && largestChange(change) > RUNAWAY_STEP;
    if (mayRunAway && isSeparating(grid, change)) return refused('separated');
    isSettled = pass > 0 && largestChange(change, next.eta) < SETTLED_BELOW;
    state = next;
    eta = next.eta;
  }
  return refused(isSeparating(grid, change) ? 'separated' : 'not_converged');
};
