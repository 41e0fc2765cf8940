import { clockPlanes, firstSlots, offsetOf, type ShapeCube } from '@/lib/domain/journeys/shape-cube';
import type { RelationWriter } from './relations';

/** Everybody is the sum over the values of each characteristic. */
const addSlots = (writer: RelationWriter, cube: ShapeCube, first: number): void => {
  const size = offsetOf(cube, 0, 1);
  for (const { by, slot } of firstSlots(cube)) {
    const values = cube.slots.filter((one) => one.by === by).length;
    for (const plane of cube.planes.keys()) {
      for (let cell = 0; cell < size; cell += 1) {
        writer.plus(first + offsetOf(cube, plane, 0) + cell);
        for (let v = 0; v < values; v += 1) writer.minus(first + offsetOf(cube, plane, slot + v) + cell);
        writer.end('equal');
      }
    }
  }
};

/**
 * By column, whether everybody of all years is in some period of a clock: then all years are the sum of the periods, and readers may
 * know it; else they are at least that sum.
 */
const isInPeriods = (cube: ShapeCube, plane: number, length: number): readonly boolean[] => {
  const width = cube.columns.length;
  const size = offsetOf(cube, 0, 1);
  return cube.columns.map((_, column) => {
    let outside = 0;
    for (let cell = column; cell < size; cell += width) {
      outside += cube.counts[cell] ?? 0;
      for (let p = 0; p < length; p += 1) outside -= cube.counts[offsetOf(cube, plane + p, 0) + cell] ?? 0;
    }
    return outside === 0;
  });
};

const addPeriods = (writer: RelationWriter, cube: ShapeCube, first: number): void => {
  const size = offsetOf(cube, 0, 1);
  for (const { plane, length } of clockPlanes(cube)) {
    if (length === 0) continue;
    const isWhole = isInPeriods(cube, plane, length);
    for (const slot of cube.slots.keys()) {
      for (let cell = 0; cell < size; cell += 1) {
        writer.plus(first + offsetOf(cube, 0, slot) + cell);
        for (let p = 0; p < length; p += 1) writer.minus(first + offsetOf(cube, plane + p, slot) + cell);
        writer.end(isWhole[cell % cube.columns.length] ? 'equal' : 'at_least');
      }
    }
  }
};

/** What holds within the tables of one shape. `first`: number of the cube's first cell. */
export const addCubeRelations = (writer: RelationWriter, cube: ShapeCube, first: number): void => {
  addSlots(writer, cube, first);
  addPeriods(writer, cube, first);
};
