import { offsetOf } from '@/lib/domain/journeys/shape-cube';
import type { Numbering } from './numbering';

/** Marks the cells of rows and columns that hold nobody, in all years: that a place has no people is taken to be known. */
export const emptyLabels = ({ cells, cubes }: Numbering): Uint8Array => {
  const isEmpty = new Uint8Array(cells);
  for (const { cube, first } of cubes) {
    const width = cube.columns.length;
    const size = offsetOf(cube, 0, 1);
    const [ofRow, ofColumn] = [new Float64Array(cube.rows.length), new Float64Array(width)];
    for (let cell = 0; cell < size; cell += 1) {
      const row = Math.floor(cell / width);
      ofRow[row] = (ofRow[row] ?? 0) + (cube.counts[cell] ?? 0);
      ofColumn[cell % width] = (ofColumn[cell % width] ?? 0) + (cube.counts[cell] ?? 0);
    }
    for (let i = 0; i < cube.counts.length; i += 1) {
      const cell = i % size;
      if (ofRow[Math.floor(cell / width)] === 0 || ofColumn[cell % width] === 0) isEmpty[first + i] = 1;
    }
  }
  return isEmpty;
};
