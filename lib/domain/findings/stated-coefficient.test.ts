import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { statedCoefficient } from './stated-coefficient';

const withError = (estimate: number, error: number) => ({
  estimate,
  lower: estimate - 1.96 * error,
  upper: estimate + 1.96 * error,
});

describe('a term as a card states it', () => {
  it('is rounded to a step of at most a quarter of its standard error', () => {
    expect(statedCoefficient(withError(0.1011234, 0.0043))).toEqual({ estimate: 0.101, lower: 0.092, upper: 0.11 });
  });

  it('hides what is far below its standard error', () => {
    expect(statedCoefficient(withError(0.30001, 0.05))).toEqual(statedCoefficient(withError(0.29999, 0.05)));
  });

  it('never has a narrower interval, nor one that is wider by more than half a standard error', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -5, max: 5, noNaN: true }),
        fc.double({ min: 1e-4, max: 2, noNaN: true }),
        (estimate, error) => {
          const [exact, stated] = [withError(estimate, error), statedCoefficient(withError(estimate, error))];
          expect(stated.lower).toBeLessThanOrEqual(exact.lower + 1e-9);
          expect(stated.upper).toBeGreaterThanOrEqual(exact.upper - 1e-9);
          expect(stated.upper - stated.lower).toBeLessThanOrEqual(exact.upper - exact.lower + 0.5 * error + 1e-9);
          expect(Math.abs(stated.estimate - estimate)).toBeLessThanOrEqual(0.125 * error + 1e-9);
        },
      ),
    );
  });
});
