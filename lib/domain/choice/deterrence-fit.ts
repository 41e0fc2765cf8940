import { countCheck, finiteCheck, firstReason } from '@/lib/domain/statistics/input-checks';
import { computed, type Outcome, refused } from '@/lib/domain/statistics/outcome';
import { sum } from '@/lib/domain/statistics/sum';
import { type Deterrence, deterrenceCost } from './deterrence';
import { doublyConstrainedFlows } from './spatial-interaction';

export interface DeterrenceFitInput {
  /** People who moved, origins as rows. */
  readonly flows: readonly (readonly number[])[];
  readonly costs: readonly (readonly number[])[];
  readonly deterrence: Deterrence;
}

export interface DeterrenceFit {
  /** Per unit of cost (`exp`), or an elasticity (`power`). Negative where people go far rather than near. */
  readonly beta: number;
  readonly flows: readonly (readonly number[])[];
  /** Mean cost of the modelled and of the loaded flows, in the unit of cost. */
  readonly meanCost: number;
  readonly observedMeanCost: number;
}

/** Doublings of β until it is bracketed; beyond, the loaded flows take only the cheapest or dearest pairs. */
const MOST_DOUBLINGS = 24;
const HALVINGS = 60;

type Matrix = readonly (readonly number[])[];

const meanOver = (flows: Matrix, values: Matrix): number =>
  sum(flows.map((row, i) => sum(row.map((flow, j) => flow * (values[i]?.[j] ?? 0))))) / sum(flows.map(sum));

const spreadOf = (values: readonly number[]): number => {
  const mean = sum(values) / values.length;
  return Math.sqrt(sum(values.map((one) => (one - mean) ** 2)) / values.length);
};

/** Share of the spread of cost that the modelled mean must pass the loaded one by: beyond rounding. */
const CLEARLY = 1e-9;

/** Root of a function that falls, bracketed from 0 outwards; null where it has none within reach. */
const fallingRoot = (gap: (beta: number) => number, spread: number): number | null => {
  const sign = gap(0) > 0 ? 1 : -1;
  let near = 0;
  let far = sign / spread;
  for (let doubling = 0; sign * gap(far) > -CLEARLY * spread; doubling += 1) {
    if (doubling === MOST_DOUBLINGS) return null;
    near = far;
    far *= 2;
  }
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (near + far) / 2;
    if (sign * gap(middle) > 0) near = middle;
    else far = middle;
  }
  return (near + far) / 2;
};

/**
 * Fits β of doubly constrained flows: the modelled mean cost (of the log of cost for `power`) equals the loaded one. It is
 * also the maximum-likelihood estimate of a Poisson model with origin and destination effects. An association of distance
 * with flows, not an effect.
 * Refuses `lengths_differ`, `not_finite`, `negative_events`, `no_events`, `no_variation` (one cost for all),
 * `separated` (only the cheapest or dearest pairs were taken), `out_of_range` (`power` with a cost of 0), `not_converged`.
 * Source: Hyman 1969; Evans 1971 for the uniqueness of β.
 */
export const fitDeterrence = ({ flows, costs, deterrence }: DeterrenceFitInput): Outcome<DeterrenceFit> => {
  const reason = firstReason(
    finiteCheck(...flows, ...costs),
    countCheck(...flows),
    sum(flows.map(sum)) > 0 ? null : 'no_events',
  );
  if (reason) return refused(reason);
  const origins = flows.map(sum);
  const destinations = (flows[0] ?? []).map((_, j) => sum(flows.map((row) => row[j] ?? 0)));
  const at = (beta: number) => doublyConstrainedFlows({ origins, destinations, costs, deterrence, beta });
  const start = at(0);
  if (start.kind === 'refused') return start;
  const felt = costs.map((row) => row.map((cost) => deterrenceCost(deterrence, cost)));
  const spread = spreadOf(felt.flat());
  if (!(spread > 0)) return refused('no_variation');
  const observed = meanOver(flows, felt);
  // Without flows at a β, rationing by distance has left too little to balance: as far as it goes.
  const gap = (beta: number): number => {
    const modelled = at(beta);
    return modelled.kind === 'refused' ? -Math.sign(beta) : meanOver(modelled.flows, felt) - observed;
  };
  const beta = fallingRoot(gap, spread);
  if (beta === null) return refused('separated');
  const modelled = at(beta);
  if (modelled.kind === 'refused') return modelled;
  return computed({
    beta,
    flows: modelled.flows,
    meanCost: modelled.meanCost,
    observedMeanCost: meanOver(flows, costs),
  });
};
