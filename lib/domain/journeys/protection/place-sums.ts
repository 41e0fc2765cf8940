import type { AxisId } from '@/lib/domain/journeys/axis';
import { offsetOf, type ShapeCube } from '@/lib/domain/journeys/shape-cube';
import type { FacetContext } from './facets';
import { type Numbering, positionsIn } from './numbering';
import type { RelationWriter } from './relations';
import { type MayGoThrough, type Way, type Ways, waysThrough } from './ways';

/** For each way the cell of a table that it is in, or -1 where the table has no such row or column. */
const cellsIn = ({ shape, rows, columns }: ShapeCube, ways: readonly Way[]): Int32Array => {
  const [rowAt, columnAt] = [rows, columns].map((labels) => new Map(labels.map((label, i) => [label, i])));
  return Int32Array.from(ways, (way) => {
    const row = rowAt?.get(way[shape.rows] ?? '') ?? -1;
    const column = columnAt?.get(way[shape.columns] ?? '') ?? -1;
    return row < 0 || column < 0 ? -1 : row * columns.length + column;
  });
};

interface Placed {
  readonly cube: ShapeCube;
  readonly first: number;
  readonly cells: Int32Array;
}

/** Cells of two tables that ways hang together: as many people in those of one as in those of the other. */
const partsOf = (one: Placed, other: Placed): { readonly plus: number[]; readonly minus: number[] }[] => {
  const size = offsetOf(one.cube, 0, 1);
  const parents = new Int32Array(size + offsetOf(other.cube, 0, 1)).fill(-1);
  const rootOf = (cell: number): number => {
    let at = cell;
    while ((parents[at] as number) !== at) at = parents[at] as number;
    return at;
  };
  one.cells.forEach((a, way) => {
    const b = size + (other.cells[way] as number);
    if (parents[a] === -1) parents[a] = a;
    if (parents[b] === -1) parents[b] = b;
    parents[rootOf(a)] = rootOf(b);
  });
  const parts = new Map<number, { plus: number[]; minus: number[] }>();
  parents.forEach((parent, cell) => {
    if (parent === -1) return;
    const root = rootOf(cell);
    const part = parts.get(root) ?? { plus: [], minus: [] };
    parts.set(root, part);
    if (cell < size) part.plus.push(cell);
    else part.minus.push(cell - size);
  });
  return [...parts.values()];
};

const addPair = (writer: RelationWriter, { planes, slots }: Numbering, one: Placed, other: Placed): void => {
  const parts = partsOf(one, other);
  const [planesOfOne, planesOfOther] = [one, other].map(({ cube }) => positionsIn(planes, cube.planes));
  const [slotsOfOne, slotsOfOther] = [one, other].map(({ cube }) => positionsIn(slots, cube.slots));
  planesOfOne?.forEach((plane, p) => {
    const q = planesOfOther?.indexOf(plane) ?? -1;
    slotsOfOne?.forEach((slot, s) => {
      const t = slotsOfOther?.indexOf(slot) ?? -1;
      if (q < 0 || t < 0) return;
      const [from, to] = [one.first + offsetOf(one.cube, p, s), other.first + offsetOf(other.cube, q, t)];
      for (const { plus, minus } of parts) {
        for (const cell of plus) writer.plus(from + cell);
        for (const cell of minus) writer.minus(to + cell);
        writer.end('equal');
      }
    });
  });
};

/** The tables of everybody whose rows and columns are all told. */
const cubesTold = ({ cubes }: Numbering, told: ReadonlySet<AxisId>) =>
  cubes.filter(({ cube: { shape } }) => told.has(shape.rows) && told.has(shape.columns) && shape.fromStage === 0);

/** A place that a table leaves out holds nobody: in a small cohort nearly every one, and every way through it with it. */
export const peopledIn = (numbering: Numbering): MayGoThrough => {
  const known = new Map<string, boolean>();
  return (told, axis, label) => {
    const key = `${[...told].join(' ')}|${axis}|${label}`;
    const found =
      known.get(key) ??
      cubesTold(numbering, told).every(
        ({ cube: { shape, rows, columns } }) =>
          (shape.rows !== axis || rows.includes(label)) && (shape.columns !== axis || columns.includes(label)),
      );
    known.set(key, found);
    return found;
  };
};

const addSums = (writer: RelationWriter, numbering: Numbering, { all, told }: Ways): void => {
  const placed = cubesTold(numbering, told).map((one) => ({ ...one, cells: cellsIn(one.cube, all) }));
  // A way through a place without anybody is nobody's.
  const isPeopled = all.map((_, way) => placed.every(({ cells }) => (cells[way] as number) >= 0));
  const kept = placed.map((one) => ({ ...one, cells: one.cells.filter((_, way) => isPeopled[way]) }));
  kept.forEach((one, i) => {
    for (const other of kept.slice(i + 1)) addPair(writer, numbering, one, other);
  });
};

/**
 * Sums that follow from where the places of a small country lie: with one home within 50 km of a foundation area, two bands hold the same
 * people; with one school in a region, those who arrived there from elsewhere are those of all other schools. Worked out from every way.
 */
export const addPlaceSums = (writer: RelationWriter, numbering: Numbering, context: FacetContext): void => {
  for (const ways of waysThrough(context, peopledIn(numbering))) addSums(writer, numbering, ways);
};
