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

describe('summariseRun', () => {
  it('gives classes in the last year that something is offered', () => {
    const movements = { kind: 'not_loaded', donorsNamed: false } as const;
    const planned = planRun(scenario, { input: { ...country, regions }, movements, dataHash: 'class-year' });
    if (planned.kind === 'refused') throw new Error(planned.reasons.map(({ message }) => message).join());
    const summary = summariseRun(planned.run, [runRange(planned.run, { from: 0, to: 2 })]);
    expect(summary.classYear).toBe(2028);
  });
});
