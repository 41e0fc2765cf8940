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

  it('treats a value type without a scale of its own alike with and without transform, and names its method', () => {
    const plain = computedOf({ groups: flat, valueType: 'other', transform: false });
    expect(computedOf({ groups: flat, valueType: 'other', transform: true })).toEqual(plain);
    expect(plain.slopeInterval).toMatchObject({ level: 0.95, method: 'Closed form' });
    const rates = computedOf({ groups: flat, valueType: 'rate', transform: true });
    expect(rates.relativeInterval).toMatchObject({ level: 0.95, method: 'Closed form, transformed' });
  });

  it('accepts 100 groups and values on their limits', () => {
    const many = Array.from({ length: 100 }, () => ({ population: 1, value: 1, lower95: 1, upper95: 1 }));
    expect(inequalityGradient({ groups: many, valueType: 'other', transform: false }).kind).toBe('computed');
  });

  it('has no ratio where either fitted end is 0 or below', () => {
    const from = (values: readonly number[]) =>
      computedOf({
        groups: values.map((value) => ({ population: 10, value, standardError: 0.01 })),
        valueType: 'other',
        transform: false,
      });
    expect(from([-3, -1, 1, 3, 5])).toMatchObject({ relativeIndex: null, relativeInterval: null });
    expect(from([-7, -6, -5, -4, -3])).toMatchObject({ relativeIndex: null, relativeInterval: null });
    expect(from([3, 4, 5, 6, 7]).relativeIndex).toBeCloseTo(7.5 / 2.5, 10);
  });

  it.each([
    [
      'out_of_range',
      { valueType: 'rate' as const, groups: flat.map(() => ({ population: 1, value: 0, standardError: 1 })) },
    ],
    ...[0, 1].map(
      (value) =>
        [
          'out_of_range',
          { valueType: 'proportion' as const, groups: flat.map(() => ({ population: 1, value, standardError: 1 })) },
        ] as const,
    ),
    [
      'out_of_range',
      {
        valueType: 'proportion' as const,
        groups: flat.map(() => ({ population: 1, value: 0.5, lower95: 0.4, upper95: 1 })),
      },
    ],
    ['not_finite', { multiplier: Number.NaN }],
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
