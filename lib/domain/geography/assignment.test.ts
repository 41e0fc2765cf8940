import fc from 'fast-check';
import { expect, test } from 'vitest';
import { assignLeastCost } from './assignment';

function cheapest(costs: readonly (readonly number[])[], row = 0, taken: readonly number[] = []): number {
  const own = costs[row];
  if (own === undefined) return 0;
  return Math.min(
    ...own.flatMap((cost, column) =>
      taken.includes(column) ? [] : [cost + cheapest(costs, row + 1, [...taken, column])],
    ),
  );
}

test('no other assignment costs less', () => {
  const matrix = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 2 })).chain(([rows, more]) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: rows + more, maxLength: rows + more }), {
      minLength: rows,
      maxLength: rows,
    }),
  );
  fc.assert(
    fc.property(matrix, (costs) => {
      const columns = assignLeastCost(costs);
      const total = columns.reduce((sum, column, row) => sum + (costs[row]?.[column] ?? Number.NaN), 0);
      expect(new Set(columns).size).toBe(costs.length);
      expect(total).toBe(cheapest(costs));
    }),
  );
});

test('fewer columns than rows are refused', () => {
  expect(() => assignLeastCost([[1], [2]])).toThrow(RangeError);
});
