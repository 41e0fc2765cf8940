import loadHighs, { type Highs } from 'highs';
import type { KnownSum } from '@/lib/domain/journeys/protection/possible-people-fixture';
import type { Belief } from './lp-attacker';
import { extremesOf, NO_LIMIT } from './lp-extremes';

export interface SumAttacker {
  /** Lowest and highest value of each target that fits every sum and what is believed of each count. */
  attack(sums: readonly KnownSum[], beliefOf: (count: number) => Belief, targets: readonly number[]): readonly Belief[];
}

const modelOf = (sums: readonly KnownSum[], beliefOf: (count: number) => Belief, targets: readonly number[]) => {
  const columns = new Map<number, number>();
  const columnOf = (count: number): number => {
    const column = columns.get(count) ?? columns.size;
    columns.set(count, column);
    return column;
  };
  for (const count of targets) columnOf(count);
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  for (const { plus, minus } of sums) {
    for (const count of plus) indices.push(columnOf(count));
    for (const count of minus) indices.push(columnOf(count));
    values.push(...plus.map(() => 1), ...minus.map(() => -1));
    starts.push(indices.length);
  }
  const beliefs = [...columns.keys()].map(beliefOf);
  return {
    columnOf,
    model: {
      numCols: columns.size,
      numRows: sums.length,
      colCost: beliefs.map(() => 0),
      colLower: beliefs.map(({ lowest }) => lowest),
      colUpper: beliefs.map(({ highest }) => Math.min(highest, NO_LIMIT)),
      rowLower: sums.map(() => 0),
      rowUpper: sums.map(({ kind }) => (kind === 'equal' ? 0 : NO_LIMIT)),
      matrix: { format: 'csr' as const, numRows: sums.length, numCols: columns.size, starts, indices, values },
    },
  };
};

const attackWith =
  (highs: Highs): SumAttacker['attack'] =>
  (sums, beliefOf, targets) => {
    const { columnOf, model } = modelOf(sums, beliefOf, targets);
    return extremesOf(highs, model, targets.map(columnOf));
  };

/** A linear-programme attacker (HiGHS) on any counts that sums tie together. */
export const loadSumAttacker = async (): Promise<SumAttacker> => ({ attack: attackWith(await loadHighs()) });
