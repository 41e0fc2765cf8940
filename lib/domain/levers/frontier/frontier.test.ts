import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestNeedAt, careersFrontier, dominating } from './careers-frontier';
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

const plansOf = (choices: readonly FrontierChoice[], budget: number): readonly Plan[] => {
  const found = careersFrontier(choices, budget);
  return found.kind === 'frontier' ? found.plans : [];
};

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

  it('says which plan beats another', () => {
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
