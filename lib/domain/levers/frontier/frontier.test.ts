import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { budgetFrontier } from './budget-frontier';
import { bestNeedAt, careersFrontier, dominating, givenUp } from './careers-frontier';
import { expectedChoices, planBands } from './frontier-bands';
import { type FrontierChoice, type Plan, planOfSelection, type Selection } from './frontier-choice';

const setting = fc.record({
  intensity: fc.constant(1),
  costUnits: fc.integer({ min: 0, max: 6 }),
  need: fc.integer({ min: -5, max: 12 }),
  careers: fc.integer({ min: -5, max: 12 }),
});
const someChoices = fc.array(fc.record({ id: fc.string(), settings: fc.array(setting, { maxLength: 3 }) }), {
  maxLength: 5,
});
const someBudget = fc.integer({ min: 0, max: 14 });

/** Every selection there is. */
const allPlans = (choices: readonly FrontierChoice[], budget: number): Plan[] =>
  choices
    .reduce<Selection[]>(
      (selections, { settings }) =>
        selections.flatMap((one) => [null, ...settings.keys()].map((chosen) => [...one, chosen])),
      [[]],
    )
    .map((selection) => planOfSelection(choices, selection))
    .filter(({ costUnits }) => costUnits <= budget);

const package_ = (id: string, costUnits: number, need: number): FrontierChoice => ({
  id,
  settings: [{ intensity: 1, costUnits, need, careers: 0 }],
});

const plansOf = (choices: readonly FrontierChoice[], budget: number): readonly Plan[] => {
  const found = careersFrontier(choices, budget);
  return found.kind === 'frontier' ? found.plans : [];
};

describe('budgetFrontier', () => {
  it('finds b and c where the best ratio first would take a', () => {
    const choices = [package_('a', 6, 9), package_('b', 5, 7), package_('c', 5, 7)];
    const { bestWithin } = budgetFrontier(choices, 10);
    expect(bestWithin(10)).toMatchObject({ selection: [null, 0, 0], need: 14, costUnits: 10 });
    expect(bestWithin(9)).toMatchObject({ selection: [0, null, null], need: 9 });
    expect(bestWithin(4)).toMatchObject({ selection: [null, null, null], need: 0 });
  });

  it('is the best of every selection, at every budget up to the one asked for', () => {
    fc.assert(
      fc.property(someChoices, someBudget, (choices, budget) => {
        const { bestWithin } = budgetFrontier(choices, budget);
        for (let within = 0; within <= budget; within += 1) {
          const plan = bestWithin(within);
          expect(plan.need).toBe(Math.max(...allPlans(choices, within).map(({ need }) => need)));
          expect(plan.costUnits).toBeLessThanOrEqual(within);
        }
      }),
    );
  });

  it('refuses parts of a unit, negative money and a budget it was not made for', () => {
    expect(() => budgetFrontier([package_('a', 0.5, 1)], 3)).toThrow(RangeError);
    expect(() => budgetFrontier([package_('a', -1, 1)], 3)).toThrow(RangeError);
    expect(() => budgetFrontier([], 3).bestWithin(4)).toThrow(RangeError);
  });
});

describe('careersFrontier', () => {
  it('is every outcome that no other selection beats, each once, from need to careers', () => {
    fc.assert(
      fc.property(someChoices, someBudget, (choices, budget) => {
        const all = allPlans(choices, budget);
        const best = all.filter(
          (plan) =>
            !all.some(
              (other) =>
                other.need >= plan.need &&
                other.careers >= plan.careers &&
                (other.need > plan.need || other.careers > plan.careers),
            ),
        );
        const outcomes = (plans: readonly Plan[]) =>
          [...new Set(plans.map(({ need, careers }) => `${need}/${careers}`))].sort();
        const plans = plansOf(choices, budget);
        expect(outcomes(plans)).toEqual(outcomes(best));
        expect(plans.length).toBe(outcomes(best).length);
        expect(plans.every(({ costUnits }) => costUnits <= budget)).toBe(true);
        const careers = plans.map((plan) => plan.careers);
        expect(careers).toEqual([...careers].sort((a, b) => a - b));
      }),
    );
  });

  it('gives the most need at each level of careers, and none beyond reach', () => {
    fc.assert(
      fc.property(someChoices, someBudget, fc.integer({ min: -5, max: 20 }), (choices, budget, level) => {
        const within = allPlans(choices, budget).filter(({ careers }) => careers >= level);
        const want = within.length === 0 ? undefined : Math.max(...within.map(({ need }) => need));
        expect(bestNeedAt(plansOf(choices, budget), level)?.need).toBe(want);
      }),
    );
  });

  it('says what is given up, and which plan beats another', () => {
    const choices: FrontierChoice[] = [
      {
        id: 'north',
        settings: [
          { intensity: 1, costUnits: 3, need: 10, careers: 1 },
          { intensity: 2, costUnits: 3, need: 4, careers: 8 },
        ],
      },
    ];
    const plans = plansOf(choices, 3);
    expect(givenUp(plans)).toEqual([{ needLost: 6, careersGained: 7, extraCostUnits: 0 }]);
    expect(dominating(plans, { need: 3, careers: 8, costUnits: 3 })).toMatchObject({ selection: [1] });
    expect(dominating(plans, { need: 10, careers: 1, costUnits: 3 })).toBeNull();
    // A cheaper plan that gives less isn’t beaten by one that costs more.
    expect(dominating(plans, { need: 3, careers: 1, costUnits: 0 })).toBeNull();
  });

  it('keeps up with 22 choices of four settings, and reports more than it may keep', () => {
    const settings = (i: number) =>
      [1, 2, 3, 4].map((level) => ({
        intensity: level,
        costUnits: level * (2 + (i % 3)),
        need: Math.round(10 * Math.sqrt(level) + ((i * 7) % 5)),
        careers: Math.round(6 * Math.sqrt(level) - ((i * 5) % 7)),
      }));
    const choices = Array.from({ length: 22 }, (_, i) => ({ id: `${i}`, settings: settings(i) }));
    expect(plansOf(choices, 60).length).toBeGreaterThan(3);
    expect(careersFrontier(choices, 60, 20)).toEqual({ kind: 'too_many' });
  });
});

describe('planBands', () => {
  const drawn = [
    {
      id: 'north',
      settings: [{ intensity: 1, costUnits: 2, need: [1, 3], careers: [0, -2] }],
    },
    { id: 'south', settings: [{ intensity: 1, costUnits: 1, need: [5, 5], careers: [1, 1] }] },
  ];

  it('holds the plan and lets the draws vary', () => {
    const bands = planBands(drawn, [0, 0], 2);
    expect(bands.need.mean).toBe(7);
    expect(bands.careers.mean).toBe(0);
    expect(planBands(drawn, [null, null], 2).need.median).toBe(0);
  });

  it('has the mean that the frontier was found on', () => {
    const choices = expectedChoices(drawn);
    const [plan] = plansOf(choices, 3);
    expect(plan && planBands(drawn, plan.selection, 2).need.mean).toBe(plan?.need);
  });
});
