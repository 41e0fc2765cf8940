import { diagonalOf, factorise, type SquareMatrix, solve } from '@/lib/domain/statistics/cholesky';
import { countCheck, finiteCheck, firstReason, lengthCheck, partCheck } from '@/lib/domain/statistics/input-checks';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { isSeparatingStep, logisticFamily, type RegressionFamily } from '@/lib/domain/statistics/regression-family';
import { modelErrors, sandwichErrors } from '@/lib/domain/statistics/sandwich-errors';
import { sum, sumOfProducts } from '@/lib/domain/statistics/sum';

const MOST_PASSES = 100;
const MOST_HALVINGS = 40;
const SETTLED_BELOW = 1e-7;
const RUNAWAY_STEP = 0.3;
const RUNAWAY_AFTER = 12;

export interface GroupedLogisticInput {
  /** How many of the people of each cell are of the kind modelled. */
  readonly successes: readonly number[];
  /** People of each cell; cells without people say nothing and are left out. */
  readonly trials: readonly number[];
  /** One column each; the constant is added. */
  readonly covariates: readonly (readonly number[])[];
}

/** One entry for each coefficient: the constant, then the covariates in order. */
export interface GroupedLogistic {
  readonly coefficients: readonly number[];
  readonly modelErrors: readonly number[];
  /** Robust over cells, times √(n ÷ (n − k)). */
  readonly hc1Errors: readonly number[];
  readonly deviance: number;
  /** With the constant alone. */
  readonly nullDeviance: number;
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
  /** Cells with people, and those of them in which nobody is of the kind. */
  readonly cells: number;
  readonly zeroCells: number;
  readonly people: number;
}

interface Cells {
  readonly successes: readonly number[];
  readonly trials: readonly number[];
  readonly columns: readonly (readonly number[])[];
}

interface State {
  readonly coefficients: readonly number[];
  readonly eta: readonly number[];
  readonly deviance: number;
}

/** A cell of one kind only gains by being fitted ever closer; a mixed one loses by any move without limit. */
const sharesFamily: RegressionFamily = {
  ...logisticFamily,
  gain: (share, step) => {
    if (share === 1) return step;
    return share === 0 ? -step : -Math.abs(step);
  },
};

const entropyTerm = (part: number, whole: number): number => (part > 0 ? part * Math.log(part / whole) : 0);

const stateAt = ({ successes, trials, columns }: Cells, coefficients: readonly number[]): State => {
  const eta = trials.map((_, i) => columns.reduce((all, x, k) => all + (x[i] ?? 0) * (coefficients[k] ?? 0), 0));
  const deviance = eta.reduce((total, one, i) => {
    const [y, n] = [successes[i] ?? 0, trials[i] ?? 0];
    const saturated = entropyTerm(y, n) + entropyTerm(n - y, n);
    return total + 2 * saturated + y * logisticFamily.deviance(1, one) + (n - y) * logisticFamily.deviance(0, one);
  }, 0);
  return { coefficients, eta, deviance };
};

interface Newton {
  readonly factor: SquareMatrix;
  readonly step: readonly number[];
}

const newtonStep = ({ successes, trials, columns }: Cells, { eta }: State): Newton | null => {
  const size = columns.length;
  const means = eta.map(logisticFamily.mean);
  const weights = means.map((mean, i) => (trials[i] ?? 0) * logisticFamily.variance(mean));
  const residuals = means.map((mean, i) => (successes[i] ?? 0) - (trials[i] ?? 0) * mean);
  const factor = new Float64Array(size * size);
  columns.forEach((column, j) => {
    const weighted = column.map((x, i) => x * (weights[i] ?? 0));
    for (let k = j; k < size; k += 1) factor[k * size + j] = sumOfProducts(weighted, columns[k] ?? []);
  });
  if (!factorise(factor, size, diagonalOf(factor, size))) return null;
  const score = Float64Array.from(columns, (column) => sumOfProducts(column, residuals));
  return { factor, step: Array.from(solve(factor, score)) };
};

const damped = (cells: Cells, from: State, step: readonly number[]): State => {
  const allowed = from.deviance + 1e-9 * (Math.abs(from.deviance) + 1);
  let share = 1;
  let reached = stateAt(
    cells,
    from.coefficients.map((one, k) => one + (step[k] ?? 0)),
  );
  for (let halving = 0; halving < MOST_HALVINGS && !(reached.deviance <= allowed); halving += 1) {
    share /= 2;
    reached = stateAt(
      cells,
      from.coefficients.map((one, k) => one + share * (step[k] ?? 0)),
    );
  }
  return reached;
};

