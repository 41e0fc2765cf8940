import type { Interval } from '@/lib/domain/measure/measure';
import { countText } from './number-text';

export interface RankedArea {
  readonly code: string;
  readonly value: number;
  readonly interval: Interval | null;
}

export type AreaRank =
  | {
      readonly kind: 'ranked';
      /** 1 is the highest value; equal values share the lowest number. */
      readonly place: number;
      readonly isShared: boolean;
      readonly of: number;
      /** Best and worst place that the intervals allow; null where an area has no interval. */
      readonly interval: { readonly from: number; readonly to: number } | null;
    }
  /** Not every area of the type has a value for the period, or an order of places would say what the figure can't. */
  | { readonly kind: 'not_ranked' | 'never_ranked'; readonly loaded: number; readonly of: number };

export const RANK_METHOD =
  'Ranks count from the highest value and stand only where every area of the type has a value for the same period. ' +
  'Their interval counts the areas whose whole 95% interval lies above, or below, that of this area.';

/** One doctor applies for many posts in many places: an order of places would be read as one of their worth. */
const NEVER_RANKED: ReadonlySet<string> = new Set(['competition-ratio']);

const intervalsOf = (areas: readonly RankedArea[]): readonly Interval[] | null => {
  const intervals = areas.flatMap(({ interval }) => (interval === null ? [] : [interval]));
  return intervals.length === areas.length ? intervals : null;
};

/** Whether a part of the areas is all that a rank, or the want of one, is about. */
export const isPartRank = (rank: AreaRank): rank is Exclude<AreaRank, { kind: 'ranked' }> =>
  rank.kind !== 'ranked' && rank.loaded < rank.of;

/**
 * Place of an area among all areas of its type, for one indicator and period. `areaCount` is the number of areas of the
 * type: with fewer values, with an unknown area or a value that is not finite there is no rank. The interval of the rank
 * is simulation-free: 1 + the areas wholly above, to all − the areas wholly below.
 */
export const rankOf = (
  indicatorId: string,
  code: string,
  areas: readonly RankedArea[],
  areaCount: number,
): AreaRank => {
  const usable = areas.filter(({ value }) => Number.isFinite(value));
  const own = usable.find((area) => area.code === code);
  if (NEVER_RANKED.has(indicatorId)) return { kind: 'never_ranked', loaded: usable.length, of: areaCount };
  if (!own || usable.length < areaCount) return { kind: 'not_ranked', loaded: usable.length, of: areaCount };
  const intervals = intervalsOf(usable);
  const range = own.interval;
  return {
    kind: 'ranked',
    place: 1 + usable.filter(({ value }) => value > own.value).length,
    isShared: usable.some((area) => area.code !== code && area.value === own.value),
    of: usable.length,
    interval:
      intervals && range
        ? {
            from: 1 + intervals.filter(({ lower }) => lower > range.upper).length,
            to: usable.length - intervals.filter(({ upper }) => upper < range.lower).length,
          }
        : null,
  };
};

const ordinal = (place: number): string => {
  const tens = place % 100;
  const suffix = tens > 10 && tens < 14 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th');
  return `${countText(place)}${suffix}`;
};

/** `3rd highest of 11 (95% interval: 1st to 5th)`, or `rank: not shown, 3 of 11 loaded`. */
export const rankText = (rank: AreaRank): string => {
  if (rank.kind === 'never_ranked') return 'rank: none, this figure is not one to rank by';
  if (rank.kind !== 'ranked') return `rank: not shown, ${countText(rank.loaded)} of ${countText(rank.of)} loaded`;
  const place = rank.place === 1 ? 'highest' : `${ordinal(rank.place)} highest`;
  const interval = rank.interval
    ? ` (95% interval: ${ordinal(rank.interval.from)} to ${ordinal(rank.interval.to)})`
    : '';
  return `${rank.isShared ? 'joint ' : ''}${place} of ${countText(rank.of)}${interval}`;
};
