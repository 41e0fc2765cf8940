import { type Freedom, freedomOf, proofOfWidth } from './attacker-bounds';
import type { ProtectionTask, Weakness } from './protection-task';
import { isSmallCount } from './rule-set';
import type { Line } from './table-layout';

/** One attacker: what they know, how far they see each cell move, and what each protected cell's safety rests on. */
interface Watch {
  readonly isOutsider: boolean;
  readonly ownCells: ReadonlySet<number>;
  readonly freedom: Freedom;
  readonly proofs: Map<number, readonly number[]>;
}

/** A pattern of hidden cells, watched by every attacker. Hiding a cell never undoes a proof; showing one may. */
export interface WatchedPattern {
  readonly task: ProtectionTask;
  readonly hidden: boolean[];
  readonly watches: readonly Watch[];
}

export const watchPattern = (task: ProtectionTask, initial: readonly boolean[]): WatchedPattern => {
  const watches = [null, ...task.insiders].map((own) => {
    const ownCells = new Set(own ?? []);
    const freedom = freedomOf(task.values, (cell) => Boolean(initial[cell]) && !ownCells.has(cell));
    return { isOutsider: own === null, ownCells, freedom, proofs: new Map<number, readonly number[]>() };
  });
  return { task, hidden: task.values.map((_, cell) => Boolean(initial[cell])), watches };
};

export const hideCell = ({ task, hidden, watches }: WatchedPattern, cell: number): void => {
  hidden[cell] = true;
  for (const { ownCells, freedom } of watches) {
    if (ownCells.has(cell)) continue;
    freedom.up[cell] = Number.POSITIVE_INFINITY;
    freedom.down[cell] = task.values[cell] ?? 0;
  }
};

const reveal = ({ hidden, watches }: WatchedPattern, cell: number): void => {
  hidden[cell] = false;
  for (const { freedom } of watches) {
    freedom.up[cell] = 0;
    freedom.down[cell] = 0;
  }
};

/** Insiders are held off the sensitive cells only; the outsider off partners too, where the requirement says so. */
const isProtected = ({ task, hidden }: WatchedPattern, { isOutsider, ownCells }: Watch, cell: number): boolean => {
  if (!hidden[cell] || ownCells.has(cell)) return false;
  return Boolean(task.sensitive[cell]) || (isOutsider && task.requirement.protects === 'hidden');
};

/** People whom an attacker cannot place in one of a hidden cell's parts: what they know below it comes off. */
const unplaced = (pattern: WatchedPattern, watch: Watch, cell: number): number => {
  if (!pattern.hidden[cell] || watch.ownCells.has(cell)) return 0;
  const below = pattern.task.layout.below[cell] ?? [];
  if (below.length === 0) return pattern.task.values[cell] ?? 0;
  return below.reduce((sum, part) => sum + unplaced(pattern, watch, part), 0);
};

/** Whether a total that the attacker knows leaves 1 to 7 people for the parts that they don't. */
const leavesSmallRemainder = (pattern: WatchedPattern, watch: Watch, { parts, total }: Line): boolean => {
  if (pattern.hidden[total] && !watch.ownCells.has(total)) return false;
  return isSmallCount(parts.reduce((sum, cell) => sum + unplaced(pattern, watch, cell), 0));
};

const prove = ({ task }: WatchedPattern, { freedom }: Watch, cell: number): readonly number[] | null =>
  proofOfWidth(task.layout, freedom, cell, task.requirement.width);

const narrowCell = (pattern: WatchedPattern, watch: Watch, cells: readonly number[]): number | null => {
  for (const cell of cells) {
    if (watch.proofs.has(cell) || !isProtected(pattern, watch, cell)) continue;
    const proof = prove(pattern, watch, cell);
    if (!proof) return cell;
    watch.proofs.set(cell, proof);
  }
  return null;
};

/** The first thing wrong, taking cells in the given order; null where the pattern is safe against every attacker. */
export const nextWeakness = (pattern: WatchedPattern, cells: readonly number[]): Weakness | null => {
  const { layout, requirement } = pattern.task;
  for (const watch of pattern.watches) {
    const cell = narrowCell(pattern, watch, cells);
    if (cell !== null) return { kind: 'narrow', cell, ownCells: watch.ownCells };
    if (requirement.allowsSmallRemainder) continue;
    const line = layout.lines.find((one) => leavesSmallRemainder(pattern, watch, one));
    if (line)
      return { kind: 'small_remainder', cells: [...line.parts, line.total].filter((one) => !watch.ownCells.has(one)) };
  }
  return null;
};

/** New proofs for what rested on a cell that is known now, or null where there is none. */
const proofsWithout = (pattern: WatchedPattern, watch: Watch, known: number): Map<number, readonly number[]> | null => {
  const renewed = new Map<number, readonly number[]>();
  for (const [cell, proof] of watch.proofs) {
    if (cell === known || !proof.includes(known)) continue;
    const other = prove(pattern, watch, cell);
    if (!other) return null;
    renewed.set(cell, other);
  }
  return renewed;
};

/** Shows a cell of a safe pattern if the pattern stays safe. Looks only at what rested on that cell. */
export const showIfSafe = (pattern: WatchedPattern, cell: number): boolean => {
  const { layout, requirement } = pattern.task;
  reveal(pattern, cell);
  const lines = requirement.allowsSmallRemainder ? [] : (layout.linesAt[cell] ?? []);
  const renewed: Map<number, readonly number[]>[] = [];
  for (const watch of pattern.watches) {
    const isSmall = lines.some((line) => leavesSmallRemainder(pattern, watch, line));
    const proofs = isSmall ? null : proofsWithout(pattern, watch, cell);
    if (!proofs) {
      hideCell(pattern, cell);
      return false;
    }
    renewed.push(proofs);
  }
  pattern.watches.forEach(({ proofs }, w) => {
    proofs.delete(cell);
    for (const [other, proof] of renewed[w] ?? []) proofs.set(other, proof);
  });
  return true;
};

/** Puts one cell in the place of another, if the pattern stays safe. */
export const swapIfSafe = (pattern: WatchedPattern, partner: number, substitute: number): boolean => {
  hideCell(pattern, substitute);
  const isSafe = nextWeakness(pattern, [substitute]) === null && showIfSafe(pattern, partner);
  if (!isSafe) {
    for (const { proofs } of pattern.watches) proofs.delete(substitute);
    reveal(pattern, substitute);
  }
  return isSafe;
};
