import { expect, it } from 'vitest';
import { kaplanMeier } from './kaplan-meier';
import { mean } from './mean';
import { poissonLimits } from './poisson-limits';
import { proportion } from './proportion';
import { proportionDifference } from './proportion-difference';

// The screen shows the name beside every interval.
it('every interval carries its level and the name of its method', () => {
  const wilson = { level: 0.95, method: 'Wilson' };
  expect(proportion(3, 9)).toMatchObject({ limits95: wilson, limits998: { level: 0.998, method: 'Wilson' } });
  expect(mean([1, 2])).toMatchObject({ limits95: { level: 0.95, method: "Student's t" } });
  expect(poissonLimits(9.5, 0.9)).toMatchObject({ interval: { level: 0.9, method: 'Exact' } });
  expect(poissonLimits(10, 0.9)).toMatchObject({ interval: { level: 0.9, method: 'Byar' } });
  expect(proportionDifference({ events: 1, total: 2 }, { events: 1, total: 3 })).toMatchObject({
    interval: { level: 0.95, method: 'Newcombe' },
  });
  expect(kaplanMeier({ times: [1, 2], left: [true, false], level: 0.99 })).toMatchObject({
    steps: [{ interval: { level: 0.99, method: 'Log-log' } }],
  });
});
