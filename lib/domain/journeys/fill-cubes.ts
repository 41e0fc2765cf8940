import type { Axis, AxisId, CodesOf } from './axis';
import type { CellColumns } from './journey-columns';
import type { Clock, Periods } from './journey-places';
import type { Characteristic } from './journey-shapes';
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
  readonly counts: CellColumns['counts'];
  /** Period of each cell of the chunk, from 1; 0 for none. */
  readonly periodOf: Readonly<Record<Clock, Uint16Array>>;
}

interface CountInput {
  readonly cube: ShapeCube;
  readonly filled: Filled;
  readonly clock: Clock;
  /** Plane of the clock's first period less 1. */
  readonly planeBefore: number;
  /** Null counts into the slot of everybody. */
  readonly by: { readonly by: Characteristic; readonly slot: number } | null;
  /** Whether cells without a period of the clock count, in the plane of all years. */
  readonly countsRest: boolean;
}

const countInto = ({ cube, filled, clock, planeBefore, by, countsRest }: CountInput): void => {
  const { counts: sums, shape, columns } = cube;
  const { codesOf, periodOf, furthest, counts, from, to } = filled;
  const [row, column] = [codesOf(shape.rows), codesOf(shape.columns)];
  const value = by ? codesOf(by.by) : null;
  const size = cube.rows.length * columns.length;
  const planeSize = size * cube.slots.length;
  const slot = by?.slot ?? 0;
  const period = periodOf[clock];
  const [width, fromStage] = [columns.length, shape.fromStage];
  for (let cell = from, i = 0; cell < to; cell += 1, i += 1) {
    const number = period[i] ?? 0;
    if ((furthest[i] ?? 0) < fromStage || (number === 0 && !countsRest)) continue;
    const plane = number === 0 ? 0 : planeBefore + number;
    const at = plane * planeSize + (slot + (value?.[i] ?? 0)) * size + (row[i] ?? 0) * width + (column[i] ?? 0);
    sums[at] = (sums[at] ?? 0) + (counts[cell] ?? 0);
  }
};

const countChunk = (cube: ShapeCube, filled: Filled): void => {
  const slots = firstSlots(cube);
  for (const { clock, plane } of clockPlanes(cube)) {
    const into = { cube, filled, clock, planeBefore: plane - 1, countsRest: clock === 'entry' };
    for (const by of slots.length > 0 ? slots : [null]) countInto({ ...into, by });
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

/** Counts every cell into every cube, in one pass. */
export const fillCubes = ({ store, axes, periods, cubes }: FillInput): void => {
  const wanted = cubes.flatMap(({ shape }) => [shape.rows, shape.columns, ...shape.characteristics]);
  const order = inOrder(wanted, axes);
  const buffers = new Map(order.map((id) => [id, new Uint16Array(CHUNK_CELLS)]));
  const none = new Uint16Array(CHUNK_CELLS);
  const codesOf: CodesOf = (id) => buffers.get(id) ?? none;
  const fillStages = stagesOf(store);
  const years = { entry: store.columns.entryYear, foundation: store.columns.foundationYear };
  const numbers = {
    entry: periodNumbers(store.codes.entryYear, periods, 'entry'),
    foundation: periodNumbers(store.codes.foundationYear, periods, 'foundation'),
  };
  const periodOf = { entry: new Uint16Array(CHUNK_CELLS), foundation: new Uint16Array(CHUNK_CELLS) };
  const [furthest, ending] = [new Uint8Array(CHUNK_CELLS), new Uint8Array(CHUNK_CELLS)];
  for (let from = 0; from < store.cells; from += CHUNK_CELLS) {
    const chunk: Chunk = { from, to: Math.min(store.cells, from + CHUNK_CELLS), furthest, ending };
    fillStages(chunk);
    for (let cell = from, i = 0; cell < chunk.to; cell += 1, i += 1) {
      periodOf.entry[i] = numbers.entry[years.entry[cell] ?? 0] ?? 0;
      periodOf.foundation[i] = numbers.foundation[years.foundation[cell] ?? 0] ?? 0;
    }
    for (const id of order) axes.get(id)?.fill(codesOf(id), chunk, codesOf);
    for (const cube of cubes) countChunk(cube, { ...chunk, codesOf, counts: store.counts, periodOf });
  }
  for (const cube of cubes) addUp(cube);
};
