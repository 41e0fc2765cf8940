import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileOf } from '@/lib/domain/levers/distribution';
import { evpiTwoOptions } from '@/lib/domain/pathway/outputs/evpi';
import { pathwayDraws } from './draw-plan';
import { valueOfParameter } from './value-of-parameter';

const sampler = pathwayDraws(1);
const draws = Array.from({ length: 1_000 }, (_, draw) => draw);
const normal = (name: string, mean: number, sd: number) =>
  draws.map((draw) => quantileOf({ dist: 'normal', mean, sd }, sampler.at(name, draw)));

const known = normal('known', 0.2, 0.8);
const noise = normal('noise', 0, 0.6);
const benefit = known.map((one, draw) => one + (noise[draw] ?? 0));

const worthOf = (netBenefit: readonly number[], parameter: readonly number[]) => {
  const outcome = valueOfParameter(netBenefit, parameter);
  if (outcome.kind === 'refused') throw new Error(outcome.reason);
  return outcome;
};

describe('valueOfParameter', () => {
  it('is the closed form of a normal benefit, of the part the parameter accounts for', () => {
    const { evppi, evpi, varianceShare } = worthOf(benefit, known);
    expect(Math.abs(evppi - evpiTwoOptions(0.2, 0.8))).toBeLessThan(0.01);
    expect(Math.abs(evpi - evpiTwoOptions(0.2, 1))).toBeLessThan(0.01);
    expect(varianceShare).toBeCloseTo(0.64, 1);
  });

  it('is next to nothing for a parameter that the benefit does not depend on', () => {
    const { evppi, varianceShare } = worthOf(benefit, normal('idle', 0, 1));
    expect(evppi).toBeLessThan(0.01);
    expect(varianceShare).toBeLessThan(0.02);
  });

  it('is exact for whether something acts at all: half the gain where it does as often as not', () => {
    const acts = draws.map((draw) => (sampler.at('acts', draw) < 0.5 ? 0 : 1));
    // Worth −1 or 1: known first, 1 in the half of draws where it acts; without, nothing.
    const { evppi, varianceShare } = worthOf(
      acts.map((one) => 2 * one - 1),
      acts,
    );
    expect(evppi).toBeCloseTo(0.5, 2);
    expect(varianceShare).toBeCloseTo(1, 9);
  });

  it('is nothing where the choice is clear whatever comes out', () => {
    const clear = known.map((one) => 50 + one);
    expect(worthOf(clear, known)).toMatchObject({ evppi: 0, evpi: 0 });
  });

  it('never passes the value of knowing everything, nor falls below 0', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.double({ min: 0, max: 3, noNaN: true }),
        (shift, bend) => {
          const bent = known.map((one, draw) => shift + one + bend * one ** 2 + (noise[draw] ?? 0));
          const { evppi, evpi } = worthOf(bent, known);
          expect(evppi).toBeGreaterThanOrEqual(0);
          expect(evppi).toBeLessThanOrEqual(evpi);
        },
      ),
    );
  });

  it.each([
    ['too few draws', known.slice(0, 63), known.slice(0, 63), 'too_few_values'],
    ['another number of draws', known, known.slice(1), 'lengths_differ'],
    ['a missing value', [Number.NaN, ...known.slice(1)], known, 'not_finite'],
    ['a parameter that does not vary', known, known.map(() => 3), 'no_variation'],
  ])('refuses %s', (_, netBenefit, parameter, reason) => {
    expect(valueOfParameter(netBenefit, parameter)).toEqual({ kind: 'refused', reason });
  });
});
