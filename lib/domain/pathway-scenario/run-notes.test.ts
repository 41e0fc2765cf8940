import { describe, expect, it } from 'vitest';
import { pathwayExample } from '@/lib/testing/pathway-example';
import { PathwayScenario } from './pathway-scenario';
import { PLACES_NOT_LIMITED } from './place-limit';
import { planRun } from './plan-run';
import { runNotes } from './run-notes';

const notesOf = (ceiling: 'on' | 'off', given: Partial<PathwayScenario> = {}): string[] => {
  const asked = PathwayScenario.parse({ country: 'england', offers: [], ...given });
  const scenario = { ...asked, switches: { ...asked.switches, ceiling } };
  const planned = planRun(scenario, {
    input: pathwayExample(3),
    movements: { kind: 'not_loaded', donorsNamed: false },
    dataHash: 'x',
  });
  if (planned.kind === 'refused') throw new Error('Refused');
  return runNotes(['Of the country.'], planned.run);
};

describe('runNotes', () => {
  it('says before anything else that places are not limited', () => {
    expect(notesOf('off').slice(0, 2)).toEqual([PLACES_NOT_LIMITED, 'Of the country.']);
    expect(notesOf('on')[0]).toBe('Of the country.');
  });

  it('names what employer’s costs come on top of, and calls their size an assumption', () => {
    const offer = {
      ...{ regionCode: 'XR-1', group: null, nodes: ['specialty_entry' as const], intensity: 1, coverage: 1 },
      ...{ fromYear: 2027, toYear: 2028, costPerPlacePerYearGbp: null, yearsPaid: 1, fixedPerYearGbp: 0 },
    };
    const offers = ['golden-hello', 'lead-employer'].map((leverId) => ({ ...offer, leverId }));
    const said =
      'administration of 17.5% on top of payments to doctors (Golden hello (one-off payment)): an assumption.';
    expect(notesOf('on', { offers, employerOnCost: 0.175 }).join()).toContain(said);
    expect(notesOf('on', { offers }).join()).not.toContain('insurance');
    expect(notesOf('on', { offers: offers.slice(1), employerOnCost: 0.175 }).join()).not.toContain('insurance');
  });

  it('tells which rates are assumed', () => {
    expect(notesOf('on').join()).toContain('Assumed or not checked. Doctors with a partner or caring tie 20%');
  });
});
