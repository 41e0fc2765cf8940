import { describe, expect, it } from 'vitest';
import { pathwayExample } from '@/lib/testing/pathway-example';
import { PathwayScenario } from './pathway-scenario';
import { planRun, runRange, summariseRun } from './plan-run';

const scenario = PathwayScenario.parse({
  country: 'england',
  years: 6,
  needWeighting: 'deprivation_20',
  offers: [
    {
      ...{ leverId: 'golden-hello', regionCode: 'XR-1', group: 'psychiatry', nodes: ['specialty_entry'] },
      ...{ intensity: 10_000, coverage: 1, fromYear: 2027, toYear: 2028 },
      ...{ costPerPlacePerYearGbp: null, yearsPaid: 1, fixedPerYearGbp: 0 },
    },
  ],
});
const country = pathwayExample(3, 6, ['general_practice', 'psychiatry']);
const regions = country.regions.map((region) => ({ ...region, needShares: { deprivation_20: 1 / 3 } }));

describe('employer’s costs', () => {
  const costsOf = (asked: PathwayScenario) => {
    const movements = { kind: 'not_loaded', donorsNamed: false } as const;
    const planned = planRun(asked, { input: { ...country, regions }, movements, dataHash: 'on-cost' });
    if (planned.kind === 'refused') throw new Error(planned.reasons.map(({ message }) => message).join());
    return planned.run.plan.option.costs.map(({ perEntrantPerYearGbp }) => perEntrantPerYearGbp);
  };

  it('come on top of payments where the scenario says so, whatever price was entered', () => {
    const without = costsOf(scenario);
    expect(costsOf({ ...scenario, employerOnCost: 0.2 })).toEqual(without.map((cost) => cost * 1.2));
    const priced = {
      ...scenario,
      offers: scenario.offers.map((offer) => ({ ...offer, costPerPlacePerYearGbp: 1_000 })),
    };
    expect(costsOf({ ...priced, employerOnCost: 0.175 })).toEqual(without.map(() => 1_175));
  });

  it('are no part of a scenario that says nothing of them, nor of its bytes', () => {
    expect('employerOnCost' in PathwayScenario.parse(scenario)).toBe(false);
    for (const employerOnCost of [-0.1, 0, 0.6]) {
      expect(PathwayScenario.safeParse({ ...scenario, employerOnCost }).success).toBe(false);
    }
  });
});

describe('summariseRun', () => {
  it('gives classes in the last year that something is offered', () => {
    const movements = { kind: 'not_loaded', donorsNamed: false } as const;
    const planned = planRun(scenario, { input: { ...country, regions }, movements, dataHash: 'class-year' });
    if (planned.kind === 'refused') throw new Error(planned.reasons.map(({ message }) => message).join());
    const summary = summariseRun(planned.run, [runRange(planned.run, { from: 0, to: 2 })]);
    expect(summary.classYear).toBe(2028);
  });
});
