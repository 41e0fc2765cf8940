interface Margins {
  /** Whether a cell may be above 0. */
  readonly isOpen: readonly (readonly boolean[])[];
  readonly rowTotals: readonly number[];
  readonly columnTotals: readonly number[];
}

/** A shortfall below this share of the whole is rounding. */
const ROUNDING = 1e-9;

interface Network {
  readonly rows: number;
  readonly columns: number;
  readonly flow: number[][];
  readonly rowLeft: number[];
  readonly columnLeft: number[];
}

/** Breadth-first search from the rows with something left; the parent of each node, rows first. */
const reach = ({ isOpen }: Margins, { rows, columns, flow, rowLeft }: Network, least: number): number[] => {
  const parent = new Array<number>(rows + columns).fill(-2);
  const queue = rowLeft.flatMap((left, row) => (left > least ? [row] : []));
  for (const row of queue) parent[row] = -1;
  for (const node of queue) {
    const neighbours =
      node < rows
        ? Array.from({ length: columns }, (_, j) => j + rows).filter((j) => isOpen[node]?.[j - rows])
        : Array.from({ length: rows }, (_, i) => i).filter((i) => (flow[i]?.[node - rows] ?? 0) > least);
    for (const next of neighbours) {
      if (parent[next] !== -2) continue;
      parent[next] = node;
      queue.push(next);
    }
  }
  return parent;
};

const pathTo = (parent: readonly number[], column: number): number[] => {
  const path = [column];
  for (let node = parent[column] ?? -1; node >= 0; node = parent[node] ?? -1) path.unshift(node);
  return path;
};

/** Sends as much as fits along a path of nodes: forwards on a cell adds, backwards takes back. */
const send = ({ rows, flow, rowLeft, columnLeft }: Network, path: readonly number[]): void => {
  const [first = 0] = path;
  const last = (path.at(-1) ?? 0) - rows;
  const back = path.flatMap((node, k) =>
    node >= rows && k + 1 < path.length ? [[path[k + 1] ?? 0, node - rows]] : [],
  );
  const amount = Math.min(
    rowLeft[first] ?? 0,
    columnLeft[last] ?? 0,
    ...back.map(([i = 0, j = 0]) => flow[i]?.[j] ?? 0),
  );
  path.forEach((node, k) => {
    const next = path[k + 1];
    if (next === undefined) return;
    const [i, j, sign] = node < rows ? [node, next - rows, 1] : [next, node - rows, -1];
    const row = flow[i];
    if (row) row[j] = (row[j] ?? 0) + sign * amount;
  });
  rowLeft[first] = (rowLeft[first] ?? 0) - amount;
  columnLeft[last] = (columnLeft[last] ?? 0) - amount;
};

/**
 * Whether some table of values at or above 0, with zeros where cells are closed, has these row and column totals: the
 * largest flow from rows to columns reaches the whole. By augmenting shortest paths (Edmonds and Karp 1972).
 */
export const hasTable = (margins: Margins): boolean => {
  const { rowTotals, columnTotals } = margins;
  const whole = rowTotals.reduce((total, one) => total + one, 0);
  const least = ROUNDING * whole;
  const network: Network = {
    rows: rowTotals.length,
    columns: columnTotals.length,
    flow: rowTotals.map(() => columnTotals.map(() => 0)),
    rowLeft: [...rowTotals],
    columnLeft: [...columnTotals],
  };
  for (;;) {
    const parent = reach(margins, network, least);
    const column = network.columnLeft.findIndex((left, j) => left > least && parent[j + network.rows] !== -2);
    if (column < 0) break;
    send(network, pathTo(parent, column + network.rows));
  }
  return network.rowLeft.reduce((total, left) => total + left, 0) <= least * (1 + network.rows);
};
