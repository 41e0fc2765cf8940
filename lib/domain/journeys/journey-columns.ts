import type { CellMerger } from './cell-merger';
import type { Dictionary } from './dictionary';
import { ATTRIBUTES, type Attribute } from './journey-record';

export type Column = Uint8Array | Uint16Array | Uint32Array;

/** Distinct cells, a column for each attribute: codes into `codes`, where 0 is the empty value. */
export interface CellColumns {
  readonly cells: number;
  readonly columns: Readonly<Record<Attribute, Column>>;
  readonly codes: Readonly<Record<Attribute, readonly string[]>>;
  /** People of each cell. */
  readonly counts: Column;
}

const BYTE_END = 0x100;
const TWO_BYTES_END = 0x1_0000;

/** The smallest array that holds whole numbers from 0 up to `largest`. */
const smallestFor = (length: number, largest: number): Column => {
  if (largest < BYTE_END) return new Uint8Array(length);
  return largest < TWO_BYTES_END ? new Uint16Array(length) : new Uint32Array(length);
};

const largestCount = (merger: CellMerger): number => {
  let largest = 0;
  for (let cell = 0; cell < merger.cells(); cell += 1) largest = Math.max(largest, merger.countAt(cell));
  return largest;
};

/** A value for every attribute. */
export const byAttribute = <T>(of: (attribute: Attribute) => T): Readonly<Record<Attribute, T>> => ({
  entryYear: of('entryYear'),
  home: of('home'),
  school: of('school'),
  sex: of('sex'),
  ethnicity: of('ethnicity'),
  quintile: of('quintile'),
  route: of('route'),
  foundationArea: of('foundationArea'),
  foundationYear: of('foundationYear'),
  specialtyArea: of('specialtyArea'),
  specialtyGroup: of('specialtyGroup'),
  careerArea: of('careerArea'),
  careerType: of('careerType'),
});

/** Yields after each column, so that other work can come between. */
export function* toColumns(
  merger: CellMerger,
  dictionaries: Readonly<Record<Attribute, Dictionary>>,
): Generator<void, CellColumns> {
  const cells = merger.cells();
  const finished = byAttribute((attribute) => dictionaries[attribute].finish());
  const counts = smallestFor(cells, largestCount(merger));
  for (let cell = 0; cell < cells; cell += 1) counts[cell] = merger.countAt(cell);
  yield;
  const columns = new Map<Attribute, Column>();
  for (const [at, attribute] of ATTRIBUTES.entries()) {
    const { codes, finalOf } = finished[attribute];
    const column = smallestFor(cells, codes.length - 1);
    for (let cell = 0; cell < cells; cell += 1) column[cell] = finalOf[merger.codeAt(cell, at)] ?? 0;
    columns.set(attribute, column);
    yield;
  }
  return {
    cells,
    columns: byAttribute((attribute) => columns.get(attribute) ?? smallestFor(cells, 0)),
    codes: byAttribute((attribute) => finished[attribute].codes),
    counts,
  };
}
