import type { TableLayout } from './table-layout';

/** How far each cell can move, up and down, in what the attacker cannot tell apart from the truth. 0 and 0: known. */
export interface Freedom {
  readonly up: Float64Array;
  readonly down: Float64Array;
}

/** Lowest and highest value that an attacker can derive; null where there is no upper limit. */
export interface Bounds {
  readonly lowest: number;
  readonly highest: number | null;
}

interface Search {
  readonly layout: TableLayout;
  readonly freedom: Freedom;
  readonly source: number;
  readonly sink: number;
  /** The cell whose limits are sought: no part of the way. */
  readonly target: number;
  /** Per node the cell it was reached by, or -1. */
  readonly reachedBy: Int32Array;
  /** What was pushed, to be taken back: cell, signed amount. */
  readonly pushed: [number, number][];
}

/** Room to push along a cell from a node: up the cell when leaving its tail, down when leaving its head. */
const roomFrom = ({ layout, freedom, target }: Search, cell: number, node: number): number => {
  if (cell === target) return 0;
  return (layout.tails[cell] === node ? freedom.up[cell] : freedom.down[cell]) ?? 0;
};

const otherEnd = (layout: TableLayout, cell: number, node: number): number =>
  (layout.tails[cell] === node ? layout.heads[cell] : layout.tails[cell]) ?? 0;

/** Shortest path with room, breadth first. */
const reach = (search: Search): boolean => {
  const { layout, source, sink, reachedBy } = search;
  reachedBy.fill(-1);
  const queue = [source];
  for (let q = 0; q < queue.length; q += 1) {
    const node = queue[q] ?? source;
    for (const cell of layout.cellsAt[node] ?? []) {
      if (roomFrom(search, cell, node) <= 0) continue;
      const next = otherEnd(layout, cell, node);
      if (next === source || (reachedBy[next] ?? 0) >= 0) continue;
      reachedBy[next] = cell;
      if (next === sink) return true;
      queue.push(next);
    }
  }
  return false;
};

const foundPath = ({ layout, source, sink, reachedBy }: Search): { cell: number; from: number }[] => {
  const path: { cell: number; from: number }[] = [];
  for (let node = sink; node !== source; ) {
    const cell = reachedBy[node] ?? 0;
    const from = otherEnd(layout, cell, node);
    path.push({ cell, from });
    node = from;
  }
  return path;
};

const move = ({ up, down }: Freedom, cell: number, amount: number): void => {
  up[cell] = (up[cell] ?? 0) - amount;
  down[cell] = (down[cell] ?? 0) + amount;
};

/** Largest flow from source to sink, up to `limit`. */
const flowUpTo = (search: Search, limit: number): number => {
  let flow = 0;
  while (flow < limit && reach(search)) {
    const path = foundPath(search);
    const room = path.reduce((least, { cell, from }) => Math.min(least, roomFrom(search, cell, from)), limit - flow);
    if (room === Number.POSITIVE_INFINITY) return room;
    for (const { cell, from } of path) {
      const amount = search.layout.tails[cell] === from ? room : -room;
      move(search.freedom, cell, amount);
      search.pushed.push([cell, amount]);
    }
    flow += room;
  }
  return flow;
};

interface Slack {
  readonly amount: number;
  /** The cells whose freedom it rests on. */
  readonly cells: readonly number[];
}

/**
 * How far one cell can rise, or fall, while every sum still holds, up to `limit`. Exact, as a linear programme would give
 * it: the sums of these tables are those of a network, so the limits are whole numbers where counts are. At most `limit`
 * breadth-first passes over the cells. Leaves `freedom` as it was.
 */
const slackOf = (layout: TableLayout, freedom: Freedom, cell: number, way: 'up' | 'down', limit: number): Slack => {
  const tail = layout.tails[cell] ?? 0;
  const head = layout.heads[cell] ?? 0;
  const most = Math.min(limit, freedom[way][cell] ?? 0);
  if (most <= 0) return { amount: 0, cells: [] };
  const [source, sink] = way === 'up' ? [head, tail] : [tail, head];
  const reachedBy = new Int32Array(layout.nodeCount);
  const search: Search = { layout, freedom, source, sink, target: cell, reachedBy, pushed: [] };
  const amount = flowUpTo(search, most);
  for (const [touched, by] of search.pushed) move(freedom, touched, -by);
  return { amount, cells: search.pushed.map(([touched]) => touched) };
};

/** What an attacker can derive about one cell that holds `value`. */
export const boundsOf = (layout: TableLayout, freedom: Freedom, cell: number, value: number): Bounds => {
  const up = slackOf(layout, freedom, cell, 'up', Number.POSITIVE_INFINITY).amount;
  const down = slackOf(layout, freedom, cell, 'down', Number.POSITIVE_INFINITY).amount;
  return { lowest: value - down, highest: up === Number.POSITIVE_INFINITY ? null : value + up };
};

/**
 * The cells that keep one cell uncertain over at least `width`, or null where it can be narrowed down further. The proof
 * holds for as long as none of these cells becomes known.
 */
export const proofOfWidth = (
  layout: TableLayout,
  freedom: Freedom,
  cell: number,
  width: number,
): readonly number[] | null => {
  const up = slackOf(layout, freedom, cell, 'up', width);
  if (up.amount >= width) return up.cells;
  const down = slackOf(layout, freedom, cell, 'down', width - up.amount);
  return up.amount + down.amount >= width ? [...up.cells, ...down.cells] : null;
};

/** The freedom where hidden cells may be anything from 0 up and every other cell is known. */
export const freedomOf = (values: readonly number[], isHidden: (cell: number) => boolean): Freedom => ({
  up: Float64Array.from(values, (_, cell) => (isHidden(cell) ? Number.POSITIVE_INFINITY : 0)),
  down: Float64Array.from(values, (value, cell) => (isHidden(cell) ? value : 0)),
});
