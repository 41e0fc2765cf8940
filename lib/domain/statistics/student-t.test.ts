import { describe, expect, it } from 'vitest';
import { studentQuantile } from './student-t';

describe('studentQuantile', () => {
  // Reference values from an independent implementation (scipy.stats.t.ppf).
  it.each([
    [0.95, 1, 12.706204736174694],
    [0.998, 1, 318.30883898555015],
    [0.95, 2, 4.302652729749462],
    [0.998, 2, 22.327124770119866],
    [0.8, 3, 1.637744353696209],
    [0.998, 7, 4.785289628638333],
    [0.95, 9, 2.262157162798205],
    [0.95, 26, 2.0555294386428735],
    [0.998, 1000, 3.0984021639129233],
  ] as const)('at %d with %d degrees of freedom has 12 digits', (level, degreesOfFreedom, expected) => {
    expect(Math.abs(studentQuantile(level, degreesOfFreedom) / expected - 1)).toBeLessThan(1e-12);
  });
});
