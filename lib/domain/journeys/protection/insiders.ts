import { offsetOf, type ShapeCube } from '@/lib/domain/journeys/shape-cube';
import type { Numbering } from './numbering';

/** What one school knows from its own records. */
export interface OwnCells {
  readonly school: string;
  readonly has: (cell: number) => boolean;
  readonly cells: Int32Array;
}

/** People of each school, of all years. */
const peopleBySchool = (cubes: readonly ShapeCube[]): ReadonlyMap<string, number> => {
  const bySchool = cubes.find(({ shape }) => shape.rows === 'school');
  const people = new Map<string, number>();
  bySchool?.rows.forEach((school, r) => {
    const from = r * bySchool.columns.length;
    const own = bySchool.counts.subarray(from, from + bySchool.columns.length);
    people.set(
      school,
      own.reduce((sum, count) => sum + count, 0),
    );
  });
  return people;
};

/** Labels that hold nobody but the people of one school: its own, and its region's where no other school there has anybody. */
const ownLabels = (school: string, schools: readonly string[], regionOf: (school: string) => string) => ({
  school,
  region: schools.some((other) => other !== school && regionOf(other) === regionOf(school)) ? null : regionOf(school),
});

type Labels = ReturnType<typeof ownLabels>;

const isOwnLabel = (axis: string, label: string | undefined, { school, region }: Labels): boolean =>
  (axis === 'school' && label === school) || (axis === 'school_region' && label === region);

const mark = (marks: Uint8Array, { cube, first }: Numbering['cubes'][number], labels: Labels): void => {
  const { rows, columns, shape } = cube;
  const size = offsetOf(cube, 0, 1);
  const own = Uint8Array.from({ length: size }, (_, cell) => {
    const row = rows[Math.floor(cell / columns.length)];
    const column = columns[cell % columns.length];
    return isOwnLabel(shape.rows, row, labels) || isOwnLabel(shape.columns, column, labels) ? 1 : 0;
  });
  for (let from = 0; from < cube.counts.length; from += size) marks.set(own, first + from);
};

/** Every school with people, and the cells that it knows. One school alone knows everything: nothing is hidden from it. */
export const insidersOf = (numbering: Numbering, regionOf: ReadonlyMap<string, string>): readonly OwnCells[] => {
  const people = peopleBySchool(numbering.cubes.map(({ cube }) => cube));
  const schools = [...people].flatMap(([school, count]) => (count > 0 ? [school] : []));
  if (schools.length < 2) return [];
  return schools.map((school) => {
    const labels = ownLabels(school, schools, (one) => regionOf.get(one) ?? one);
    const marks = new Uint8Array(numbering.cells);
    for (const numbered of numbering.cubes) mark(marks, numbered, labels);
    return {
      school,
      has: (cell: number) => marks[cell] === 1,
      cells: Int32Array.from(marks.keys()).filter((cell) => marks[cell] === 1),
    };
  });
};
