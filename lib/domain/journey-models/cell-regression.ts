import { solve, unitColumn } from '@/lib/domain/statistics/cholesky';
import {
  countCheck,
  denominatorCheck,
  finiteCheck,
  firstReason,
  lengthCheck,
  partCheck,
} from '@/lib/domain/statistics/input-checks';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import {
  isSeparatingStep,
  logisticFamily,
  poissonFamily,
  type RegressionFamily,
} from '@/lib/domain/statistics/regression-family';
import { sum } from '@/lib/domain/statistics/sum';
import {
  type CellDesign,
  type CellFamily,
  type CellNewton,
  type CellState,
  cellNewton,
  cellState,
  robustErrors,
  varianceOf,
} from './cell-newton';

const MOST_PASSES = 100;
const MOST_HALVINGS = 40;
/** Change of the linear predictor, against its size, at which the fit has settled; the pass after it squares the rest. */
const SETTLED_BELOW = 1e-7;
/** A predictor that still moves this much after this many passes may be running away. */
const RUNAWAY_STEP = 0.3;
const RUNAWAY_AFTER = 12;

export interface CellRegressionInput {
  readonly family: CellFamily;
  readonly counts: readonly number[];
  /** Young people who could enter, or people among whom those of the kind are counted. */
  readonly sizes: readonly number[];
  /** One column each; the constant is added. */
  readonly covariates: readonly (readonly number[])[];
}

/** One entry for each coefficient: the constant, then the covariates in order. */
export interface CellRegression {
  readonly coefficients: readonly number[];
  readonly modelErrors: readonly number[];
  /** Robust over cells, times √(n ÷ (n − k)). */
  readonly hc1Errors: readonly number[];
  readonly deviance: number;
  /** With the constant alone. */
  readonly nullDeviance: number;
  /** Pearson χ² ÷ (n − k). */
  readonly dispersion: number;
  readonly degreesOfFreedom: number;
  readonly cells: number;
  readonly zeroCells: number;
  /** In the counts of a Poisson model, in the sizes of a binomial one. */
  readonly people: number;
}

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

interface Fit {
  readonly state: CellState;
  readonly newton: CellNewton;
}

const fitCells = (design: CellDesign, start: CellState): Outcome<Fit> => {
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

const part = (count: number, of: number): number => (count > 0 ? count * Math.log(count / of) : 0);

/** Log-likelihood of a perfect fit, without what the data alone decide. */
const saturated = ({ family, counts, sizes }: CellDesign): number =>
  counts.reduce((total, count, cell) => {
    const size = sizes[cell] ?? 1;
    return total + part(count, size) + (family === 'poisson' ? -count : part(size - count, size));
  }, 0);

const designOf = ({ family, counts, sizes, covariates }: CellRegressionInput): CellDesign => {
  // A cell without people says nothing about shares.
  const kept = sizes.flatMap((size, cell) => (size > 0 ? [cell] : []));
  const width = covariates.length + 1;
  const rows = new Float64Array(kept.length * width);
  kept.forEach((cell, i) => {
    rows[i * width] = 1;
    covariates.forEach((column, k) => {
      rows[i * width + k + 1] = column[cell] ?? 0;
    });
  });
  // `Float64Array.from` with a function is ten times slower.
  const take = (values: readonly number[]) => new Float64Array(kept.map((cell) => values[cell] ?? 0));
  return { family, counts: take(counts), sizes: take(sizes), width, covariates: rows };
};

const reasonAgainst = ({ family, counts, sizes, covariates }: CellRegressionInput) => {
  const [events, people] = [sum(counts), sum(sizes)];
  const cells = family === 'poisson' ? counts.length : sizes.filter((size) => size > 0).length;
  return firstReason(
    finiteCheck(counts, sizes, ...covariates),
    lengthCheck(counts, sizes, ...covariates),
    countCheck(counts),
    family === 'poisson' ? denominatorCheck(sizes) : (countCheck(sizes) ?? partCheck(counts, sizes)),
    (family === 'poisson' ? events : people) > 0 ? null : 'no_events',
    cells > covariates.length + 1 ? null : 'too_few_values',
    family === 'binomial' && (events === 0 || events === people) ? 'no_variation' : null,
  );
};

/**
 * Regression of cells of people on covariates: Poisson pseudo-maximum likelihood with offset ln(size), or binomial with
 * logit link (cells without people are left out). An association, not an effect.
 *
 * Domain: more cells than coefficients, counts 0 or more (binomial: up to the size, some people of the kind and some not),
 * covariates that aren't combinations of one another. Refuses `not_finite`, `lengths_differ`, `negative_events`,
 * `no_denominator`, `events_exceed_total`, `no_events`, `too_few_values`, `no_variation`, `separated`, `collinear`,
 * `not_converged`, `out_of_range`.
 * Source: McCullagh and Nelder 1989; Santos Silva and Tenreyro 2006; White 1980 for the robust errors.
 */
export const cellRegression = (input: CellRegressionInput): Outcome<CellRegression> => {
  const reason = reasonAgainst(input);
  if (reason) return refused(reason);
  const design = designOf(input);
  const { family, counts, width } = design;
  const overall = sum(input.counts) / sum(input.sizes);
  const constant = (family === 'poisson' ? poissonFamily : logisticFamily).link(overall);
  const flat = cellState(
    design,
    Float64Array.from({ length: width }, (_, k) => (k === 0 ? constant : 0)),
  );
  const fit = fitCells(design, flat);
  if (fit.kind === 'refused') return fit;
  const { state, newton } = fit;
  const inverse = Array.from({ length: width }, (_, k) => solve(newton.factor, unitColumn(width, k)));
  const degreesOfFreedom = counts.length - width;
  const perfect = saturated(design);
  const squares = counts.map(
    (count, cell) => (count - (state.means[cell] ?? 0)) ** 2 / varianceOf(design, state, cell),
  );
  const smallSample = Math.sqrt(counts.length / degreesOfFreedom);
  return computed({
    coefficients: Array.from(state.beta),
    modelErrors: inverse.map((row, k) => Math.sqrt(row[k] ?? 0)),
    hc1Errors: robustErrors(design, state, inverse).map((error) => error * smallSample),
    deviance: 2 * (perfect - state.logLikelihood),
    nullDeviance: 2 * (perfect - flat.logLikelihood),
    dispersion: sum(Array.from(squares)) / degreesOfFreedom,
    degreesOfFreedom,
    cells: counts.length,
    zeroCells: counts.filter((count) => count === 0).length,
    people: sum(family === 'poisson' ? input.counts : input.sizes),
  });
};
