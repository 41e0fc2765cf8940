import { describe, expect, it } from 'vitest';
import { type ReachCell, ROUNDED_TO_5, totalOf } from './published-count';
import { sumCell } from './sum-cell';

const count = (people: number): ReachCell => ({ kind: 'value', count: people });
const LOW: ReachCell = { kind: 'low' };

describe('several published counts as one', () => {
  it('is a number that rounding could have given, with room for those whom rounded zeros stand for', () => {
    expect(sumCell([count(10), count(5), LOW, LOW])).toEqual({ kind: 'value', count: 15, parts: 4, zeros: 2 });
  });

  it('has the same limits as the counts one by one', () => {
    const cells = [count(10), count(5), LOW, LOW];
    const [sum, one] = [totalOf([sumCell(cells)], ROUNDED_TO_5), totalOf(cells, ROUNDED_TO_5)];
    if (sum.kind === 'gap' || one.kind === 'gap') throw new Error('A gap');
    expect(sum.lowest).toBeCloseTo(one.lowest, 10);
    expect(sum.highest).toBeCloseTo(one.highest, 10);
  });

  it('keeps the parts and zeros that a rounded table brings', () => {
    expect(sumCell([{ kind: 'value', count: 30, parts: 4, zeros: 3 }, count(0)])).toEqual({
      kind: 'value',
      count: 30,
      parts: 4,
      zeros: 3,
    });
  });

  it('is a gap where one is, and low where all are', () => {
    expect(sumCell([count(10), { kind: 'suppressed' }])).toEqual({ kind: 'suppressed' });
    expect(sumCell([LOW, LOW])).toEqual({ kind: 'low' });
  });
});
