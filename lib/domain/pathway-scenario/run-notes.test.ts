import { describe, expect, it } from 'vitest';
import { pathwayExample } from '@/lib/testing/pathway-example';
import { PathwayScenario } from './pathway-scenario';
import { PLACES_NOT_LIMITED } from './place-limit';
import { planRun } from './plan-run';
import { runNotes } from './run-notes';

const notesOf = (ceiling: 'on' | 'off'): string[] => {
  const asked = PathwayScenario.parse({ country: 'england', offers: [] });
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

  it('tells which rates are assumed', () => {
    expect(notesOf('on').join()).toContain('Assumed or not checked. Doctors with a partner or caring tie 20%');
  });
});
