import { ModelInputError } from '@/lib/domain/pathway/model-input-error';
import { type FrontierChoice, isFrontierInput, type Plan, planOfSelection } from './frontier-choice';

/** The best plan for need within every budget up to one: a slider over it is a look-up. */
export interface BudgetFrontier {
  /** @throws RangeError for a budget that isn’t a whole number from 0 to the one asked for. */
  readonly bestWithin: (budgetUnits: number) => Plan;
}

/**
 * Most need for each budget, at most one setting per choice, by the exact dynamic programme of the multiple-choice knapsack:
 * `best[b] = max(best[b], best[b − cost] + need)` over settings. Taking the best ratio first can miss it. Of equal plans the
 * one that sets fewer and earlier choices. Costs time and memory of choices × settings × budget.
 * Source: Bellman 1957; Kellerer, Pferschy and Pisinger 2004.
 * @throws ModelInputError where costs or the budget aren’t whole units at or above 0.
 */
export const budgetFrontier = (choices: readonly FrontierChoice[], budgetUnits: number): BudgetFrontier => {
  if (!isFrontierInput(choices, budgetUnits)) throw new ModelInputError('costs and budget in whole units from 0');
  let best = new Float64Array(budgetUnits + 1);
  const taken = choices.map(() => new Int16Array(budgetUnits + 1).fill(-1));
  choices.forEach(({ settings }, i) => {
    const next = Float64Array.from(best);
    const chosen = taken[i];
    settings.forEach(({ costUnits, need }, s) => {
      for (let b = costUnits; b <= budgetUnits; b += 1) {
        const value = (best[b - costUnits] ?? 0) + need;
        if (value > (next[b] ?? 0)) {
          next[b] = value;
          if (chosen) chosen[b] = s;
        }
      }
    });
    best = next;
  });
  return {
    bestWithin: (within) => {
      if (!(Number.isInteger(within) && within >= 0 && within <= budgetUnits)) {
        throw new RangeError(`a budget is a whole number of units from 0 to ${budgetUnits}`);
      }
      let left = within;
      const selection = choices.map<number | null>(() => null);
      for (let i = choices.length - 1; i >= 0; i -= 1) {
        const s = taken[i]?.[left] ?? -1;
        if (s < 0) continue;
        selection[i] = s;
        left -= choices[i]?.settings[s]?.costUnits ?? 0;
      }
      return planOfSelection(choices, selection);
    },
  };
};
