import { fitPoints, type Place, type Point, projectPlaces } from './projection';

/** `size` is what the bubble's area stands for, e.g. people; null where it isn't known. */
export type BubblePlace = Place & { code: string; size: number | null };
export type Bubble = { code: string; x: number; y: number; radius: number; size: number | null };

type BubbleBox = { width: number; height: number; smallest: number; largest: number };

const ROUNDS = 300;
/** Rounds at the end in which bubbles only part. */
const LAST_ROUNDS = 100;
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
  const bubbles: Bubbles = {
    x: Float64Array.from(homes, ({ x }) => x),
    y: Float64Array.from(homes, ({ y }) => y),
    radii,
    eastwards: [...radii.keys()],
  };
  for (let round = 0; round < ROUNDS; round += 1) {
    const isParting = round >= ROUNDS - LAST_ROUNDS;
    if (!isParting) pullHome(bubbles, homes);
    const hasMoved = pushApart(bubbles);
    keepInside(bubbles, box);
    if (isParting && !hasMoved) break;
  }
  return sorted.map(({ code, size }, index) => ({
    code,
    size,
    x: round1(bubbles.x[index] ?? 0),
    y: round1(bubbles.y[index] ?? 0),
    radius: round1(radii[index] ?? box.smallest),
  }));
}

const round1 = (value: number): number => Math.round(value * 10) / 10;

/** Centres and radii, looked at hundreds of times for a page: nothing is made on the way. */
type Bubbles = {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly radii: readonly number[];
  /** From west to east, as of the last round. */
  readonly eastwards: number[];
};

function pullHome({ x, y }: Bubbles, homes: readonly Point[]): void {
  for (const [at, home] of homes.entries()) {
    x[at] = (x[at] ?? 0) + (home.x - (x[at] ?? 0)) * PULL;
    y[at] = (y[at] ?? 0) + (home.y - (y[at] ?? 0)) * PULL;
  }
}

/** Parts two bubbles that are nearer than `reach`, each by half of what is missing; false where they aren't. */
function part({ x, y }: Bubbles, one: number, two: number, reach: number): boolean {
  const dx = (x[two] ?? 0) - (x[one] ?? 0);
  const dy = (y[two] ?? 0) - (y[one] ?? 0);
  if (dx * dx + dy * dy >= reach * reach) return false;
  const distance = Math.hypot(dx, dy);
  const push = (reach - distance) / 2;
  // Two areas at the same place part eastwards and westwards.
  const pushX = distance > 0 ? (push * dx) / distance : push;
  const pushY = distance > 0 ? (push * dy) / distance : 0;
  x[one] = (x[one] ?? 0) - pushX;
  y[one] = (y[one] ?? 0) - pushY;
  x[two] = (x[two] ?? 0) + pushX;
  y[two] = (y[two] ?? 0) + pushY;
  return true;
}

/** Only those near each other from west to east are compared: each with the next ones, until none can reach it. */
function pushApart(bubbles: Bubbles): boolean {
  const { x, radii, eastwards } = bubbles;
  // Hardly out of order from the round before.
  eastwards.sort((a, b) => (x[a] ?? 0) - (x[b] ?? 0) || a - b);
  const widest = Math.max(...radii);
  let hasMoved = false;
  for (let at = 0; at < eastwards.length; at += 1) {
    const one = eastwards[at] ?? 0;
    const reach = (radii[one] ?? 0) + GAP;
    for (let next = at + 1; next < eastwards.length; next += 1) {
      const two = eastwards[next] ?? 0;
      if ((x[two] ?? 0) - (x[one] ?? 0) >= reach + widest) break;
      hasMoved = part(bubbles, one, two, reach + (radii[two] ?? 0)) || hasMoved;
    }
  }
  return hasMoved;
}

function keepInside({ x, y, radii }: Bubbles, { width, height }: BubbleBox): void {
  for (const [at, radius] of radii.entries()) {
    x[at] = Math.min(Math.max(x[at] ?? 0, radius + 1), width - radius - 1);
    y[at] = Math.min(Math.max(y[at] ?? 0, radius + 1), height - radius - 1);
  }
}
