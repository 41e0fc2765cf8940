import { cheapestCover, type Price } from './cheapest-cover';
import type { ProtectionTask, Weakness } from './protection-task';
import { hideCell, nextWeakness, showIfSafe, swapIfSafe, type WatchedPattern, watchPattern } from './watched-pattern';

export type SecondarySuppression =
  | { readonly kind: 'protected'; readonly hidden: readonly boolean[] }
  | { readonly kind: 'refused'; readonly reason: 'cannot_protect' };

/** Weight of a cell's size against 1 for the cell itself, and the order in which cells are looked at. */
interface Strategy {
  readonly sizeWeight: number;
  readonly order: 'ascending' | 'descending';
}

const STRATEGIES: readonly Strategy[] = [
  { sizeWeight: 1, order: 'descending' },
  { sizeWeight: 1, order: 'ascending' },
  { sizeWeight: 0.01, order: 'descending' },
  { sizeWeight: 0.01, order: 'ascending' },
  { sizeWeight: 20, order: 'descending' },
  { sizeWeight: 20, order: 'ascending' },
];

/** Cells times attackers. Above it, the first strategy only, without swaps: the rest saves cells, at several times the work. */
const WORK_FOR_ALL_STRATEGIES = 500;

const HIDDEN_ALREADY = 1e-6;

const sizeOf = ({ values }: ProtectionTask, cell: number): number => values[cell] ?? 0;

const cellsBySize = (task: ProtectionTask, order: Strategy['order']): number[] => {
  const sign = order === 'ascending' ? 1 : -1;
  return task.values.map((_, cell) => cell).sort((a, b) => sign * (sizeOf(task, a) - sizeOf(task, b)) || a - b);
};

const linesThrough = ({ layout }: ProtectionTask, cell: number): readonly number[] =>
  (layout.linesAt[cell] ?? []).flatMap(({ parts, total }) => [...parts, total]);

/** The cheapest shown cell that may be hidden: among those near the weak one, else anywhere. */
const cheapestShown = ({ task, hidden }: WatchedPattern, near: readonly number[], price: Price): readonly number[] => {
  const open = (cells: readonly number[]) => cells.filter((cell) => task.eligible[cell] && !hidden[cell]);
  const next = open(near);
  const candidates = next.length > 0 ? next : open(task.values.map((_, cell) => cell));
  return candidates.toSorted((a, b) => price(a) - price(b) || a - b).slice(0, 1);
};

const coverOf = (pattern: WatchedPattern, weakness: Weakness, price: Price): readonly number[] => {
  const { task, hidden } = pattern;
  if (weakness.kind === 'small_remainder') {
    const peopled = weakness.cells.filter((cell) => sizeOf(task, cell) > 0);
    return cheapestShown(pattern, peopled, price);
  }
  const { cell: target, ownCells } = weakness;
  for (let amount = task.requirement.width; amount >= 1; amount -= 1) {
    const cover = cheapestCover({ task, price, target, ownCells, amount }) ?? [];
    const fresh = cover.filter((cell) => !hidden[cell]);
    if (fresh.length > 0) return fresh;
  }
  const near = linesThrough(task, target).filter((cell) => !ownCells.has(cell));
  return cheapestShown(pattern, near, price);
};

/** Hides covers until nothing is weak. Every round hides at least one cell more, so that it ends. */
const grow = (pattern: WatchedPattern, strategy: Strategy): boolean => {
  const { task, hidden } = pattern;
  const largest = Math.max(1, ...task.values);
  const price: Price = (cell) =>
    hidden[cell] ? HIDDEN_ALREADY : 1 + (strategy.sizeWeight * sizeOf(task, cell)) / largest;
  const cells = cellsBySize(task, strategy.order);
  for (let weakness = nextWeakness(pattern, cells); weakness; weakness = nextWeakness(pattern, cells)) {
    const cover = coverOf(pattern, weakness, price);
    if (cover.length === 0) return false;
    for (const cell of cover) hideCell(pattern, cell);
  }
  return true;
};

/** Cells hidden only to protect others, largest first. */
const partnersOf = ({ task, hidden }: WatchedPattern): readonly number[] =>
  cellsBySize(task, 'descending').filter((cell) => hidden[cell] && !task.sensitive[cell] && !task.alwaysHidden[cell]);

/** Shows again every partner that turned out not to be needed. */
const prune = (pattern: WatchedPattern): void => {
  for (const cell of partnersOf(pattern)) showIfSafe(pattern, cell);
};

/** Puts a smaller cell in the place of a partner, where that is as safe. */
const shrink = (pattern: WatchedPattern): void => {
  const { task, hidden } = pattern;
  const smallestFirst = cellsBySize(task, 'ascending');
  for (const partner of partnersOf(pattern)) {
    smallestFirst.some((cell) => {
      if (hidden[cell] || !task.eligible[cell] || sizeOf(task, cell) >= sizeOf(task, partner)) return false;
      return swapIfSafe(pattern, partner, cell);
    });
  }
};

const attempt = (task: ProtectionTask, strategy: Strategy, swaps: boolean): readonly boolean[] | null => {
  const start = task.values.map((_, cell) => Boolean(task.sensitive[cell]) || Boolean(task.alwaysHidden[cell]));
  const pattern = watchPattern(task, start);
  if (!grow(pattern, strategy)) return null;
  prune(pattern);
  if (swaps) shrink(pattern);
  return pattern.hidden;
};

/** How much a pattern hides: cells first, then the people in them. */
const isLess = ({ values }: ProtectionTask, a: readonly boolean[], b: readonly boolean[]): boolean => {
  const cells = (hidden: readonly boolean[]) => hidden.filter(Boolean).length;
  const people = (hidden: readonly boolean[]) =>
    values.reduce((sum, value, cell) => (hidden[cell] ? sum + value : sum), 0);
  return cells(a) === cells(b) ? people(a) < people(b) : cells(a) < cells(b);
};

/** Whether a pattern is safe against the outsider and every insider, worked out afresh. */
export const isSafePattern = (task: ProtectionTask, hidden: readonly boolean[]): boolean =>
  nextWeakness(
    watchPattern(task, hidden),
    task.values.map((_, cell) => cell),
  ) === null;

/**
 * Hides partners for the sensitive cells, until nobody (outsider or insider) can narrow a protected cell to less than the
 * required width. Deterministic. A heuristic (cheapest covers, then taking back what isn't needed) inside an exact check:
 * nothing is returned that a check from scratch has not passed. Refuses where the cells that may be hidden do not suffice.
 *
 * Work: a flow search (linear in cells) for each hidden cell and attacker, and again for those that rested on a partner
 * when it is taken back; six such attempts where cells × attackers are up to 500. 42 × 10 cells in regions: under a second.
 */
export const secondarySuppression = (task: ProtectionTask): SecondarySuppression => {
  const isSmall = !task.isQuick && task.values.length * (1 + task.insiders.length) <= WORK_FOR_ALL_STRATEGIES;
  let best: readonly boolean[] | null = null;
  for (const strategy of isSmall ? STRATEGIES : STRATEGIES.slice(0, 1)) {
    const hidden = attempt(task, strategy, isSmall);
    if (hidden && (best === null || isLess(task, hidden, best))) best = hidden;
  }
  const isProven = best !== null && isSafePattern(task, best);
  return best && isProven ? { kind: 'protected', hidden: best } : { kind: 'refused', reason: 'cannot_protect' };
};
