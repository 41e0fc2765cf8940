import { describe, expect, it } from 'vitest';
import { pathwayExample } from '@/lib/testing/pathway-example';
import { STRUCTURAL_SCENARIOS } from './structural-switches';

describe('the structural scenarios', () => {
  it('are the five that no draw covers, each with the setting that the pathway starts from', () => {
    const { switches } = pathwayExample(2, 1);
    const started = { ...switches, preferences: 'unchanged' as const };
    const settingOf = {
      nest: started.choice,
      regime: started.regime,
      stay_constant: started.stayConstant,
      ceiling: started.ceiling,
      preferences: started.preferences,
    };
    expect(STRUCTURAL_SCENARIOS.map(({ id }) => id)).toEqual(Object.keys(settingOf));
    const strange = STRUCTURAL_SCENARIOS.filter(({ id, settings }) => !settings.includes(settingOf[id]));
    expect(strange).toEqual([]);
    expect(STRUCTURAL_SCENARIOS.filter(({ settings: [one, other] }) => one === other)).toEqual([]);
  });
});
