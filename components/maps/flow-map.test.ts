import { describe, expect, it } from 'vitest';
import { toFlowLine } from '@/components/charts/flow-line';
import { viewOf } from '@/components/charts/journey-view-fixture';
import { POINT_RADIUS, toFlowMap } from './flow-map';

const REGIONS = [
  { code: 'A', name: 'Northland', latitude: 55, longitude: -1.6 },
  { code: 'B', name: 'Southland', latitude: 51, longitude: -0.1 },
  { code: 'C', name: 'Southland East', latitude: 51.01, longitude: -0.1 },
  { code: 'D', name: 'Nowhere', latitude: null, longitude: null },
];
const view = viewOf({ A: [400, 100, 25, 10], B: ['c', 50, 0, 0] }, ['A', 'B', 'C', 'left']);
const mapOf = (side: 'from' | 'to', code: string) => {
  const line = toFlowLine(view, side, code);
  if (!line) throw new Error(`No line ${code}`);
  return toFlowMap(line, side, REGIONS);
};

describe('a map of flows', () => {
  it('draws an arc to every region with a number, wide by the square root of people; those who stayed are a ring', () => {
    const { arcs, ring } = mapOf('from', 'A');
    expect(arcs.map(({ code, people }) => [code, people])).toEqual([
      ['B', 100],
      ['C', 25],
    ]);
    const [b, c] = arcs.map(({ width }) => width);
    expect((b ?? 0) / (c ?? 1)).toBeCloseTo(2, 0);
    expect(ring / (b ?? 1)).toBeCloseTo(2, 0);
  });

  it('draws nothing for a count that is withheld or 0', () => {
    const { arcs, points } = mapOf('to', 'A');
    expect(arcs).toEqual([]);
    expect(points.find(({ code }) => code === 'B')?.people).toBeNull();
  });

  it('has the north at the top and keeps marks apart', () => {
    const { points } = mapOf('from', 'A');
    const at = new Map(points.map((point) => [point.code, point]));
    const [a, b, c] = ['A', 'B', 'C'].map((code) => at.get(code) ?? { x: 0, y: 0 });
    expect(a?.y).toBeLessThan(b?.y ?? 0);
    expect(Math.hypot((b?.x ?? 0) - (c?.x ?? 0), (b?.y ?? 0) - (c?.y ?? 0))).toBeGreaterThanOrEqual(2 * POINT_RADIUS);
  });

  it('lists regions without a place, and has no broken path', () => {
    const { unplaced, arcs } = mapOf('from', 'A');
    expect(unplaced).toEqual(['Nowhere']);
    expect(arcs.map(({ path, head }) => path + head).join('')).not.toMatch(/NaN|Infinity/);
  });
});
