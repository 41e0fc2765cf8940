import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Measure, measured, NOT_LOADED, SUPPRESSED } from '@/lib/domain/measure/measure';
import { toCompareBars } from './compare-bars';

const entry = (name: string, measure: Measure) => ({ code: name, name, measure });

test('bars are sorted by value, ties by name', () => {
  const { bars } = toCompareBars({
    entries: [entry('C', measured(1)), entry('B', measured(2)), entry('A', measured(2))],
  });
  expect(bars.map(({ name }) => name)).toEqual(['A', 'B', 'C']);
});

test('bars with an order of their own keep it, and a band fits the axis', () => {
  const { bars, axis } = toCompareBars({
    order: 'given',
    entries: [entry('Near', measured(1)), entry('Far', measured(2))],
    band: { label: 'Others', from: -1, to: 9 },
  });
  expect(bars.map(({ name }) => name)).toEqual(['Near', 'Far']);
  expect(axis.at(9)).toBeLessThanOrEqual(100);
  expect(axis.at(-1)).toBeGreaterThanOrEqual(0);
});

test('what is missing is named by its reason and never drawn as nought', () => {
  const rows = toCompareBars({
    entries: [
      entry('A', measured(0)),
      entry('B', NOT_LOADED),
      entry('C', SUPPRESSED),
      entry('D', { kind: 'not_applicable', reason: 'no posts' }),
    ],
  });
  expect(rows.bars.map(({ name }) => name)).toEqual(['A']);
  expect(rows.notLoaded).toEqual(['B']);
  expect(rows.suppressed).toEqual(['C']);
  expect(rows.notApplicable).toEqual(['D']);
});

test('every entry is a bar or in one list, and whiskers and benchmark fit the axis', () => {
  const measure = fc.oneof(
    fc.constant<Measure>(NOT_LOADED),
    fc.constant<Measure>(SUPPRESSED),
    fc
      .tuple(fc.double({ min: 0, max: 100, noNaN: true }), fc.double({ min: 0, max: 20, noNaN: true }))
      .map(([value, half]) =>
        measured(value, { lower: value - half, upper: value + half, level: 0.95, method: 'wilson' }),
      ),
  );
  fc.assert(
    fc.property(fc.array(measure, { maxLength: 50 }), fc.double({ min: 0, max: 100, noNaN: true }), (list, mean) => {
      const rows = toCompareBars({
        entries: list.map((value, at) => entry(`area ${at}`, value)),
        benchmark: { label: 'England', value: mean },
      });
      expect(rows.bars.length + rows.notLoaded.length + rows.suppressed.length).toBe(list.length);
      for (const end of [mean, ...rows.bars.flatMap(({ lower, upper }) => [lower ?? 0, upper ?? 0])]) {
        expect(rows.axis.at(end)).toBeGreaterThanOrEqual(-0.01);
        expect(rows.axis.at(end)).toBeLessThanOrEqual(100.01);
      }
    }),
  );
});
