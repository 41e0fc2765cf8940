import type { Axis, AxisId, CodesOf } from './axis';
import type { CellColumns } from './journey-columns';
import type { Clock, Periods } from './journey-places';
import { clockPlanes, firstSlots, offsetOf, type ShapeCube } from './shape-cube';
import { type Chunk, stagesOf } from './stage-reached';

/** Cells at a time, so that what is derived of them stays in the processor's cache and never takes memory for all. */
const CHUNK_CELLS = 1 << 14;

/** For each year of the dictionary the number of its period from 1, or 0 for none. */
const periodNumbers = (codes: readonly string[], periods: Periods, clock: Clock): Uint16Array =>
  Uint16Array.from(codes, (code) => {
    if (code === '') return 0;
    return 1 + periods[clock].findIndex(({ from, to }) => Number(code) >= from && Number(code) <= to);
  });

interface Filled extends Chunk {
  readonly codesOf: CodesOf;
  /** People of each cell of the chunk. */
  readonly people: Uint32Array;
  /** Period of each cell of the chunk, from 1; 0 for none. */
  readonly periodOf: Readonly<Record<Clock, Uint16Array>>;
  /** For `placeCells`. */
  readonly places: Int32Array;
}

const NOWHERE = -1;

interface PlaceInput {
  readonly cube: ShapeCube;
  readonly filled: Filled;
  readonly clock: Clock;
  /** Plane of the clock's first period. */
  readonly firstPlane: number;
}

/**
 * Where each cell counts in the slot of everybody, or `NOWHERE`: for who isn't counted, and, by the clock of foundation, for who has no
 * period. By the clock of entry who has no period counts in the plane of all years, to which `addUp` adds the periods.
 */
const placeCells = ({ cube, filled, clock, firstPlane }: PlaceInput): void => {
  const { codesOf, periodOf, furthest, places, from, to } = filled;
  const { fromStage, rows, columns } = cube.shape;
  const [row, column, period] = [codesOf(rows), codesOf(columns), periodOf[clock]];
  const width = cube.columns.length;
  const planeSize = offsetOf(cube, 1, 0);
  for (let i = 0; i < to - from; i += 1) {
    const number = period[i] ?? 0;
    const isCounted = (furthest[i] ?? 0) >= fromStage && (number > 0 || clock === 'entry');
    const plane = number === 0 ? 0 : firstPlane + number - 1;
    places[i] = isCounted ? plane * planeSize + (row[i] ?? 0) * width + (column[i] ?? 0) : NOWHERE;
  }
};

/** Counts the cells of a chunk into the slots of their values, the first of which is `slot`. */
const countInto = (cube: ShapeCube, filled: Filled, slot: number, values: Uint16Array): void => {
  const { people, places, from, to } = filled;
  const { counts } = cube;
  const [first, size] = [offsetOf(cube, 0, slot), offsetOf(cube, 0, 1)];
  for (let i = 0; i < to - from; i += 1) {
    const place = places[i] ?? NOWHERE;
    if (place === NOWHERE) continue;
    const at = place + first + (values[i] ?? 0) * size;
    counts[at] = (counts[at] ?? 0) + (people[i] ?? 0);
  }
};

/** Everybody in one slot. */
const NO_VALUES = new Uint16Array(CHUNK_CELLS);

const countChunk = (cube: ShapeCube, filled: Filled): void => {
  const slots = firstSlots(cube);
  for (const { clock, plane } of clockPlanes(cube)) {
    placeCells({ cube, filled, clock, firstPlane: plane });
    if (slots.length === 0) countInto(cube, filled, 0, NO_VALUES);
    for (const { by, slot } of slots) countInto(cube, filled, slot, filled.codesOf(by));
  }
};

const addSlab = (sums: Uint32Array, into: number, from: number, length: number): void => {
  for (let i = 0; i < length; i += 1) sums[into + i] = (sums[into + i] ?? 0) + (sums[from + i] ?? 0);
};

/** Everybody is the sum over one characteristic's values, and all years are the years of entry outside every period and those within. */
const addUp = (cube: ShapeCube): void => {
  const size = cube.rows.length * cube.columns.length;
  const [first] = cube.shape.characteristics;
  const values = cube.slots.flatMap(({ by }, slot) => (first !== undefined && by === first ? [slot] : []));
  for (const plane of cube.planes.keys()) {
    for (const slot of values) addSlab(cube.counts, offsetOf(cube, plane, 0), offsetOf(cube, plane, slot), size);
  }
  for (const [plane, { clock }] of cube.planes.entries()) {
    if (clock === 'entry') addSlab(cube.counts, 0, offsetOf(cube, plane, 0), size * cube.slots.length);
  }
};

/** Axes in an order in which those that others need come first. */
const inOrder = (wanted: Iterable<AxisId>, axes: ReadonlyMap<AxisId, Axis>): readonly AxisId[] => {
  const order = new Set<AxisId>();
  const visit = (id: AxisId): void => {
    for (const need of axes.get(id)?.needs ?? []) visit(need);
    order.add(id);
  };
  for (const id of wanted) visit(id);
  return [...order];
};

interface FillInput {
  readonly store: CellColumns;
  readonly axes: ReadonlyMap<AxisId, Axis>;
  readonly periods: Periods;
  readonly cubes: readonly ShapeCube[];
}

/** Counts every cell into every cube, in one pass; yields after each chunk and each cube, so that other work can come between. */
export function* fillCubes({ store, axes, periods, cubes }: FillInput): Generator<void, void> {
  const wanted = cubes.flatMap(({ shape }) => [shape.rows, shape.columns, ...shape.characteristics]);
  const order = inOrder(wanted, axes);
  const buffers = new Map(order.map((id) => [id, new Uint16Array(CHUNK_CELLS)]));
  const codesOf: CodesOf = (id) => buffers.get(id) ?? NO_VALUES;
  const fillStages = stagesOf(store);
  const years = { entry: store.columns.entryYear, foundation: store.columns.foundationYear };
  const numbers = {
    entry: periodNumbers(store.codes.entryYear, periods, 'entry'),
    foundation: periodNumbers(store.codes.foundationYear, periods, 'foundation'),
  };
  const periodOf = { entry: new Uint16Array(CHUNK_CELLS), foundation: new Uint16Array(CHUNK_CELLS) };
  const [furthest, ending] = [new Uint8Array(CHUNK_CELLS), new Uint8Array(CHUNK_CELLS)];
  const [people, placed] = [new Uint32Array(CHUNK_CELLS), new Int32Array(CHUNK_CELLS)];
  for (let from = 0; from < store.cells; from += CHUNK_CELLS) {
    const chunk: Chunk = { from, to: Math.min(store.cells, from + CHUNK_CELLS), furthest, ending };
    fillStages(chunk);
    for (let cell = from, i = 0; cell < chunk.to; cell += 1, i += 1) {
      people[i] = store.counts[cell] ?? 0;
      periodOf.entry[i] = numbers.entry[years.entry[cell] ?? 0] ?? 0;
      periodOf.foundation[i] = numbers.foundation[years.foundation[cell] ?? 0] ?? 0;
    }
    for (const id of order) axes.get(id)?.fill(codesOf(id), chunk, codesOf);
    for (const cube of cubes) countChunk(cube, { ...chunk, codesOf, people, periodOf, places: placed });
    yield;
  }
  for (const cube of cubes) {
    addUp(cube);
    yield;
  }
}
