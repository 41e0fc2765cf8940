import { expect, it } from 'vitest';
import { type FrontierMark, toFrontier } from './frontier';

const band = (mean: number) => ({ mean, lower80: mean - 1, upper80: mean + 2 });
const mark = (label: string, kind: FrontierMark['kind'], need: number, careers: number): FrontierMark => ({
  label,
  kind,
  need: band(need),
  careers: band(careers),
});

it('keeps both ends of every interval within the drawing, and names marks at one place together', () => {
  const marks = [mark('A', 'mix', 4, 1), mark('B', 'mix', 2, 5), mark('this run', 'option', 2, 5)];
  const { points, steps, x, y } = toFrontier(marks, [30, 300]);
  expect(points.map(({ label, kind }) => [label, kind])).toEqual([
    ['A', 'mix'],
    ['B, this run', 'option'],
  ]);
  expect(steps).toHaveLength(2);
  expect([x.domain[0] <= 0, x.domain[1] >= 7, y.domain[0] <= 0, y.domain[1] >= 6]).toEqual([true, true, true, true]);
  // More need is higher up, better careers further right.
  expect(points[0]?.top).toBeLessThan(points[1]?.top ?? 0);
  expect(points[0]?.left).toBeLessThan(points[1]?.left ?? 0);
});
