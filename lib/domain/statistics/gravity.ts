import { gravityErrors } from './gravity-errors';
import { fitGravity } from './gravity-fit';
import { type FlowMatrix, flowGridOf, fullMatrix, type KeptPairs, keptPairs } from './gravity-grid';
import { countCheck, finiteCheck, firstReason } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { poissonFamily } from './regression-family';

export interface GravityInput {
  /** Flow from each origin (row) to each destination (column), 0 or more; every pair is given and zeros stay in. */
  readonly flows: FlowMatrix;
  /** Covariates of the pairs (such as the log of distance in km), each in the shape of `flows`. */
  readonly covariates: readonly FlowMatrix[];
}

/** Coefficients and errors in the order of the covariates. */
export interface GravityModel {
  /** On the log scale: exp(coefficient) is a ratio of flows; of a logged covariate, an elasticity. */
  readonly coefficients: readonly number[];
  /** Standard errors if the flows were Poisson: too small where they are over-dispersed. */
  readonly modelErrors: readonly number[];
  /** Robust errors without small-sample factor, and times √(n ÷ (n − k)), k with all effects. */
  readonly hc0Errors: readonly number[];
  readonly hc1Errors: readonly number[];
  readonly deviance: number;
  /** Fitted flows in the shape of the input; null where the origin or destination was left out. */
  readonly fitted: readonly (readonly (number | null)[])[];
  readonly pairsUsed: number;
  /** 0-based; origins and destinations whose total flow is 0. Say so wherever the model is shown. */
  readonly originsLeftOut: readonly number[];
  readonly destinationsLeftOut: readonly number[];
}

const shapeCheck = ({ flows, covariates }: GravityInput) => {
  const width = flows[0]?.length ?? 0;
  const isSameShape = (matrix: FlowMatrix) =>
    matrix.length === flows.length && matrix.every((row) => row.length === width);
  return [flows, ...covariates].every(isSameShape) ? null : 'lengths_differ';
};

const freedomOf = ({ origins, destinations }: KeptPairs, covariates: number): number =>
  (origins.length - 1) * (destinations.length - 1) - covariates;

const missingFrom = (length: number, kept: readonly number[]): readonly number[] =>
  Array.from({ length }, (_, i) => i).filter((i) => !kept.includes(i));

/**
 * Gravity model of flows with origin and destination effects by Poisson pseudo-maximum likelihood:
 * E[flow] = exp(a_origin + b_destination + Σ coefficient × covariate). Fitted row and column totals equal the observed
 * ones. An association between the covariates and the flows, not an effect.
 *
 * Domain: a full grid; flows 0 or more; after origins and destinations without flow are left out, (I − 1)(J − 1) above
 * the number of covariates; covariates that vary within origins and destinations.
 * Refuses `lengths_differ`, `not_finite`, `negative_events`, `no_events`, `too_few_values`, `separated`, `collinear`,
 * `not_converged`, `out_of_range`.
 * Source: Santos Silva and Tenreyro 2006 (PPML), 2010 (separation); Newton's method with the origin effects eliminated;
 * White 1980 for the robust errors.
 */
export const gravity = (input: GravityInput): Outcome<GravityModel> => {
  const { flows, covariates } = input;
  const checked = firstReason(
    shapeCheck(input),
    finiteCheck(...flows, ...covariates.flat()),
    countCheck(...flows),
    flows.some((row) => row.some((flow) => flow > 0)) ? null : 'no_events',
  );
  if (checked) return refused(checked);
  const kept = keptPairs(flows);
  const freedom = freedomOf(kept, covariates.length);
  if (freedom <= 0) return refused('too_few_values');
  const grid = flowGridOf(flows, covariates, kept);
  const fit = fitGravity(grid);
  if (fit.kind === 'refused') return fit;
  const fitted = fit.eta.map(Math.exp);
  const errors = gravityErrors(
    grid,
    fit.step,
    grid.flows.map((flow, cell) => flow - (fitted[cell] ?? 0)),
  );
  const pairsUsed = grid.flows.length;
  return computed({
    coefficients: Array.from(fit.step.rest.slice(grid.destinations - 1)),
    modelErrors: errors.model,
    hc0Errors: errors.hc0,
    hc1Errors: errors.hc0.map((error) => error * Math.sqrt(pairsUsed / freedom)),
    deviance: grid.flows.reduce((all, flow, cell) => all + poissonFamily.deviance(flow, fit.eta[cell] ?? 0), 0),
    fitted: fullMatrix(flows, kept, fitted),
    pairsUsed,
    originsLeftOut: missingFrom(flows.length, kept.origins),
    destinationsLeftOut: missingFrom(flows[0]?.length ?? 0, kept.destinations),
  });
};
