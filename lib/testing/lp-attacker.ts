import loadHighs, { type Highs } from 'highs';
import type { ProtectedTable } from '@/lib/domain/disclosure/protected-table';
import { extremesOf, NO_LIMIT } from './lp-extremes';

/** What the attacker takes for certain about each cell, row after row: it lies between these. */
export interface Belief {
  readonly lowest: number;
  readonly highest: number;
}

/** A published number and the numbers that add up to it, by their positions among the beliefs. */
export interface Sum {
  readonly total: number;
  readonly parts: readonly number[];
}

/** Every sum in a table, read from the table as published: columns into `total`, rows into their parent. */
const sumsOf = ({ rows, columns }: ProtectedTable): readonly Sum[] => {
  const width = columns.length;
  const last = width - 1;
  const across =
    columns[last] === 'total'
      ? rows.map((_, r) => ({ total: r * width + last, parts: columns.slice(0, last).map((_, c) => r * width + c) }))
      : [];
  const down = rows.flatMap((row, g) => {
    const below = rows.flatMap((other, r) => (other.parent === row.code ? [r] : []));
    if (below.length === 0) return [];
    return columns.map((_, c) => ({ total: g * width + c, parts: below.map((r) => r * width + c) }));
  });
  return [...across, ...down];
};

const matrixOf = (sums: readonly Sum[], cellCount: number) => {
  const entries = sums.map(({ total, parts }) => [...parts.map((cell) => [cell, 1] as const), [total, -1] as const]);
  const starts = [0];
  for (const row of entries) starts.push((starts.at(-1) ?? 0) + row.length);
  const flat = entries.flat();
  return {
    format: 'csr' as const,
    numRows: sums.length,
    numCols: cellCount,
    starts,
    indices: flat.map(([cell]) => cell),
    values: flat.map(([, sign]) => sign),
  };
};

export interface LpAttacker {
  /** Lowest and highest value of each target cell that fits the beliefs and every sum. */
  attack(table: ProtectedTable, beliefs: readonly Belief[], targets: readonly number[]): readonly Belief[];
  /** The same for numbers that are tied by any sums. */
  attackSums(sums: readonly Sum[], beliefs: readonly Belief[], targets: readonly number[]): readonly Belief[];
}

const attackWith =
  (highs: Highs): LpAttacker['attackSums'] =>
  (sums, beliefs, targets) => {
    const cellCount = beliefs.length;
    const zeros = sums.map(() => 0);
    const model = {
      numCols: cellCount,
      numRows: sums.length,
      colCost: beliefs.map(() => 0),
      colLower: beliefs.map(({ lowest }) => lowest),
      colUpper: beliefs.map(({ highest }) => Math.min(highest, NO_LIMIT)),
      rowLower: zeros,
      rowUpper: zeros,
      matrix: matrixOf(sums, cellCount),
    };
    return extremesOf(highs, model, targets);
  };

/** A linear-programme attacker (HiGHS), written apart from the disclosure rules: it reads the published table only. */
export const loadLpAttacker = async (): Promise<LpAttacker> => {
  const attackSums = attackWith(await loadHighs());
  return { attackSums, attack: (table, beliefs, targets) => attackSums(sumsOf(table), beliefs, targets) };
};
