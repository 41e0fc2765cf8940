import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import { CONFIDENCE_LEVELS, standardNormalQuantile, tailProbability } from './confidence-level';

describe('standardNormalQuantile', () => {
  it.each(CONFIDENCE_LEVELS.map((level) => ({ level })))(
    'is the normal quantile of both tails at $level',
    ({ level }) => {
      const z = jstat.normal.inv(1 - (1 - level) / 2, 0, 1);
      expect(Math.abs(standardNormalQuantile(level) / z - 1)).toBeLessThan(1e-12);
    },
  );

  it('leaves half of the rest in each tail', () => {
    expect(tailProbability(0.95)).toBeCloseTo(0.025, 12);
    expect(tailProbability(0.998)).toBeCloseTo(0.001, 12);
  });
});
