import 'server-only';
import type { JourneyShape } from '@/lib/domain/journeys/journey-shapes';
import type { TableSource } from './table-source';

/** Per source, which is made once for a publication. */
const known = new WeakMap<TableSource, Map<string, boolean>>();

function holds(source: TableSource, shape: JourneyShape): boolean {
  const shapes = known.get(source) ?? new Map<string, boolean>();
  known.set(source, shapes);
  const held = shapes.get(shape.id) ?? source.table(shape, {}).kind === 'table';
  shapes.set(shape.id, held);
  return held;
}

/** The richest source that holds a shape for all years; null where none does. */
export const sourceOfShape = (sources: readonly TableSource[], shape: JourneyShape): TableSource | null =>
  sources.find((source) => holds(source, shape)) ?? null;
