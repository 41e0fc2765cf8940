import { type JourneyFilter, narrowingOf, type Refused, refused } from './journey-filter';
import type { ShapeCube } from './shape-cube';

/** One table of a cube: its plane and its slot. */
export interface Slab {
  readonly kind: 'slab';
  readonly plane: number;
  readonly slot: number;
}

/** Where a cube holds the table of a filter, or why it holds none. */
export const slabOf = (
  { shape, planes, slots }: Pick<ShapeCube, 'shape' | 'planes' | 'slots'>,
  filter: JourneyFilter,
): Slab | Refused => {
  const permitted = narrowingOf(shape, filter);
  if (permitted.kind === 'refused') return permitted;
  const { by, value } = permitted.narrowing ?? { by: null, value: null };
  const slot = slots.findIndex((one) => one.by === by && one.value === value);
  if (slot === -1) return refused('unknown_value');
  const { clock, label } = filter.period ?? { clock: null, label: null };
  const plane = planes.findIndex((one) => one.clock === clock && one.label === label);
  return plane === -1 ? refused('unknown_period') : { kind: 'slab', plane, slot };
};