const moveBetween = (from: State, to: State): readonly number[] => to.eta.map((one, i) => one - (from.eta[i] ?? 0));

interface Fit {
  readonly state: State;
  readonly factor: SquareMatrix;
}

const fitCells = (cells: Cells, start: State): Outcome<Fit> => {
  const shares = cells.successes.map((y, i) => y / (cells.trials[i] ?? 1));
  const isSeparating = (move: readonly number[]) => isSeparatingStep(sharesFamily, shares, move);
  let state = start;
  let move: readonly number[] = [];
  let isSettled = false;
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    const newton = newtonStep(cells, state);
    if (!newton) return refused(isSeparating(move) ? 'separated' : 'collinear');
    if (isSettled) return { kind: 'computed', state, factor: newton.factor };
    const next = damped(cells, state, newton.step);
    move = moveBetween(state, next);
    const most = move.reduce((largest, one) => Math.max(largest, Math.abs(one)), 0);
    if (pass >= RUNAWAY_AFTER && most > RUNAWAY_STEP && isSeparating(move)) return refused('separated');
    isSettled = move.every((one, i) => Math.abs(one) < SETTLED_BELOW * (1 + Math.abs(next.eta[i] ?? 0)));
    state = next;
  }
  return refused(isSeparating(move) ? 'separated' : 'not_converged');
};

const cellsWithPeople = ({ successes, trials, covariates }: GroupedLogisticInput): Cells => {
  const kept = trials.flatMap((people, i) => (people > 0 ? [i] : []));
  const take = (values: readonly number[]) => kept.map((i) => values[i] ?? 0);
  return { successes: take(successes), trials: take(trials), columns: [kept.map(() => 1), ...covariates.map(take)] };
};

/**
 * Logistic regression of cells of people (binomial counts). An association, not an effect.
 *
 * Domain: successes 0 to trials, some people of the kind and some not, more cells with people than coefficients,
 * covariates that aren't combinations of one another. Refuses `not_finite`, `lengths_differ`, `negative_events`,
 * `events_exceed_total`, `too_few_values`, `no_variation`, `separated`, `collinear`, `not_converged`, `out_of_range`.
 * Source: McCullagh and Nelder 1989; White 1980 for the robust errors; separation: Albert and Anderson 1984.
 */
export const groupedLogistic = (input: GroupedLogisticInput): Outcome<GroupedLogistic> => {
  const reason = firstReason(
    finiteCheck(input.successes, input.trials, ...input.covariates),
    lengthCheck(input.successes, input.trials, ...input.covariates),
    countCheck(input.successes, input.trials),
    partCheck(input.successes, input.trials),
  );
  if (reason) return refused(reason);
  const cells = cellsWithPeople(input);
  const { successes, trials, columns } = cells;
  const degreesOfFreedom = trials.length - columns.length;
  if (degreesOfFreedom <= 0) return refused('too_few_values');
  const [events, people] = [sum(successes), sum(trials)];
  if (events === 0 || events === people) return refused('no_variation');
  const flat = stateAt(
    cells,
    columns.map((_, k) => (k === 0 ? logisticFamily.link(events / people) : 0)),
  );
  const fit = fitCells(cells, flat);
  if (fit.kind === 'refused') return fit;
  const means = fit.state.eta.map(logisticFamily.mean);
  const residuals = means.map((mean, i) => (successes[i] ?? 0) - (trials[i] ?? 0) * mean);
  const variances = means.map((mean, i) => (trials[i] ?? 0) * logisticFamily.variance(mean));
  const robust = sandwichErrors(fit.factor, columns, residuals);
  return computed({
    coefficients: fit.state.coefficients,
    modelErrors: modelErrors(fit.factor, columns.length),
    hc1Errors: robust.map((error) => error * Math.sqrt(trials.length / degreesOfFreedom)),
    deviance: fit.state.deviance,
    nullDeviance: flat.deviance,
    dispersion: sum(residuals.map((residual, i) => residual ** 2 / (variances[i] ?? 1))) / degreesOfFreedom,
    degreesOfFreedom,
    cells: trials.length,
    zeroCells: successes.filter((count) => count === 0).length,
    people,
  });
};
