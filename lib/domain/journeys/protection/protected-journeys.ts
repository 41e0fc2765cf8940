import type { PublishedCell } from '@/lib/domain/disclosure/protected-table';
import type { RuleSetId } from '@/lib/domain/disclosure/rule-set';
import { slabOf } from '@/lib/domain/journeys/cube-slab';
import { type JourneyFilter, narrowingOf, refused, type TableOutcome } from '@/lib/domain/journeys/journey-filter';
import { findShape } from '@/lib/domain/journeys/journey-shapes';
import { offsetOf, type ShapeCube } from '@/lib/domain/journeys/shape-cube';
import { cellOf } from './published-code';

/** Every table of a shape as published. */
export interface ProtectedCube extends Omit<ShapeCube, 'counts'> {
  /** Codes of `published-code`, in the order of a cube's counts. */
  readonly published: Int32Array;
}

/**
 * Every permitted table of a cohort as it may be published: no true count is in it. The tables were protected together, so any of them
 * may be shown beside any other. Totals of rows or columns are not published: on screen they are sums of published cells.
 */
export interface ProtectedJourneys {
  readonly kind: 'protected_journeys';
  readonly ruleSet: RuleSetId;
  readonly cubes: ReadonlyMap<string, ProtectedCube>;
  /** Shapes with more cells than are held. */
  readonly tooLarge: ReadonlySet<string>;
}

export interface ProtectedCounts {
  readonly kind: 'protected_counts';
  readonly shape: string;
  readonly filter: JourneyFilter;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** Row by row. */
  readonly cells: readonly PublishedCell[];
  readonly ruleSet: RuleSetId;
}

/** A permitted table as published. It doesn't decide who may have it. */
export const protectedTable = (
  journeys: ProtectedJourneys,
  shapeId: string,
  filter: JourneyFilter,
): TableOutcome<ProtectedCounts> => {
  const shape = findShape(shapeId);
  if (!shape) return refused('unknown_shape');
  const permitted = narrowingOf(shape, filter);
  if (permitted.kind === 'refused') return permitted;
  if (journeys.tooLarge.has(shapeId)) return refused('too_large');
  const cube = journeys.cubes.get(shapeId);
  if (!cube) return { kind: 'not_loaded' };
  const slab = slabOf(cube, filter);
  if (slab.kind === 'refused') return slab;
  const { rows, columns, published } = cube;
  const from = offsetOf(cube, slab.plane, slab.slot);
  const cells = Array.from(published.subarray(from, from + rows.length * columns.length), cellOf);
  const { ruleSet } = journeys;
  return { kind: 'table', table: { kind: 'protected_counts', shape: shapeId, filter, rows, columns, cells, ruleSet } };
};
