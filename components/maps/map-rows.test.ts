import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Measure, measured, NOT_LOADED, SUPPRESSED } from '@/lib/domain/measure/measure';
import { toMapRows } from './map-rows';

const area = (measure: Measure, at: number) => ({
  code: `c${at}`,
  name: `Area ${at}`,
  latitude: 52,
  longitude: -1,
  href: '/regions',
  measure,
});

test('ten different values make five classes of two', () => {
  const { classes } = toMapRows([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((value, at) => area(measured(value), at)));
  expect(classes.map(({ count }) => count)).toEqual([2, 2, 2, 2, 2]);
  expect(classes.map(({ shade }) => shade)).toEqual([0, 1, 2, 3, 4]);
});

test('three loaded regions of eleven make three classes; the rest are in none', () => {
  const rows = toMapRows([
    ...[85, 90, 95].map((value, at) => area(measured(value), at)),
    ...[3, 4, 5, 6, 7, 8, 9].map((at) => area(NOT_LOADED, at)),
    area(SUPPRESSED, 10),
  ]);
  expect(rows.classes).toHaveLength(3);
  expect(rows.absent).toEqual({ not_loaded: 7, suppressed: 1, not_applicable: 0, low: 0 });
});

test('nothing loaded makes no class', () => {
  expect(toMapRows([area(NOT_LOADED, 0)]).classes).toEqual([]);
});

test('classes hold every figure once, don’t overlap and rise in shade', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 60 }), (values) => {
      const { classes } = toMapRows(values.map((value, at) => area(measured(value), at)));
      expect(classes.reduce((sum, { count }) => sum + count, 0)).toBe(values.length);
      for (const [at, { lower, shade }] of classes.entries()) {
        const before = classes[at - 1];
        if (before) {
          expect(lower).toBeGreaterThan(before.upper);
          expect(shade).toBeGreaterThan(before.shade);
        }
      }
    }),
  );
});
