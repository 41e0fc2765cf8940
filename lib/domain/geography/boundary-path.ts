import type { Point } from './projection';

/** Polygons of an area: each an outer ring and its holes, as [longitude, latitude]; the first point again at the end. */
export type Polygons = readonly (readonly (readonly (readonly number[])[])[])[];

/** A place for a name within a shape, and how wide it may be (drawing units). */
export type LabelSpot = { x: number; y: number; room: number };

export type Ring = readonly Point[];

/** Rounded to whole units, without points that fall together; fewer than three are no ring. */
function roundedRing(ring: Ring): Point[] {
  const points = ring.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
  return points.filter(({ x, y }, at) => {
    const before = points.at(at - 1);
    return before === undefined || before.x !== x || before.y !== y;
  });
}

/** `3-4 5`: a minus parts two numbers, too. */
const joined = (numbers: readonly number[]): string =>
  numbers.map((value, at) => (at === 0 || value < 0 ? `${value}` : ` ${value}`)).join('');

function ringPath(points: readonly Point[]): string {
  const [first] = points;
  if (first === undefined || points.length < 3) return '';
  const steps = points.slice(1).flatMap((point, at) => {
    const before = points[at] ?? first;
    return [point.x - before.x, point.y - before.y];
  });
  return `M${joined([first.x, first.y])}l${joined(steps)}z`;
}

/** An area that is smaller than a unit still has a mark. */
const dot = (rings: readonly Ring[]): string => {
  const [point] = rings[0] ?? [];
  return point ? `M${joined([Math.round(point.x), Math.round(point.y)])}h1v1h-1z` : '';
};

/**
 * SVG path of rings in whole drawing units, as steps from point to point, which keeps it short. Points are rounded before
 * the steps are taken: borders that two areas share stay shared. Rings that shrink to a line are left out.
 */
export const pathOf = (rings: readonly Ring[]): string =>
  rings.map((ring) => ringPath(roundedRing(ring))).join('') || dot(rings);

/** Twice the area within a ring. */
const doubleArea = (ring: Ring): number =>
  Math.abs(
    ring.reduce((sum, { x, y }, at) => {
      const next = ring[(at + 1) % ring.length] ?? { x, y };
      return sum + x * next.y - next.x * y;
    }, 0),
  );

/** Where a line across (or down, with the axes swapped) meets the ring, in order. */
const crossings = (ring: Ring, y: number): number[] =>
  ring
    .flatMap((from, at) => {
      const to = ring[(at + 1) % ring.length] ?? from;
      if (from.y > y === to.y > y) return [];
      return [from.x + ((y - from.y) / (to.y - from.y)) * (to.x - from.x)];
    })
    .toSorted((a, b) => a - b);

const inside = (ring: Ring, y: number): { from: number; to: number }[] => {
  const met = crossings(ring, y);
  return met.flatMap((from, at) => (at % 2 === 0 ? [{ from, to: met[at + 1] ?? from }] : []));
};

const LINES = 24;
/** A name is about so many times as wide as high. */
const WORD_SHAPE = 2.2;

/** The middle of the widest place in the largest ring, as wide as it is for text of a word's shape; null without a ring. */
export function labelSpot(rings: readonly Ring[]): LabelSpot | null {
  const largest = rings.toSorted((a, b) => doubleArea(b) - doubleArea(a))[0];
  if (largest === undefined || largest.length < 3) return null;
  const turned = largest.map(({ x, y }) => ({ x: y, y: x }));
  const low = Math.min(...largest.map(({ y }) => y));
  const high = Math.max(...largest.map(({ y }) => y));
  const spots = Array.from({ length: LINES - 1 }, (_, at) => low + ((at + 1) / LINES) * (high - low)).flatMap((y) =>
    inside(largest, y).map(({ from, to }): LabelSpot => {
      const x = (from + to) / 2;
      const column = inside(turned, x).find((part) => part.from <= y && part.to >= y);
      const half = column ? Math.min(y - column.from, column.to - y) : 0;
      return { x: Math.round(x), y: Math.round(y), room: Math.floor(Math.min(to - from, 2 * half * WORD_SHAPE)) };
    }),
  );
  return spots.reduce<LabelSpot | null>((best, spot) => (best && best.room >= spot.room ? best : spot), null);
}
