import { type Outcome, refused } from '@/lib/domain/statistics/outcome';
import {
  type ChoiceCells,
  type ChoiceState,
  choiceErrors,
  choiceNewton,
  choicePredictor,
  choiceState,
} from './choice-newton';

const MOST_PASSES = 100;
const MOST_HALVINGS = 40;
const SETTLED_BELOW = 1e-9;
const RUNAWAY_STEP = 0.3;
const RUNAWAY_AFTER = 12;
/** What counts as zero in a direction, against its largest component. */
const NEGLIGIBLE = 1e-8;

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

const rowTotals = ({ rows, alternatives, counts }: ChoiceCells): Float64Array =>
  Float64Array.from({ length: rows }, (_, row) => {
    let total = 0;
    for (let a = 0; a < alternatives; a += 1) total += at(counts, row * alternatives + a);
    return total;
  });

/** Whether a direction favours, in every row, what was chosen over everything else, and somewhere over something. */
const isSeparating = (cells: ChoiceCells, step: Float64Array): boolean => {
  const { rows, alternatives, counts } = cells;
  const moves = Float64Array.from(counts, (_, cell) => choicePredictor(cells, step, cell));
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

const damped = (cells: ChoiceCells, from: ChoiceState, step: Float64Array): ChoiceState => {
  const allowed = from.logLikelihood - 1e-9 * (Math.abs(from.logLikelihood) + 1);
  let share = 1;
  let reached = choiceState(
    cells,
    from.beta.map((one, k) => one + at(step, k)),
  );
  for (let halving = 0; halving < MOST_HALVINGS && !(reached.logLikelihood >= allowed); halving += 1) {
    share /= 2;
    reached = choiceState(
      cells,
      from.beta.map((one, k) => one + share * at(step, k)),
    );
  }
  return reached;
};

/**
 * Conditional (multinomial) logit by Newton's method with step-halving. Coefficients and model errors equal those of a
 * Poisson model with a constant for each row, whose constants it doesn't need. Callers check the data.
 * Refuses `separated`, `collinear`, `not_converged`.
 * Source: McFadden 1974; the equality with Poisson regression, Palmgren 1981.
 */
export const fitChoice = (cells: ChoiceCells): Outcome<ChoiceFit> => {
  const totals = rowTotals(cells);
  let state = choiceState(cells, new Float64Array(cells.covariateCount));
  let step = new Float64Array(cells.covariateCount);
  let isSettled = false;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const newton = choiceNewton(cells, state, totals);
    if (!newton) return refused(isSeparating(cells, step) ? 'separated' : 'collinear');
    if (isSettled) {
      const { beta, logLikelihood } = state;
      const errors = choiceErrors(cells, newton);
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
