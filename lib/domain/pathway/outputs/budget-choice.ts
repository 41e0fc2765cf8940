import { ModelInputError } from '@/lib/domain/pathway/model-input-error';

export interface BudgetPackage {
  readonly id: string;
  readonly cost: number;
  readonly benefit: number;
}

export interface BudgetChoice {
  /** In the order given. */
  readonly chosen: string[];
  readonly benefit: number;
  /** What taking the best ratio of benefit to cost first would reach. */
  readonly greedyByRatioBenefit: number;
}

/** Beyond this many packages an exhaustive search takes too long; a budget over more is the optimiser's. */
const MOST_PACKAGES = 20;

const greedyBenefit = (budget: number, packages: readonly BudgetPackage[]): number => {
  let left = budget;
  return [...packages]
    .sort((one, other) => other.benefit / other.cost - one.benefit / one.cost)
    .reduce((benefit, { cost, benefit: more }) => {
      if (cost > left) return benefit;
      left -= cost;
      return benefit + more;
    }, 0);
};

/**
 * The packages, whole, with the greatest benefit within a budget; of equals the first found, in the order given. Exhaustive:
 * taking the best ratio first can miss the optimum. Cost and budget in one unit.
 * @throws ModelInputError for a cost not above 0 or more than 20 packages.
 */
export const budgetChoice = (budget: number, packages: readonly BudgetPackage[]): BudgetChoice => {
  if (packages.length > MOST_PACKAGES) throw new ModelInputError(`at most ${MOST_PACKAGES} packages`);
  if (!packages.every(({ cost }) => cost > 0)) throw new ModelInputError('a package costs something');
  let best: { chosen: readonly BudgetPackage[]; benefit: number } = { chosen: [], benefit: 0 };
  const search = (from: number, left: number, chosen: readonly BudgetPackage[], benefit: number): void => {
    if (benefit > best.benefit) best = { chosen, benefit };
    for (let i = from; i < packages.length; i += 1) {
      const one = packages[i];
      if (one && one.cost <= left) search(i + 1, left - one.cost, [...chosen, one], benefit + one.benefit);
    }
  };
  search(0, budget, [], 0);
  return {
    chosen: best.chosen.map(({ id }) => id),
    benefit: best.benefit,
    greedyByRatioBenefit: greedyBenefit(budget, packages),
  };
};
