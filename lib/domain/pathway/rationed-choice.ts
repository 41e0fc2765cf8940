import { ModelInputError } from './model-input-error';
import { multinomialLogit } from './multinomial-logit';

export interface RationedChoiceInput {
  /** People who choose. */
  readonly applicants: number;
  readonly utilities: readonly number[];
  /** Utility of choosing none; null = everyone has to choose a post. */
  readonly outsideUtility: number | null;
  /** Posts of each option; null = uncapped. */
  readonly capacity: readonly (number | null)[];
}

export interface RationedChoice {
  /** Shares of people if no option were capped. */
  readonly unconstrainedShares: number[];
  /** In units of utility, ≥ 0; 0 where posts are left. Not money. */
  readonly shadowPrice: number[];
  readonly shares: number[];
  readonly outsideShare: number | null;
  /** Posts filled; never above capacity. */
  readonly filled: number[];
  /** Posts filled ÷ posts, 0 to 1; null where uncapped. */
  readonly fillRate: (number | null)[];
}

interface Option {
  readonly weight: number;
  readonly capacity: number;
}

const check = ({ applicants, utilities, outsideUtility, capacity }: RationedChoiceInput): void => {
  if (!(applicants > 0 && Number.isFinite(applicants))) throw new ModelInputError('applicants must be above 0');
  if (capacity.length !== utilities.length) throw new ModelInputError('one capacity per option');
  if (capacity.some((posts) => posts !== null && !(posts > 0))) throw new ModelInputError('capacity must be above 0');
  const posts = capacity.reduce<number>((sum, places) => sum + (places ?? Number.POSITIVE_INFINITY), 0);
  // With nowhere else to go and no slack the shadow prices are not unique.
  if (outsideUtility === null && posts <= applicants) throw new ModelInputError('more people than posts');
};

interface ActiveSet {
  readonly full: ReadonlySet<Option>;
  /** People per unit of weight among the options with posts left, and outside. */
  readonly peoplePerWeight: number;
}

/**
 * Options that are over-subscribed at the current scale are capped; that frees people, which only
 * raises demand elsewhere, so an option never leaves the set and the loop ends after at most as many
 * passes as there are options.
 */
const findFull = (options: readonly Option[], applicants: number, outsideWeight: number): ActiveSet => {
  const full = new Set<Option>();
  for (;;) {
    const placed = options.reduce((sum, option) => sum + (full.has(option) ? option.capacity : 0), 0);
    const weight = options.reduce((sum, option) => sum + (full.has(option) ? 0 : option.weight), outsideWeight);
    if (weight === 0) throw new ModelInputError('utilities too far apart');
    const peoplePerWeight = (applicants - placed) / weight;
    const over = options.filter((option) => !full.has(option) && option.weight * peoplePerWeight > option.capacity);
    if (over.length === 0) return { full, peoplePerWeight };
    for (const option of over) full.add(option);
  }
};

/**
 * Capacity-rationed multinomial logit: `P_r = e^(V_r − μ_r) / (outside + Σ e^(V_s − μ_s))` with
 * `μ ≥ 0`, filled ≤ posts and `μ = 0` where posts are left. Solved exactly: with the full options B,
 * `P_0 = (1 − Σ_B C/N) / (1 + Σ_free e^V)` and `μ_r = V_r − ln(P_r / P_0)`. The prices are unique.
 * Source: closed form of the strictly convex dual of a logit with capacities.
 * @throws ModelInputError outside the domain, or without an outside option and posts to spare.
 */
export const rationedChoice = (input: RationedChoiceInput): RationedChoice => {
  check(input);
  const { applicants, utilities, outsideUtility, capacity } = input;
  const { shares: unconstrainedShares } = multinomialLogit({ utilities, outsideUtility });
  const peak = Math.max(...utilities, outsideUtility ?? Number.NEGATIVE_INFINITY);
  const outsideWeight = outsideUtility === null ? 0 : Math.exp(outsideUtility - peak);
  const options = utilities.map(
    (utility, i): Option => ({
      weight: Math.exp(utility - peak),
      capacity: capacity[i] ?? Number.POSITIVE_INFINITY,
    }),
  );
  const { full, peoplePerWeight } = findFull(options, applicants, outsideWeight);
  const filled = options.map((option) =>
    full.has(option) ? option.capacity : Math.min(option.capacity, option.weight * peoplePerWeight),
  );
  return {
    unconstrainedShares,
    shadowPrice: options.map((option) =>
      full.has(option) ? Math.max(0, Math.log((option.weight * peoplePerWeight) / option.capacity)) : 0,
    ),
    shares: filled.map((people) => people / applicants),
    outsideShare: outsideUtility === null ? null : (outsideWeight * peoplePerWeight) / applicants,
    filled,
    fillRate: options.map((option, i) =>
      option.capacity === Number.POSITIVE_INFINITY ? null : (filled[i] ?? 0) / option.capacity,
    ),
  };
};
