import { countCheck, finiteCheck, firstReason } from '@/lib/domain/statistics/input-checks';
import { computed, type Outcome, type RefusalReason, refused } from '@/lib/domain/statistics/outcome';
import { sum } from '@/lib/domain/statistics/sum';
import { type Deterrence, deterrenceWeights } from './deterrence';
import { fitProportionally } from './proportional-fitting';

interface Interaction {
  /** People from each origin. */
  readonly origins: readonly number[];
  /** Cost of each pair in any unit, origins as rows; above 0 for `power`. */
  readonly costs: readonly (readonly number[])[];
  readonly deterrence: Deterrence;
  readonly beta: number;
}

export interface ConstrainedFlows {
  /** People, origins as rows. */
  readonly flows: readonly (readonly number[])[];
  /** Σ flow × cost ÷ Σ flow, in the unit of cost. */
  readonly meanCost: number;
  readonly columnTotals: readonly number[];
}

const checkCosts = (
  { origins, costs, deterrence, beta }: Interaction,
  destinations: readonly number[],
): RefusalReason | null => {
  const isSameShape = costs.length === origins.length && costs.every((row) => row.length === destinations.length);
  return firstReason(
    isSameShape ? null : 'lengths_differ',
    finiteCheck(origins, destinations, [beta], ...costs),
    countCheck(origins, destinations),
    deterrence === 'power' && costs.some((row) => row.some((cost) => cost <= 0)) ? 'out_of_range' : null,
  );
};

const described = (flows: readonly (readonly number[])[], costs: Interaction['costs']): Outcome<ConstrainedFlows> => {
  const whole = sum(flows.map(sum));
  const paid = sum(flows.map((row, i) => sum(row.map((flow, j) => flow * (costs[i]?.[j] ?? 0)))));
  const columnTotals = (flows[0] ?? []).map((_, j) => sum(flows.map((row) => row[j] ?? 0)));
  return computed({ flows, meanCost: paid / whole, columnTotals });
};

/**
 * Doubly constrained flows `T_ij = A_i O_i B_j D_j f(c_ij)`: everybody leaves and every place fills. `destinations` sum to
 * the origins. Refuses as `fitProportionally`, and `not_converged` where no such flows are reached.
 * Source: Wilson 1971.
 */
export const doublyConstrainedFlows = (
  input: Interaction & { readonly destinations: readonly number[] },
): Outcome<ConstrainedFlows> => {
  const { origins, destinations, costs, deterrence, beta } = input;
  const reason = checkCosts(input, destinations);
  if (reason) return refused(reason);
  const seed = deterrenceWeights(costs, deterrence, beta);
  const fitted = fitProportionally({ seed, rowTotals: origins, columnTotals: destinations });
  if (fitted.kind === 'refused') return fitted;
  return fitted.kind === 'fitted' ? described(fitted.table, costs) : refused('not_converged');
};

/**
 * Production constrained flows `T_ij = O_i W_j^α f(c_ij) ÷ Σ_k W_k^α f(c_ik)`: everybody leaves, places follow.
 * Refuses `lengths_differ`, `not_finite`, `negative_events`, `no_events`, `out_of_range`.
 * Source: Wilson 1971.
 */
export const productionConstrainedFlows = (
  input: Interaction & { readonly attractiveness: readonly number[]; readonly alpha: number },
): Outcome<ConstrainedFlows> => {
  const { origins, attractiveness, alpha, costs, deterrence, beta } = input;
  const reason = firstReason(
    checkCosts(input, attractiveness),
    finiteCheck([alpha]),
    sum(attractiveness) > 0 && sum(origins) > 0 ? null : 'no_events',
  );
  if (reason) return refused(reason);
  const flows = deterrenceWeights(costs, deterrence, beta).map((row, i) => {
    const pull = row.map((weight, j) => weight * (attractiveness[j] ?? 0) ** alpha);
    const all = sum(pull);
    return pull.map((one) => ((origins[i] ?? 0) * one) / all);
  });
  return described(flows, costs);
};
