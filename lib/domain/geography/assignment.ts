/**
 * Assigns every row to a column of its own at the least total cost (Hungarian method with
 * potentials, O(rows² × columns)). Needs at least as many columns as rows; returns each row's column.
 *
 * @throws RangeError when there are fewer columns than rows.
 */
export function assignLeastCost(costs: readonly (readonly number[])[]): number[] {
  const columns = costs[0]?.length ?? 0;
  if (columns < costs.length) throw new RangeError('An assignment needs a column for every row.');
  const state: AssignmentState = {
    costs,
    rowPotential: new Array<number>(costs.length + 1).fill(0),
    columnPotential: new Array<number>(columns + 1).fill(0),
    rowOfColumn: new Array<number>(columns + 1).fill(0),
  };
  for (let row = 1; row <= costs.length; row += 1) addRow(state, row);
  const result = new Array<number>(costs.length).fill(-1);
  for (const [column, row] of state.rowOfColumn.entries()) {
    if (column > 0 && row > 0) result[row - 1] = column - 1;
  }
  return result;
}

/** Rows and columns count from 1; 0 is the column that the row being added holds at first. */
type AssignmentState = {
  costs: readonly (readonly number[])[];
  rowPotential: number[];
  columnPotential: number[];
  rowOfColumn: number[];
};

const at = (list: readonly number[], index: number): number => list[index] ?? Number.POSITIVE_INFINITY;

function addRow(state: AssignmentState, row: number): void {
  const size = state.columnPotential.length;
  const least = new Array<number>(size).fill(Number.POSITIVE_INFINITY);
  const previous = new Array<number>(size).fill(0);
  const used = new Array<boolean>(size).fill(false);
  state.rowOfColumn[0] = row;
  let column = 0;
  while (at(state.rowOfColumn, column) !== 0) {
    used[column] = true;
    const next = nearestColumn(state, column, { least, previous, used });
    for (let index = 0; index < size; index += 1) {
      if (used[index]) {
        const held = at(state.rowOfColumn, index);
        state.rowPotential[held] = at(state.rowPotential, held) + next.delta;
        state.columnPotential[index] = at(state.columnPotential, index) - next.delta;
      } else {
        least[index] = at(least, index) - next.delta;
      }
    }
    column = next.column;
  }
  while (column !== 0) {
    const before = at(previous, column);
    state.rowOfColumn[column] = at(state.rowOfColumn, before);
    column = before;
  }
}

type Search = { least: number[]; previous: number[]; used: boolean[] };

function nearestColumn(state: AssignmentState, from: number, { least, previous, used }: Search) {
  const row = at(state.rowOfColumn, from);
  const rowCosts = state.costs[row - 1] ?? [];
  const found = { column: 0, delta: Number.POSITIVE_INFINITY };
  for (let column = 1; column < least.length; column += 1) {
    if (used[column]) continue;
    const cost = at(rowCosts, column - 1) - at(state.rowPotential, row) - at(state.columnPotential, column);
    if (cost < at(least, column)) {
      least[column] = cost;
      previous[column] = from;
    }
    if (at(least, column) < found.delta) {
      found.delta = at(least, column);
      found.column = column;
    }
  }
  return found;
}
