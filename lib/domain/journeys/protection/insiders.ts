import type { ShapeCube } from '@/lib/domain/journeys/shape-cube';
import type { Numbering } from './numbering';

/** What one school knows from its own records. */
export interface OwnCells {
  readonly school: string;
  readonly has: (cell: number) => boolean;
  readonly cells: Int32Array;
}

/** Schools with people, of all years. */
const schoolsIn = (cubes: readonly ShapeCube[]): readonly string[] => {
  const bySchool = cubes.find(({ shape }) => shape.rows === 'school');
  if (!bySchool) return [];
  const width = bySchool.columns.length;
  return bySchool.rows.filter((_, r) =>
    bySchool.counts.subarray(r * width, (r + 1) * width).some((count) => count > 0),
  );
};

/** Labels that hold nobody but the people of one school: its own, and its region's where no other school there has anybody. */
const ownLabels = (school: string, schools: readonly string[], regionOf: (school: string) => string) => ({
  school,
  school_region: schools.some((other) => other !== school && regionOf(other) === regionOf(school))
    ? null
    : regionOf(school),
});

type Labels = ReturnType<typeof ownLabels>;

const ownIn = (axis: string, labels: readonly string[], own: Labels): number =>
  axis === 'school' || axis === 'school_region' ? labels.indexOf(own[axis] ?? '') : -1;

const mark = (marks: Uint8Array, { cube, first }: Numbering['cubes'][number], labels: Labels): void => {
  const [height, width] = [cube.rows.length, cube.columns.length];
  const row = ownIn(cube.shape.rows, cube.rows, labels);
  const column = ownIn(cube.shape.columns, cube.columns, labels);
  for (let from = first; from < first + cube.counts.length; from += height * width) {
    if (row >= 0) marks.fill(1, from + row * width, from + (row + 1) * width);
    if (column >= 0) for (let r = 0; r < height; r += 1) marks[from + r * width + column] = 1;
  }
};

/** Every school with people, and the cells that it knows. One school alone knows everything: nothing is hidden from it. */
export function* insidersOf(numbering: Numbering, regionOf: ReadonlyMap<string, string>): Generator<OwnCells> {
  const schools = schoolsIn(numbering.cubes.map(({ cube }) => cube));
  if (schools.length < 2) return;
  for (const school of schools) {
    const labels = ownLabels(school, schools, (one) => regionOf.get(one) ?? one);
    const marks = new Uint8Array(numbering.cells);
    for (const numbered of numbering.cubes) mark(marks, numbered, labels);
    const cells: number[] = [];
    for (let cell = 0; cell < marks.length; cell += 1) if (marks[cell] === 1) cells.push(cell);
    yield { school, has: (cell) => marks[cell] === 1, cells: Int32Array.from(cells) };
  }
}
