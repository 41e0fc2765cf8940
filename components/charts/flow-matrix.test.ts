import { describe, expect, it } from 'vitest';
import { absentCell, textOf } from './chart-cell';
import { toFlowMatrix } from './flow-matrix';
import { cellText, matrixAlternative, matrixTable, matrixTitle, peopleText } from './flow-matrix-words';
import { viewOf } from './journey-view-fixture';

const TABLE = { shape: 'school_region_by_foundation_region', step: 'school_to_foundation', level: 'region' } as const;
const COLUMNS = ['A', 'B', 'unknown', 'not_reached', 'left'];

const view = viewOf({ A: [60, 30, 0, 50, 10], B: ['c', 40, 'low', 20, 'low'], unknown: [0, 0, 0, 0, 0] }, COLUMNS);
const whole = viewOf({ A: [60, 30, 0, 50, 10], B: ['low', 40, 'low', 20, 'low'], unknown: [0, 0, 0, 0, 0] }, COLUMNS);

describe('a matrix of flows', () => {
  it('shares out a row’s people, those who left among them, those still on the way not', () => {
    const [, a] = toFlowMatrix(view, ['B', 'A']).rows;
    expect(a).toMatchObject({ code: 'A', sum: { people: 100 }, stayed: 0.6, withheld: 0 });
    expect(a?.cells.map(({ code, share }) => [code, share])).toEqual([
      ['B', 0.3],
      ['A', 0.6],
      ['left', 0.1],
      ['not_reached', null],
    ]);
  });

  it('stands from north to south, states last; what nobody is in is left out', () => {
    const matrix = toFlowMatrix(view, ['B', 'A']);
    expect(matrix.rows.map(({ code }) => code)).toEqual(['B', 'A']);
    expect(matrix.columns.map(({ code }) => code)).toEqual(['B', 'A', 'left', 'not_reached']);
    expect(matrix).toMatchObject({ people: 140, stayed: 100, withheld: 1, notReached: 70, isSquare: true });
  });

  it('never makes a number of a cell that is withheld, low or not loaded', () => {
    const [row] = toFlowMatrix(viewOf({ A: ['c', 'x', 'low'] }, ['A', 'B', 'C']), []).rows;
    expect(row?.cells.map((cell) => [cell.people, cell.share, cellText(cell)])).toEqual([
      [null, null, 'c'],
      [null, null, 'x'],
      [null, null, 'low'],
    ]);
    expect(row?.stayed).toBeNull();
  });

  it('writes no 0 for a row of which nobody is shown', () => {
    const cells = { A: ['low', 'low'], B: ['low', 'c'], C: ['x', 'low'], D: [0, 0], E: [0, 'low'] } as const;
    const matrix = toFlowMatrix(viewOf(cells, ['A', 'B']), []);
    expect(matrix.rows.map(({ code, sum }) => [code, peopleText(sum)])).toEqual([
      ['A', 'low'],
      ['B', 'c'],
      ['C', 'x'],
      ['D', '0'],
      ['E', 'low'],
    ]);
    expect(matrixTable(matrix, TABLE).rows.map(([, people]) => people)).toEqual([
      absentCell('low', 'low'),
      absentCell('suppressed', 'c'),
      absentCell('not_loaded', 'x'),
      { value: 0, text: '0' },
      absentCell('low', 'low'),
    ]);
    const byPeople = toFlowMatrix(viewOf({ A: ['low'], B: [5], C: [0] }, ['A']), [], { key: 'people', dir: 'asc' });
    expect(byPeople.rows.map(({ code }) => code)).toEqual(['C', 'B', 'A']);
  });

  it('gives counts without shares where the row is too small for a percentage', () => {
    const [row] = toFlowMatrix(viewOf({ A: [10, 5] }, ['A', 'B']), []).rows;
    expect(row?.cells.map(cellText)).toEqual(['10', '5']);
    expect(row?.stayed).toBeNull();
  });

  it('never writes 0% where somebody is', () => {
    const [row] = toFlowMatrix(viewOf({ A: [5, 2000, 0] }, ['A', 'B', 'C']), []).rows;
    expect(row?.cells.map(cellText)).toEqual(['<1%', '100%', '0']);
  });

  it('sorts by a column, rows without a number last either way', () => {
    const three = viewOf({ A: [90, 10], B: ['c', 50], C: [30, 70] }, ['A', 'B']);
    const order = (dir: 'asc' | 'desc') => toFlowMatrix(three, [], { key: 'A', dir }).rows.map(({ code }) => code);
    expect(order('asc')).toEqual(['C', 'A', 'B']);
    expect(order('desc')).toEqual(['A', 'C', 'B']);
  });

  it('says how many stayed, where most and fewest did, the largest move, and what is withheld', () => {
    const matrix = toFlowMatrix(whole, []);
    expect(matrixTitle(matrix, TABLE)).toBe('71% began foundation training in the region of their medical school');
    expect(matrixAlternative(matrix, TABLE)).toBe(
      '140 people are in these counts. Most stayed in B (100%), fewest in A (60%). The largest move is from A to B: 30 people (30% of A’s). 70 more have not come to this stage yet.',
    );
  });

  it('gives no share of a row that lacks a withheld count, which may be its largest, and claims no more than is shown', () => {
    const matrix = toFlowMatrix(view, []);
    const b = matrix.rows.find(({ code }) => code === 'B');
    expect(b).toMatchObject({ isWhole: false, stayed: null, withheld: 1, sum: { people: 40 } });
    expect(b?.cells.map(cellText)).toEqual(['c', '40', 'low', '20']);
    expect(matrixTitle(matrix, TABLE)).toBe('The largest flow that can be shown: 60 from A to A (60% of A’s)');
    const alternative = matrixAlternative(matrix, TABLE);
    expect(alternative).toContain('The largest move that can be shown is from A to B: 30 people (30% of A’s).');
    expect(alternative).toContain('1 cell is withheld: its people are in no sum and no share.');
    const three = viewOf({ A: [90, 10, 0], B: [10, 90, 0], C: ['c', 50, 10] }, ['A', 'B', 'C']);
    expect(matrixAlternative(toFlowMatrix(three, []), TABLE)).toContain(
      'Of regions none of whose counts is withheld, most stayed in A (90%), fewest in B (90%).',
    );
  });

  it('says how many stayed only where no region’s stayers are withheld and shares can be given', () => {
    const titleOf = (cells: Parameters<typeof viewOf>[0]) =>
      matrixTitle(toFlowMatrix(viewOf(cells, ['A', 'B']), []), TABLE);
    expect(titleOf({ A: ['c', 30], B: [40, 90] })).toBe(
      'The largest flow that can be shown: 90 from B to B (69% of B’s)',
    );
    expect(titleOf({ A: ['low', 5], B: ['low', 'low'] })).toBe('The largest flow: 5 from A to B');
  });

  it('names the largest flow where the two sides are no regions', () => {
    const schools = viewOf({ s1: [100, 20], s2: [5, 60] }, ['F1', 'F2']);
    const title = matrixTitle(toFlowMatrix(schools, []), { ...TABLE, level: 'place' });
    expect(title).toBe('The largest flow: 100 from s1 to F1 (83% of s1’s)');
  });

  it('says so where nothing can be shown, without a number', () => {
    const matrix = toFlowMatrix(viewOf({ A: ['low', 'c'] }, ['A', 'B']), []);
    expect(matrixTitle(matrix, TABLE)).toBe(
      'No flow from medical school to foundation training has a number that can be shown',
    );
    expect(matrixAlternative(matrix, TABLE)).not.toMatch(/NaN|Infinity/);
  });

  it('has every cell in its twin, as people', () => {
    const { columns, rows } = matrixTable(toFlowMatrix(view, []), TABLE);
    expect(columns.map(({ label }) => label)).toEqual([
      'From (medical school)',
      'People',
      'Stayed',
      'To A',
      'To B',
      'To left',
      'To not_reached',
      'Cells withheld',
    ]);
    expect(rows[1]?.map(textOf)).toEqual(['B', '40', '', 'c', '40', 'low', '20', '1']);
  });
});
