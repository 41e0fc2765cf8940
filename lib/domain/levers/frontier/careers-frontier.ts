import { ModelInputError } from '@/lib/domain/pathway/model-input-error';
import { type FrontierChoice, isFrontierInput, type Plan, planOfSelection } from './frontier-choice';

/** A partial plan: what is chosen among the first choices, and how it was reached. */
interface Label {
  readonly costUnits: number;
  readonly need: number;
  readonly careers: number;
  readonly setting: number | null;
  readonly from: Label | null;
}

/** `too_many`: more plans stand side by side than can be kept. Take fewer choices or larger units of money. */
export type CareersFrontier =
  /** Best need first; each plan has more careers than those before it. */
  { readonly kind: 'frontier'; readonly plans: readonly Plan[] } | { readonly kind: 'too_many' };

/** Partial plans kept side by side: a few hundred MB and some seconds at most. */
const MOST_PARTIAL_PLANS = 300_000;

/** Steps of need over careers among labels kept so far: need falls as careers rise. */
interface Staircase {
  readonly covers: (label: Label) => boolean;
  readonly add: (label: Label) => void;
}

const staircase = (): Staircase => {
  const steps: Label[] = [];
  /** First step with at least these careers. */
  const at = (careers: number): number => {
    let [low, high] = [0, steps.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((steps[middle]?.careers ?? 0) < careers) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  return {
    covers: ({ careers, need }) => (steps[at(careers)]?.need ?? Number.NEGATIVE_INFINITY) >= need,
    add: (label) => {
      const end = at(label.careers);
      const passed = steps[end]?.careers === label.careers ? end + 1 : end;
      let start = end;
      while (start > 0 && (steps[start - 1]?.need ?? 0) <= label.need) start -= 1;
      steps.splice(start, passed - start, label);
    },
  };
};

/** Labels that no other beats in money, need and careers at once; of equal ones the first. */
const undominated = (labels: Label[]): Label[] => {
  labels.sort((a, b) => a.costUnits - b.costUnits || b.need - a.need || b.careers - a.careers);
  const steps = staircase();
  return labels.filter((label) => {
    if (steps.covers(label)) return false;
    steps.add(label);
    return true;
  });
};

const selectionOf = (label: Label): (number | null)[] => {
  const selection: (number | null)[] = [];
  for (let at: Label | null = label; at?.from; at = at.from) selection.unshift(at.setting);
  return selection;
};

/**
 * Need against careers within a budget: every plan, of at most one setting per choice, that no other beats in both. Exact: by
 * dynamic programming over choices, keeping the partial plans that no other beats in money, need and careers (Nemhauser and
 * Ullmann 1969). Values add up over choices, so a plan of levers that act on each other is run through the model before it
 * is quoted.
 * @throws ModelInputError where costs or the budget aren’t whole units at or above 0.
 */
export const careersFrontier = (
  choices: readonly FrontierChoice[],
  budgetUnits: number,
  mostPartialPlans = MOST_PARTIAL_PLANS,
): CareersFrontier => {
  if (!isFrontierInput(choices, budgetUnits)) throw new ModelInputError('costs and budget in whole units from 0');
  let labels: Label[] = [{ costUnits: 0, need: 0, careers: 0, setting: null, from: null }];
  for (const { settings } of choices) {
    const next: Label[] = [];
    for (const from of labels) {
      next.push({ ...from, setting: null, from });
      settings.forEach(({ costUnits, need, careers }, setting) => {
        const spent = from.costUnits + costUnits;
        if (spent > budgetUnits) return;
        next.push({ costUnits: spent, need: from.need + need, careers: from.careers + careers, setting, from });
      });
    }
    labels = undominated(next);
    if (labels.length > mostPartialPlans) return { kind: 'too_many' };
  }
  const free = labels.map((label) => ({ ...label, costUnits: 0, cost: label.costUnits }));
  const kept = undominated(free).sort((a, b) => a.careers - b.careers);
  return { kind: 'frontier', plans: kept.map((label) => planOfSelection(choices, selectionOf(label))) };
};

/** Most need among the plans with at least this much for careers; null where none has. */
export const bestNeedAt = (plans: readonly Plan[], careersAtLeast: number): Plan | null =>
  plans.reduce<Plan | null>(
    (best, plan) => (plan.careers >= careersAtLeast && (best === null || plan.need > best.need) ? plan : best),
    null,
  );

/** The plan that beats another in need or careers without losing in either or costing more; null where none does. */
export const dominating = (plans: readonly Plan[], other: Omit<Plan, 'selection'>): Plan | null =>
  plans.find(
    ({ need, careers, costUnits }) =>
      need >= other.need &&
      careers >= other.careers &&
      costUnits <= other.costUnits &&
      (need > other.need || careers > other.careers),
  ) ?? null;
