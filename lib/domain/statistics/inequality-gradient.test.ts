import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DeprivationGroup, type InequalityGradientInput, inequalityGradient } from './inequality-gradient';

const group = (value: fc.Arbitrary<number>, highest: number): fc.Arbitrary<DeprivationGroup> =>
  fc
    .record({
      population: fc.integer({ min: 100, max: 100_000 }),
      value,
      spread: fc.double({ min: 0.01, max: 0.2, noNaN: true }),
    })
    .map(({ population, value: middle, spread }) => ({
      population,
      value: middle,
      lower95: middle * (1 - spread),
      upper95: Math.min(highest, middle * (1 + spread)),
    }));

const groupsOf = (valueType: InequalityGradientInput['valueType']) => {
  const highest = valueType === 'proportion' ? 0.9 : 100;
  const value = fc.double({ min: highest / 10, max: highest / 1.3, noNaN: true });
  return fc.array(group(value, highest * 1.05), { minLength: 5, maxLength: 12 });
};

const inputs: fc.Arbitrary<InequalityGradientInput> = fc
  .constantFrom('other', 'rate', 'proportion')
  .chain((valueType) =>
    fc.record({
      groups: groupsOf(valueType),
      valueType: fc.constant(valueType),
      transform: fc.boolean(),
      multiplier: fc.constantFrom(1, 100, 0.5, -1, -100),
    }),
  );

const computedOf = (input: InequalityGradientInput) => {
  const result = inequalityGradient(input);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result;
};

const flat = Array.from({ length: 5 }, () => ({ population: 10, value: 4, lower95: 3, upper95: 5 }));

describe('inequalityGradient', () => {
  it('gives limits in order that widen with the confidence', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const [narrow, wide] = [computedOf({ ...input, level: 0.8 }), computedOf({ ...input, level: 0.998 })];
        expect(narrow.slopeInterval.lower).toBeLessThanOrEqual(narrow.slopeInterval.upper);
        expect(wide.slopeInterval.lower).toBeLessThanOrEqual(narrow.slopeInterval.lower);
        expect(wide.slopeInterval.upper).toBeGreaterThanOrEqual(narrow.slopeInterval.upper);
        const [ratio, wideRatio] = [narrow.relativeInterval, wide.relativeInterval];
        return (
          !ratio ||
          !wideRatio ||
          (wideRatio.lower <= ratio.lower && ratio.lower <= ratio.upper && ratio.upper <= wideRatio.upper)
        );
      }),
    );
  });

  it('reverses its sign and inverts its ratio where the order of deprivation is turned round', () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const once = computedOf(input);
        const turned = computedOf({ ...input, groups: [...input.groups].reverse() });
        expect(turned.slopeIndex).toBeCloseTo(-once.slopeIndex, 6);
        return (
          once.relativeIndex === null ||
          turned.relativeIndex === null ||
          Math.abs(once.relativeIndex * turned.relativeIndex - 1) < 1e-9
        );
      }),
    );
  });

  it('scales the slope with the unit, also by a fraction, and leaves the ratio', () => {
    fc.assert(
      fc.property(inputs, fc.constantFrom(0.001, 0.5, 3, 1_000), (input, multiplier) => {
        const once = computedOf({ ...input, multiplier: 1 });
        const scaled = computedOf({ ...input, multiplier });
        expect(scaled.slopeIndex / multiplier).toBeCloseTo(once.slopeIndex, 6);
        expect(scaled.slopeInterval.lower / multiplier).toBeCloseTo(once.slopeInterval.lower, 6);
        expect(scaled.slopeInterval.upper / multiplier).toBeCloseTo(once.slopeInterval.upper, 6);
        expect(scaled.relativeIndex).toEqual(once.relativeIndex);
        expect(scaled.relativeInterval).toEqual(once.relativeInterval);
      }),
    );
  });

  it('is 0 with a ratio of 1 where all groups are alike', () => {
    const result = computedOf({ groups: flat, valueType: 'other', transform: false });
    expect(result.slopeIndex).toBeCloseTo(0, 12);
    expect(result.relativeIndex).toBeCloseTo(1, 12);
    expect(result.intercept).toBeCloseTo(4, 12);
  });

  it('has no ratio where a fitted end is not above 0, and no interval of it where the first is not clear of 0', () => {
    const falling = [5, 3, 1, -1, -3].map((value) => ({ population: 10, value, standardError: 1 }));
    const vague = [1, 2, 3, 4, 5].map((value) => ({ population: 10, value, standardError: 5 }));
    expect(computedOf({ groups: falling, valueType: 'other', transform: false })).toMatchObject({
      relativeIndex: null,
      relativeInterval: null,
    });
    expect(computedOf({ groups: vague, valueType: 'other', transform: false })).toMatchObject({
      relativeInterval: null,
    });
    expect(computedOf({ groups: vague, valueType: 'other', transform: false }).relativeIndex).toBeGreaterThan(1);
  });

  it.each([
    ['too_few_values', { groups: flat.slice(1) }],
    ['out_of_range', { groups: Array.from({ length: 101 }, () => ({ population: 1, value: 1, standardError: 1 })) }],
    ['out_of_range', { multiplier: 0 }],
    ['out_of_range', { valueType: 'proportion' as const }],
    ['out_of_range', { groups: [...flat, { population: 10, value: 6, lower95: 3, upper95: 5 }] }],
    ['out_of_range', { groups: [...flat, { population: 10, value: 2, lower95: 3, upper95: 5 }] }],
    [
      'out_of_range',
      { valueType: 'rate' as const, groups: [...flat, { population: 10, value: 2, lower95: 0, upper95: 5 }] },
    ],
    ['out_of_range', { groups: [...flat, { population: 10, value: 2, standardError: -1 }] }],
    ['no_denominator', { groups: [...flat, { population: 0, value: 4, lower95: 3, upper95: 5 }] }],
    ['not_finite', { groups: [...flat, { population: 10, value: 4, lower95: Number.NaN, upper95: 5 }] }],
  ] as const)('refuses with %s', (reason, change) => {
    expect(inequalityGradient({ groups: flat, valueType: 'other', transform: false, ...change })).toEqual({
      kind: 'refused',
      reason,
    });
  });
});
