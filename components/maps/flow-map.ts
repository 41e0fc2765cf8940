import type { FlowEntry, FlowLine } from '@/components/charts/flow-line';
import { tileLabels } from '@/lib/domain/geography/area-label';
import { fitPoints, projectPlaces } from '@/lib/domain/geography/projection';

export type FlowPlace = { code: string; name: string; latitude: number | null; longitude: number | null };

export type FlowPoint = {
  code: string;
  name: string;
  /** Short, for the map. */
  label: string;
  x: number;
  y: number;
  people: number | null;
  isChosen: boolean;
};

export type FlowArc = { code: string; path: string; head: string; width: number; people: number };

export type FlowMap = {
  points: FlowPoint[];
  arcs: FlowArc[];
  /** Width of the ring of those who stayed; 0: nobody is shown. */
  ring: number;
  unplaced: string[];
  width: number;
  height: number;
};

const WIDTH = 300;
const HEIGHT = 390;
const MARGIN = 30;
/** Radius of a region's mark. */
export const POINT_RADIUS = 15;
const WIDEST = 13;
const MOST_ARCS = 20;
/** How far an arc bends, as a share of its length. */
const BEND = 0.16;

const peopleOf = (entry: FlowEntry | undefined): number | null =>
  entry?.cell.kind === 'value' ? entry.cell.count : null;

const r1 = (value: number): number => Math.round(value * 10) / 10;

type Point = { x: number; y: number };

/** A curve from rim to rim, with a head at its end. */
function arcOf(from: Point, to: Point, width: number): { path: string; head: string } {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const middle = { x: (from.x + to.x) / 2 - uy * length * BEND, y: (from.y + to.y) / 2 + ux * length * BEND };
  const toward = (start: Point, end: Point, by: number): Point => {
    const distance = Math.hypot(end.x - start.x, end.y - start.y);
    return { x: start.x + ((end.x - start.x) * by) / distance, y: start.y + ((end.y - start.y) * by) / distance };
  };
  const headLength = Math.max(7, width * 1.4);
  const start = toward(from, middle, POINT_RADIUS);
  const tip = toward(to, middle, POINT_RADIUS + 1);
  const neck = toward(tip, middle, headLength);
  const [nx, ny] = [-(tip.y - neck.y) / headLength, (tip.x - neck.x) / headLength];
  const half = Math.max(4, width);
  const corner = (sign: number) => `${r1(neck.x + sign * nx * half)} ${r1(neck.y + sign * ny * half)}`;
  return {
    path: `M${r1(start.x)} ${r1(start.y)}Q${r1(middle.x)} ${r1(middle.y)} ${r1(neck.x)} ${r1(neck.y)}`,
    head: `M${r1(tip.x)} ${r1(tip.y)}L${corner(1)}L${corner(-1)}Z`,
  };
}

/** Points pushed apart until marks don't touch; deterministic, by the order given. */
function apart(points: readonly Point[]): Point[] {
  const moved = points.map((point) => ({ ...point }));
  const least = 2 * POINT_RADIUS + 6;
  for (let round = 0; round < 60; round += 1) {
    for (const [i, a] of moved.entries()) {
      for (const b of moved.slice(i + 1)) {
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const distance = Math.hypot(dx, dy) || 1;
        if (distance >= least) continue;
        const push = (least - distance) / 2 / distance;
        a.x -= dx * push;
        a.y -= dy * push;
        b.x += dx * push;
        b.y += dy * push;
      }
    }
  }
  return moved;
}

/**
 * One origin, or one destination, with the flows between it and the other regions: widths go with the square root of people,
 * at most 20 are drawn, those who stayed are a ring.
 */
export function toFlowMap(line: FlowLine, side: 'from' | 'to', regions: readonly FlowPlace[]): FlowMap {
  const placed = regions.flatMap(({ latitude, longitude, ...region }) =>
    latitude === null || longitude === null ? [] : [{ ...region, latitude, longitude }],
  );
  const labels = tileLabels(regions);
  const at = apart(fitPoints(projectPlaces(placed), { width: WIDTH, height: HEIGHT, margin: MARGIN }));
  const entries = new Map(line.entries.map((entry) => [entry.code, entry]));
  const points = placed.map(({ code, name }, i) => ({
    code,
    name,
    label: labels.get(code) ?? code,
    x: r1(at[i]?.x ?? 0),
    y: r1(at[i]?.y ?? 0),
    people: peopleOf(entries.get(code)),
    isChosen: code === line.code,
  }));
  const chosen = points.find(({ isChosen }) => isChosen);
  const most = Math.max(1, ...points.map(({ people }) => people ?? 0));
  const widthOf = (people: number): number => r1(WIDEST * Math.sqrt(people / most));
  const arcs = points
    .filter((point) => !point.isChosen && (point.people ?? 0) > 0)
    .toSorted((a, b) => (b.people ?? 0) - (a.people ?? 0))
    .slice(0, MOST_ARCS)
    .flatMap((point): FlowArc[] => {
      if (!chosen) return [];
      const people = point.people ?? 0;
      const [from, to] = side === 'from' ? [chosen, point] : [point, chosen];
      return [{ code: point.code, people, width: widthOf(people), ...arcOf(from, to, widthOf(people)) }];
    });
  return {
    points,
    arcs,
    ring: chosen?.people ? widthOf(chosen.people) : 0,
    unplaced: regions.flatMap(({ latitude, longitude, name }) =>
      latitude === null || longitude === null ? [name] : [],
    ),
    width: WIDTH,
    height: HEIGHT,
  };
}
