import {
  combineParts,
  type RebaseMethod,
  type RebasePoint,
  type RebaseRefusal,
  type SeriesKind,
} from './combine-parts';
import { changeDates, type Part, type Successor } from './successor';

/** One quantity over areas and periods, in one breakdown. Area and period together are the key. */
export interface AreaSeries {
  readonly kind: SeriesKind;
  readonly points: readonly RebasePoint[];
}

export type RebasedPoint =
  | { readonly kind: 'unchanged'; readonly point: RebasePoint }
  | {
      /** Worked out here from the areas that went into this one: say so wherever it is shown. */
      readonly kind: 'rebased';
      readonly point: RebasePoint;
      readonly parts: readonly Part[];
      readonly method: RebaseMethod;
      readonly basis: readonly string[];
    }
  | {
      readonly kind: 'refused';
      readonly areaCode: string;
      readonly period: string;
      readonly reason: RebaseRefusal;
      /** The area that went into this one and stops the sum. */
      readonly partCode: string;
    };

const keyOf = ({ areaCode, period }: { areaCode: string; period: string }): string => `${areaCode} ${period}`;

const pointOf = (entry: RebasedPoint): RebasePoint[] => (entry.kind === 'refused' ? [] : [entry.point]);

interface Step {
  readonly kind: SeriesKind;
  readonly changes: readonly Successor[];
  readonly entries: readonly RebasedPoint[];
}

/** One target area in one period, from the areas that went into it. */
const rebasedFor = (step: Step, areaCode: string, period: string): RebasedPoint => {
  const into = step.changes.filter(({ toCode }) => toCode === areaCode);
  const points = new Map(step.entries.flatMap(pointOf).map((point) => [keyOf(point), point]));
  const outcome = combineParts(
    step.kind,
    into.map(({ fromCode, weight }) => ({
      areaCode: fromCode,
      weight,
      siblings: step.changes.filter((change) => change.fromCode === fromCode),
      point: points.get(keyOf({ areaCode: fromCode, period })) ?? null,
    })),
  );
  if (outcome.kind === 'refused') return { ...outcome, areaCode, period };
  return {
    kind: 'rebased',
    point: { areaCode, period, ...outcome.quantity },
    parts: into.map(({ fromCode, weight }) => ({ areaCode: fromCode, weight })),
    method: outcome.method,
    basis: [...new Set(into.flatMap(({ basis }) => (basis === null ? [] : [basis])))],
  };
};

/** The series on the areas after one day of changes. A figure that the publisher gives for a new area is kept. */
const afterChange = (step: Step): RebasedPoint[] => {
  const ended = new Set(step.changes.map(({ fromCode }) => fromCode));
  const stays = step.entries.filter((entry) => {
    const { areaCode } = entry.kind === 'refused' ? entry : entry.point;
    return !ended.has(areaCode);
  });
  const known = new Set(stays.flatMap(pointOf).map(keyOf));
  const periods = [
    ...new Set(step.entries.flatMap(pointOf).flatMap(({ areaCode, period }) => (ended.has(areaCode) ? [period] : []))),
  ];
  const targets = [...new Set(step.changes.map(({ toCode }) => toCode))];
  const made = periods.flatMap((period) =>
    targets
      .filter((areaCode) => !known.has(keyOf({ areaCode, period })))
      .map((areaCode) => rebasedFor(step, areaCode, period)),
  );
  return [...stays, ...made];
};

/** Residents of the new areas; what is known of a new area by itself is kept, what isn't known of a part is known of none. */
const populationsAfter = (kind: SeriesKind, changes: readonly Successor[]): SeriesKind => {
  if (kind.kind === 'count') return kind;
  const after = new Map(kind.populations);
  for (const { toCode, fromCode, weight } of changes) {
    if (kind.populations.has(toCode)) continue;
    const people = weight === null ? Number.NaN : weight * (kind.populations.get(fromCode) ?? Number.NaN);
    after.set(toCode, (after.get(toCode) ?? 0) + people);
  }
  return { ...kind, populations: after };
};

/**
 * A series on the areas of a later day: mergers and splits are followed in the order of their dates, up to and including
 * `on`. Counts are shared out by weight and added. Rates are made again from the shared-out numerators and denominators;
 * without a numerator they are weighted by denominators, without either by residents. Areas that don't change keep their
 * figures, and a series without changes is returned as it is.
 *
 * A split area gives each part its own rate: exact for counts of residents, an approximation for everything else. An area
 * whose boundary changes must have a new code (as with GSS codes): figures under a code are taken to be on its boundaries.
 *
 * Refuses, area by area and period by period: `no_weight` (a part's share isn't known), `weights_do_not_add` (the shares of
 * a split area are not all of it, so that totals would change), `part_missing`, `no_residents`, `not_finite`. Never throws.
 */
export const rebaseSeries = (
  { kind, points }: AreaSeries,
  successors: readonly Successor[],
  on: string,
): RebasedPoint[] => {
  let entries: RebasedPoint[] = points.map((point) => ({ kind: 'unchanged', point }));
  let current = kind;
  for (const date of changeDates(successors, on)) {
    const changes = successors.filter(({ onDate }) => onDate === date);
    entries = afterChange({ kind: current, changes, entries });
    current = populationsAfter(current, changes);
  }
  return entries;
};
