import { fitPoints, type Place, type Point, projectPlaces } from './projection';

/** `size` is what the bubble's area stands for, e.g. people; null where it isn't known. */
export type BubblePlace = Place & { code: string; size: number | null };
export type Bubble = { code: string; x: number; y: number; radius: number; size: number | null };

type BubbleBox = { width: number; height: number; smallest: number; largest: number };

const ROUNDS = 300;
const GAP = 1.5;
/** How strongly a bubble is drawn back to its place in every round. */
const PULL = 0.02;

/**
 * Bubbles with areas in proportion to `size`, pushed apart from their places until none overlaps:
 * London's stand side by side. Deterministic; sizes not known get the smallest bubble.
 */
export function layOutBubbles(places: readonly BubblePlace[], box: BubbleBox): Bubble[] {
  const sorted = places.toSorted((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const largest = Math.max(0, ...sorted.map(({ size }) => size ?? 0));
  const radii = sorted.map(({ size }) =>
    size === null || largest === 0 ? box.smallest : Math.max(box.smallest, box.largest * Math.sqrt(size / largest)),
  );
  const homes = fitPoints(projectPlaces(sorted), { ...box, margin: box.largest + GAP });
  const points = homes.map((home) => ({ ...home }));
  for (let round = 0; round < ROUNDS; round += 1) {
    const last = round >= ROUNDS - 100;
    for (const [index, point] of points.entries()) if (!last) pullHome(point, homes[index]);
    pushApart(points, radii);
    for (const [index, point] of points.entries()) keepInside(point, radii[index] ?? 0, box);
  }
  return sorted.map(({ code, size }, index) => ({
    code,
    size,
    x: round1(points[index]?.x ?? 0),
    y: round1(points[index]?.y ?? 0),
    radius: round1(radii[index] ?? box.smallest),
  }));
}

const round1 = (value: number): number => Math.round(value * 10) / 10;

function pullHome(point: Point, home: Point | undefined): void {
  if (home === undefined) return;
  point.x += (home.x - point.x) * PULL;
  point.y += (home.y - point.y) * PULL;
}

function pushApart(points: readonly Point[], radii: readonly number[]): void {
  for (const [one, first] of points.entries()) {
    for (const [offset, second] of points.slice(one + 1).entries()) {
      const reach = (radii[one] ?? 0) + (radii[one + 1 + offset] ?? 0) + GAP;
      const dx = second.x - first.x;
      const dy = second.y - first.y;
      const distance = Math.hypot(dx, dy);
      if (distance >= reach) continue;
      const push = (reach - distance) / 2;
      // Two areas at the same place part eastwards and westwards.
      const [ux, uy] = distance > 0 ? [dx / distance, dy / distance] : [1, 0];
      first.x -= ux * push;
      first.y -= uy * push;
      second.x += ux * push;
      second.y += uy * push;
    }
  }
}

function keepInside(point: Point, radius: number, { width, height }: BubbleBox): void {
  point.x = Math.min(Math.max(point.x, radius + 1), width - radius - 1);
  point.y = Math.min(Math.max(point.y, radius + 1), height - radius - 1);
}
