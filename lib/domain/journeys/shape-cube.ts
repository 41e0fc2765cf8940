import type { Axis, AxisId } from './axis';
import type { Clock, Periods } from './journey-places';
import type { Characteristic, JourneyShape } from './journey-shapes';

/** One value of one characteristic, or everybody. */
export interface Slot {
  readonly by: Characteristic | null;
  readonly value: string | null;
}

/** One period of one clock, or all years. */
interface Plane {
  readonly clock: Clock | null;
  readonly label: string | null;
}

/** The counts of a shape for every filter that it permits: by plane, slot, row and column. */
export interface ShapeCube {
  readonly shape: JourneyShape;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly planes: readonly Plane[];
  readonly slots: readonly Slot[];
  readonly counts: Uint32Array;
}

/** 128 MiB a shape. England's largest, 318 authorities by 44 schools, has 1.4 million. */
export const MOST_CUBE_CELLS = 2 ** 25;

/** The cube of a shape with nobody in it, or why there is none. */
export const emptyCube = (
  shape: JourneyShape,
  axes: ReadonlyMap<AxisId, Axis>,
  periods: Periods,
): ShapeCube | 'not_loaded' | 'too_large' => {
  const [rows, columns] = [axes.get(shape.rows)?.labels, axes.get(shape.columns)?.labels];
  if (!rows || !columns) return 'not_loaded';
  const planes: Plane[] = [
    { clock: null, label: null },
    ...shape.clocks.flatMap((clock) => periods[clock].map(({ label }) => ({ clock, label }))),
  ];
  const slots: Slot[] = [
    { by: null, value: null },
    ...shape.characteristics.flatMap((by) => (axes.get(by)?.labels ?? []).map((value) => ({ by, value }))),
  ];
  const cells = planes.length * slots.length * rows.length * columns.length;
  if (cells > MOST_CUBE_CELLS) return 'too_large';
  return { shape, rows, columns, planes, slots, counts: new Uint32Array(cells) };
};

/** First cell of a plane and slot, which has rows × columns cells. */
export const offsetOf = (
  { rows, columns, slots }: Pick<ShapeCube, 'rows' | 'columns' | 'slots'>,
  plane: number,
  slot: number,
): number => (plane * slots.length + slot) * rows.length * columns.length;

/** First slot of each characteristic. */
export const firstSlots = ({ shape, slots }: ShapeCube): { readonly by: Characteristic; readonly slot: number }[] =>
  shape.characteristics.map((by) => ({ by, slot: slots.findIndex((one) => one.by === by) }));

/** First plane of each clock, with how many it has. */
export const clockPlanes = ({
  shape,
  planes,
}: ShapeCube): { readonly clock: Clock; readonly plane: number; readonly length: number }[] =>
  shape.clocks.map((clock) => ({
    clock,
    plane: planes.findIndex((one) => one.clock === clock),
    length: planes.filter((one) => one.clock === clock).length,
  }));
