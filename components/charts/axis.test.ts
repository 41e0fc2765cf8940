import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelledTicks, linearAxis, tickDecimals } from './axis';

const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 });

test('every value lies inside the range', () => {
  fc.assert(
    fc.property(values, fc.boolean(), (list, zero) => {
      const axis = linearAxis({ values: list, range: [0, 100], zero });
      for (const value of list) {
        expect(axis.at(value)).toBeGreaterThanOrEqual(-0.01);
        expect(axis.at(value)).toBeLessThanOrEqual(100.01);
      }
    }),
  );
});

test('an axis for bars holds nought, so that lengths can be compared', () => {
  const { domain } = linearAxis({ values: [80, 90], range: [0, 100], zero: true });
  expect(domain[0]).toBe(0);
  const below = linearAxis({ values: [-8, -2], range: [0, 100], zero: true });
  expect(below.domain[1]).toBe(0);
});

test('labels keep apart and keep nought', () => {
  const axis = linearAxis({ values: [-2, 10], range: [0, 100], zero: true });
  const labels = labelledTicks(axis);
  expect(labels).toContain(0);
  for (const [index, tick] of labels.slice(1).entries()) {
    expect(axis.at(tick) - axis.at(labels[index] ?? 0)).toBeGreaterThanOrEqual(17);
  }
});

test('no values, or one, still make an axis', () => {
  expect(linearAxis({ values: [], range: [0, 100] }).ticks.length).toBeGreaterThan(0);
  expect(linearAxis({ values: [5], range: [0, 100] }).at(5)).toBe(50);
});

test('writes ticks with as many decimals as they need', () => {
  const axis = (ticks: number[]) => ({ ticks, at: () => 0, domain: [0, 1] as const });
  expect([axis([0, 0.001]), axis([0, 0.02]), axis([0, 0.5]), axis([0, 5])].map(tickDecimals)).toEqual([3, 2, 1, 0]);
});
