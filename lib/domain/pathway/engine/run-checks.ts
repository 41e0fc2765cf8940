import { PathwayInvariantError } from './pathway-error';
import type { NodePair, RunState } from './run-state';

/** Share of everybody by which sums may differ by rounding. */
const CONSERVED = 1e-9;
/** People below 0 that rounding may leave. */
const SLACK = 1e-7;

const sumOf = (values: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i] ?? 0;
    if (!(value >= -SLACK)) {
      throw new PathwayInvariantError(Number.isNaN(value) ? 'not_finite' : 'negative_people', `${value} people`);
    }
    sum += value;
  }
  return sum;
};

/** Everybody on the pathway, in a career in the modelled regions, or away from it who may come back. Head count. */
export const populationOf = (state: RunState): number => {
  let sum = state.left + sumOf(state.f1) + sumOf(state.f2) + sumOf(state.careerHeads) + sumOf(state.settlingOld);
  for (const classes of state.gap) sum += sumOf(classes);
  for (const classes of state.pool) sum += sumOf(classes);
  for (const cohorts of state.cohorts) sum += sumOf(cohorts.stock);
  return sum;
};

const assertFilled = ({ first, others }: NodePair): void => {
  const { posts, filled } = first;
  for (let option = 0; option < filled.length; option += 1) {
    const offered = posts[option] ?? 0;
    let taken = filled[option] ?? 0;
    if (others) taken += others.filled[option] ?? 0;
    if (!(taken >= 0 && taken <= offered * (1 + 1e-15))) {
      throw new PathwayInvariantError('filled_above_posts', `${taken} of ${offered}`);
    }
  }
};

/** No stock of trainees is below 0: they alone are subtracted from. */
export const assertStocks = (state: RunState): void => {
  const { kernel, training, cohorts } = state;
  if (kernel && kernel.hasStocks(training.all, -SLACK) === 1) return;
  for (const { stock } of cohorts) sumOf(stock);
};

/** Nobody is lost or made up. */
export const assertConserved = (expected: number, found: number): void => {
  if (!(Math.abs(found - expected) <= CONSERVED * Math.max(1, expected))) {
    throw new PathwayInvariantError('conservation', `${found} people instead of ${expected}`);
  }
};

/** No post is filled twice. */
export const assertPosts = (state: RunState): void => {
  assertFilled(state.foundation);
  assertFilled(state.entry);
  for (const pair of state.higher) if (pair) assertFilled(pair);
};
