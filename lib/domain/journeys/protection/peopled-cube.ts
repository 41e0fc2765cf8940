import { offsetOf, type ShapeCube } from '@/lib/domain/journeys/shape-cube';

/** A cube without the rows and columns that hold nobody in all years: that a place has no people is taken to be known. */
export interface PeopledCube {
  readonly cube: ShapeCube;
  /** Of the whole cube's rows and columns, those that are left. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
}

const peopledLabels = (cube: ShapeCube): Pick<PeopledCube, 'rows' | 'columns'> => {
  const { rows, columns, counts } = cube;
  const [inRow, inColumn] = [new Uint8Array(rows.length), new Uint8Array(columns.length)];
  for (let cell = 0; cell < offsetOf(cube, 0, 1); cell += 1) {
    if (counts[cell] === 0) continue;
    inRow[Math.floor(cell / columns.length)] = 1;
    inColumn[cell % columns.length] = 1;
  }
  const marked = (marks: Uint8Array) => [...marks.keys()].filter((i) => marks[i] === 1);
  return { rows: marked(inRow), columns: marked(inColumn) };
};

/** For each cell of the peopled cube, in order, its place in the whole one. */
function* placesOf({ rows, columns }: PeopledCube, whole: ShapeCube): Generator<number> {
  const [size, width] = [offsetOf(whole, 0, 1), whole.columns.length];
  for (let from = 0; from < whole.counts.length; from += size)
    for (const row of rows) for (const column of columns) yield from + row * width + column;
}

const labelsAt = (labels: readonly string[], at: readonly number[]): string[] => at.map((i) => labels[i] ?? '');

export const peopledCube = (whole: ShapeCube): PeopledCube => {
  const kept = peopledLabels(whole);
  const { planes, slots } = whole;
  const counts = new Uint32Array(planes.length * slots.length * kept.rows.length * kept.columns.length);
  const cube = {
    ...whole,
    rows: labelsAt(whole.rows, kept.rows),
    columns: labelsAt(whole.columns, kept.columns),
    counts,
  };
  const peopled = { ...kept, cube };
  let next = 0;
  for (const place of placesOf(peopled, whole)) {
    counts[next] = whole.counts[place] as number;
    next += 1;
  }
  return peopled;
};

/** Codes of the peopled cube in their places in the whole one; those of all other cells are `ofNobody`. */
export const toWhole = (peopled: PeopledCube, whole: ShapeCube, codes: Int32Array, ofNobody: number): Int32Array => {
  const all = new Int32Array(whole.counts.length).fill(ofNobody);
  let next = 0;
  for (const place of placesOf(peopled, whole)) {
    all[place] = codes[next] as number;
    next += 1;
  }
  return all;
};
