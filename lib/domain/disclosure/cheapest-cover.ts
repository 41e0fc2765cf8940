import type { ProtectionTask } from './protection-task';

/** Price of hiding each cell that is shown; cells already hidden cost next to nothing. */
export type Price = (cell: number) => number;

interface Route {
  readonly task: ProtectionTask;
  readonly price: Price;
  /** The cell to protect: never part of its own cover. */
  readonly target: number;
  /** Cells that the attacker knows whatever is hidden. */
  readonly ownCells: ReadonlySet<number>;
  /** How far each cell on the way must be able to move. */
  readonly amount: number;
}

/** A hidden cell may rise without limit, and fall to 0. */
const roomIfHidden = ({ task, amount }: Route, cell: number, from: number): boolean => {
  const isRising = task.layout.tails[cell] === from;
  return isRising || (task.values[cell] ?? 0) >= amount;
};

interface Reached {
  readonly cost: Float64Array;
  readonly by: Int32Array;
  readonly settled: Uint8Array;
}

const nearest = ({ cost, settled }: Reached): number => {
  let best = -1;
  let least = Number.POSITIVE_INFINITY;
  for (let node = 0; node < cost.length; node += 1) {
    const here = cost[node] ?? least;
    if (settled[node] === 0 && here < least) {
      best = node;
      least = here;
    }
  }
  return best;
};

const relax = (route: Route, reached: Reached, node: number): void => {
  const { task, price, target, ownCells } = route;
  for (const cell of task.layout.cellsAt[node] ?? []) {
    if (cell === target || !task.eligible[cell] || ownCells.has(cell) || !roomIfHidden(route, cell, node)) continue;
    const { tails, heads } = task.layout;
    const next = (tails[cell] === node ? heads[cell] : tails[cell]) ?? 0;
    const cost = (reached.cost[node] ?? 0) + price(cell);
    if (cost < (reached.cost[next] ?? 0)) {
      reached.cost[next] = cost;
      reached.by[next] = cell;
    }
  }
};

const cellsOnWay = ({ task }: Route, by: Int32Array, source: number, sink: number): number[] => {
  const cells: number[] = [];
  for (let node = sink; node !== source; ) {
    const cell = by[node] ?? 0;
    cells.push(cell);
    node = (task.layout.tails[cell] === node ? task.layout.heads[cell] : task.layout.tails[cell]) ?? source;
  }
  return cells;
};

/** The cheapest way from source to sink (Dijkstra, quadratic in nodes): the cells on it and their price. */
const cheapestWay = (route: Route, source: number, sink: number): { cells: readonly number[]; cost: number } | null => {
  const { nodeCount } = route.task.layout;
  const reached = {
    cost: new Float64Array(nodeCount).fill(Number.POSITIVE_INFINITY),
    by: new Int32Array(nodeCount).fill(-1),
    settled: new Uint8Array(nodeCount),
  };
  reached.cost[source] = 0;
  for (let node = nearest(reached); node >= 0 && node !== sink; node = nearest(reached)) {
    reached.settled[node] = 1;
    relax(route, reached, node);
  }
  const cost = reached.cost[sink] ?? Number.POSITIVE_INFINITY;
  return cost === Number.POSITIVE_INFINITY ? null : { cells: cellsOnWay(route, reached.by, source, sink), cost };
};

/**
 * The cheapest set of cells that, hidden, lets the target move by `amount`: upwards, or downwards where the target itself
 * has room for that. Null where no single way has that room.
 */
export const cheapestCover = (route: Route): readonly number[] | null => {
  const { task, target, amount } = route;
  const tail = task.layout.tails[target] ?? 0;
  const head = task.layout.heads[target] ?? 0;
  const upwards = cheapestWay(route, head, tail);
  const downwards = (task.values[target] ?? 0) >= amount ? cheapestWay(route, tail, head) : null;
  if (upwards && downwards) return (downwards.cost < upwards.cost ? downwards : upwards).cells;
  return (upwards ?? downwards)?.cells ?? null;
};
