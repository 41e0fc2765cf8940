import { describe, expect, test } from 'vitest';
import { toScatter } from './scatter';

const entries = [
  { code: 'a', name: 'A', x: 1, y: 2 },
  { code: 'b', name: 'B', x: 3, y: 6 },
];

describe('toScatter', () => {
  test('places each area, higher values further up', () => {
    const { points } = toScatter({ entries, fit: null, height: [10, 210] });
    const [a, b] = points;
    expect(a && b && b.left > a.left && b.top < a.top).toBe(true);
  });

  test('draws the line from the first to the last area only, and none without a fit', () => {
    const { line, x } = toScatter({ entries, fit: { slope: 2, intercept: 0 }, height: [10, 210] });
    expect(line?.x1).toBe(x.at(1));
    expect(line?.x2).toBe(x.at(3));
    expect(toScatter({ entries, fit: null, height: [10, 210] }).line).toBeNull();
    expect(toScatter({ entries: [], fit: { slope: 1, intercept: 0 }, height: [10, 210] }).line).toBeNull();
  });
});
