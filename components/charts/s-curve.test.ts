import { describe, expect, it } from 'vitest';
import { toSCurve } from './s-curve';

describe('toSCurve', () => {
  it('falls from all draws to few, whatever order they come in', () => {
    const { path, x } = toSCurve([3, 1, 2], [0, 100]);
    const points = path.match(/[\d.]+,[\d.]+/g)?.map((point) => point.split(',').map(Number)) ?? [];
    expect(points.map(([across]) => across)).toEqual([1, 2, 3].map((value) => x.at(value)));
    const down = points.map(([, at]) => at ?? 0);
    expect(down).toEqual(down.toSorted((a, b) => a - b));
  });

  it('draws nothing of nothing', () => {
    expect(toSCurve([], [0, 100]).path).toBe('');
  });
});
