import type { RoundedCounts, TrueCounts } from './counts';
import { slabOf } from './cube-slab';
import { type JourneyFilter, narrowingOf, refused, type TableOutcome } from './journey-filter';
import { findShape, type JourneyShape } from './journey-shapes';
import type { JourneyStore } from './journey-store';
import type { RoundedStore } from './rounded-store';
import { roundedTable } from './rounded-table';
import { offsetOf } from './shape-cube';

const trueTable = (store: JourneyStore, shape: JourneyShape, filter: JourneyFilter): TableOutcome<TrueCounts> => {
  const permitted = narrowingOf(shape, filter);
  if (permitted.kind === 'refused') return permitted;
  if (store.tooLarge.has(shape.id)) return refused('too_large');
  const cube = store.cubes.get(shape.id);
  if (!cube) return { kind: 'not_loaded' };
  const slab = slabOf(cube, filter);
  if (slab.kind === 'refused') return slab;
  const { rows, columns } = cube;
  const from = offsetOf(cube, slab.plane, slab.slot);
  const counts = cube.counts.slice(from, from + rows.length * columns.length);
  return { kind: 'table', table: { kind: 'true_counts', shape: shape.id, filter, rows, columns, counts } };
};

/**
 * A permitted table of a cohort (true counts) or of rounded tables (rounded counts). No disclosure control happens here: the data
 * layer applies it to true counts. It doesn't decide who may have the table either.
 */
export function tableOf(store: JourneyStore, shape: string, filter: JourneyFilter): TableOutcome<TrueCounts>;
export function tableOf(store: RoundedStore, shape: string, filter: JourneyFilter): TableOutcome<RoundedCounts>;
export function tableOf(
  store: JourneyStore | RoundedStore,
  shape: string,
  filter: JourneyFilter,
): TableOutcome<TrueCounts | RoundedCounts>;
export function tableOf(
  store: JourneyStore | RoundedStore,
  shape: string,
  filter: JourneyFilter,
): TableOutcome<TrueCounts | RoundedCounts> {
  const found = findShape(shape);
  if (!found) return refused('unknown_shape');
  return store.kind === 'cohort' ? trueTable(store, found, filter) : roundedTable(store, found, filter);
}
