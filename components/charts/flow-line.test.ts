import { describe, expect, it } from 'vitest';
import { absentCell } from './chart-cell';
import { barFormat, lineBars, lineTable, toFlowLine, toFlowLines } from './flow-line';
import { lineAlternative, lineTitle } from './flow-line-words';
import { viewOf } from './journey-view-fixture';

const WORDS = { from: 'medical school', to: 'foundation training' };
const view = viewOf({ A: [60, 30, 30, 10], B: [20, 'c', 0, 0] }, ['A', 'B', 'not_reached', 'left']);

describe('everything from one place, or to one', () => {
  it('shares out those who came to the stage, with intervals that rounding widens', () => {
    const line = toFlowLine(view, 'from', 'A');
    expect(line).toMatchObject({ people: 100, notReached: 30, withheld: 0 });
    const own = line?.entries.find(({ code }) => code === 'A');
    expect(own?.share).toMatchObject({
      kind: 'value',
      value: 60,
      interval: { method: 'Wilson, widened for rounding' },
    });
    expect(line?.entries.map(({ code }) => code)).not.toContain('not_reached');
  });

  it('reads a column where it is asked for a destination', () => {
    const line = toFlowLine(view, 'to', 'A');
    expect(line?.entries.map(({ code, cell }) => [code, cell])).toEqual([
      ['A', { kind: 'value', count: 60 }],
      ['B', { kind: 'value', count: 20 }],
    ]);
    expect(toFlowLines(view, 'to').map(({ code }) => code)).toEqual(['A', 'B']);
  });

  it('keeps a withheld place as withheld, in bars and twin', () => {
    const line = toFlowLine(view, 'to', 'B');
    expect(line?.withheld).toBe(1);
    expect(line && lineBars(line).map(({ code, measure }) => [code, measure.kind])).toEqual([
      ['A', 'value'],
      ['B', 'suppressed'],
    ]);
    // People: a share of 30 without those withheld would say that nobody else is there.
    expect(line && barFormat(line)).toEqual({ unit: 'people', decimals: 0 });
    expect(line?.entries.map(({ share }) => share.kind)).toEqual(['suppressed', 'suppressed']);
    expect(line && lineTitle(line, 'to', WORDS)).toBe('B: no shares, because a count is withheld');
    expect(line && lineAlternative(line, 'to', WORDS)).toBe(
      'The counts of B that can be shown hold 30 people. 1 cell is withheld: its people are in no sum and no share.',
    );
    expect(line && lineTable(line, 'From').rows.at(-1)).toEqual([
      'B',
      absentCell('suppressed', 'Suppressed'),
      absentCell('suppressed', 'Suppressed'),
      '',
    ]);
  });

  it('gives no share of fewer people than the rule asks for', () => {
    const line = toFlowLine(viewOf({ A: [10, 5] }, ['A', 'B']), 'from', 'A');
    expect(line && lineTitle(line, 'from', WORDS)).toBe('A: too few people to give shares');
  });

  it('says where most went though too few stayed to give their share', () => {
    const few = viewOf({ A: ['low', 60], B: [30, 20] }, ['A', 'B']);
    const [from, to] = [toFlowLine(few, 'from', 'A'), toFlowLine(few, 'to', 'A')];
    expect(from && lineTitle(from, 'from', WORDS)).toBe(
      '98% of those at medical school in A went to B for foundation training; too few stayed to give their share',
    );
    expect(to && lineTitle(to, 'to', WORDS)).toBe(
      '97% of those in foundation training in A were at medical school in B; too few there to give their share',
    );
  });

  it('gives no share without those who stayed where they aren’t loaded', () => {
    const line = toFlowLine(viewOf({ A: ['x', 60], B: [30, 20] }, ['A', 'B']), 'from', 'A');
    expect(line?.entries.map(({ share }) => share.kind)).toEqual(['suppressed', 'suppressed']);
    expect(line && lineTitle(line, 'from', WORDS)).toBe('A: no shares, because the largest count is not loaded');
  });

  it('says that no count can be shown, not 0, where each rounds to 0', () => {
    const low = toFlowLine(viewOf({ A: ['low', 'low'] }, ['A', 'B']), 'from', 'A');
    expect(low?.people).toBeNull();
    expect(low && lineAlternative(low, 'from', WORDS)).toBe('No count of people at medical school in A can be shown.');
  });

  it('says how many stayed and where most of the others went, or came from', () => {
    const [from, to] = [toFlowLine(view, 'from', 'A'), toFlowLine(view, 'to', 'A')];
    expect(from && lineTitle(from, 'from', WORDS)).toBe(
      '60% of those at medical school in A stayed for foundation training; 30% went to B',
    );
    expect(to && lineTitle(to, 'to', WORDS)).toBe(
      '75% of those in foundation training in A were at medical school there; 25% in B',
    );
    expect(from && lineAlternative(from, 'from', WORDS)).toBe(
      '100 people at medical school in A came to foundation training, left or aren’t known. Largest destinations elsewhere: B 30%. 30 more have not come to this stage yet.',
    );
  });
});
