import { offsetOf } from '@/lib/domain/journeys/shape-cube';
import type { Numbering } from './numbering';
import type { ProtectedCube, ProtectedJourneys } from './protected-journeys';
import { WITHHELD_CODE } from './published-code';

const keyOf = (one: object): string => JSON.stringify(Object.values(one));

/** For each label of now its place before, or -1. */
const placesIn = (before: readonly string[], now: readonly string[]): number[] => {
  const at = new Map(before.map((label, i) => [label, i]));
  return now.map((label) => at.get(label) ?? -1);
};

const wasWithheld = (before: ProtectedCube, cube: Omit<ProtectedCube, 'published'>): ((i: number) => boolean) => {
  const [rows, columns] = [placesIn(before.rows, cube.rows), placesIn(before.columns, cube.columns)];
  const planes = placesIn(before.planes.map(keyOf), cube.planes.map(keyOf));
  const slots = placesIn(before.slots.map(keyOf), cube.slots.map(keyOf));
  const [size, width] = [offsetOf(cube, 0, 1), cube.columns.length];
  return (i) => {
    const [cell, slab] = [i % size, Math.floor(i / size)];
    const [row = -1, column = -1] = [rows[Math.floor(cell / width)], columns[cell % width]];
    const [plane = -1, slot = -1] = [planes[Math.floor(slab / cube.slots.length)], slots[slab % cube.slots.length]];
    if (Math.min(row, column, plane, slot) < 0) return false;
    return before.published[offsetOf(before, plane, slot) + row * before.columns.length + column] === WITHHELD_CODE;
  };
};

/** Cells with somebody in them that an earlier release withheld: shown now, they would tell what was withheld then. */
export const withheldEarlier = ({ cubes }: Numbering, earlier: ProtectedJourneys): number[] =>
  cubes.flatMap(({ cube, first }) => {
    const before = earlier.cubes.get(cube.shape.id);
    if (!before) return [];
    const wasHidden = wasWithheld(before, cube);
    const cells: number[] = [];
    for (let i = 0; i < cube.counts.length; i += 1)
      if ((cube.counts[i] ?? 0) > 0 && wasHidden(i)) cells.push(first + i);
    return cells;
  });
