import type { Clock } from './journey-places';
import { CHARACTERISTICS, type Characteristic, type JourneyShape } from './journey-shapes';

/** Nothing given: everybody, all years. */
export interface JourneyFilter {
  readonly period?: { readonly clock: Clock; readonly label: string };
  readonly sex?: string;
  readonly ethnicity?: string;
  readonly quintile?: string;
  readonly route?: string;
}

/**
 * Why a table isn't made.
 *
 * - `unknown_shape`: these two things are not crossed
 * - `two_characteristics`: one characteristic at a time, besides a period
 * - `characteristic_not_permitted`: this shape isn't narrowed by it
 * - `unknown_value`: the characteristic has no such value
 * - `unknown_period`: the shape has no such period, or its periods run by another clock
 * - `overlapping_periods`: all years can't be added up, because the source's periods share years
 * - `too_large`: more cells than are held
 */
export type JourneyRefusal =
  | 'unknown_shape'
  | 'two_characteristics'
  | 'characteristic_not_permitted'
  | 'unknown_value'
  | 'unknown_period'
  | 'overlapping_periods'
  | 'too_large';

export type Refused = { readonly kind: 'refused'; readonly reason: JourneyRefusal };

export type TableOutcome<T> =
  | { readonly kind: 'table'; readonly table: T }
  | Refused
  /** The shape is permitted, and what is loaded can't fill it, or not with this filter. */
  | { readonly kind: 'not_loaded' };

export const refused = (reason: JourneyRefusal): Refused => ({ kind: 'refused', reason });

export type Narrowing = { readonly by: Characteristic; readonly value: string } | null;

/** The one characteristic of a filter, or why the shape can't be narrowed so. */
export const narrowingOf = (
  shape: JourneyShape,
  filter: JourneyFilter,
): { readonly kind: 'permitted'; readonly narrowing: Narrowing } | Refused => {
  const given = CHARACTERISTICS.flatMap((by) => {
    const value = filter[by];
    return value === undefined ? [] : [{ by, value }];
  });
  if (given.length > 1) return refused('two_characteristics');
  const narrowing = given[0] ?? null;
  if (narrowing && !shape.characteristics.includes(narrowing.by)) {
    return refused('characteristic_not_permitted');
  }
  return { kind: 'permitted', narrowing };
};
