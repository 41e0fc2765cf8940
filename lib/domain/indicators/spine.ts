import type { Polarity } from './indicator';

/** One row of the spine table: an area's value among all areas of its type, same period. Any one unit. */
export interface SpineInput {
  readonly polarity: Polarity;
  /** The comparator's value: the middle of the row. */
  readonly benchmark: number | null;
  readonly value: number | null;
  /** Every area of the type with a value for the period, this one too. */
  readonly areas: readonly number[];
}

/** Maps values to −1 … +1: 0 is the benchmark, right is better, or higher where nothing is judged. */
export interface SpineScale {
  readonly benchmark: number;
  /** max(|best − benchmark|, |worst − benchmark|), in the unit of the values. */
  readonly widest: number;
  /** −1 where low is good: the ends change places. */
  readonly sign: 1 | -1;
}

interface SpineEnds {
  readonly scale: SpineScale;
  /** Values at the ends. Left: worst, or lowest; right: best, or highest. */
  readonly left: number;
  readonly right: number;
  readonly endWords: 'worst_best' | 'lowest_highest';
  /** Areas in the row. */
  readonly count: number;
  /** Position of the area's value, −1 … +1 unless it lies outside all areas. */
  readonly position: number | null;
}

export type SpineRow =
  | (SpineEnds & {
      readonly kind: 'bar';
      /** Positions of the ends and of the quartiles, ascending. */
      readonly segments: {
        readonly left: number;
        readonly lowerQuartile: number;
        readonly upperQuartile: number;
        readonly right: number;
      };
    })
  | (SpineEnds & { readonly kind: 'strip'; readonly dots: readonly number[] })
  | { readonly kind: 'none'; readonly reason: 'no_benchmark' | 'no_areas' | 'not_finite' };

/** Quartiles of fewer areas than this mislead: each area gets a dot instead. */
export const LEAST_AREAS_FOR_BAR = 8;

/** Position of a value on the row's scale. All values alike: everything lies in the middle. */
export const spinePosition = ({ benchmark, widest, sign }: SpineScale, value: number): number =>
  widest === 0 ? 0 : (sign * (value - benchmark)) / widest;

/** Type 7 quantile of values in ascending order, as `orderQuantile`, which would sort them again. */
const quantileOfSorted = (sorted: readonly number[], probability: number): number => {
  const at = (sorted.length - 1) * probability;
  const below = Math.floor(at);
  const low = sorted[below] ?? 0;
  return low + (at - below) * ((sorted[below + 1] ?? low) - low);
};

const toRow = ({ polarity, benchmark, value, areas }: SpineInput): SpineRow => {
  if (areas.length === 0) return { kind: 'none', reason: 'no_areas' };
  if (benchmark === null) return { kind: 'none', reason: 'no_benchmark' };
  if (![benchmark, ...areas, value ?? 0].every(Number.isFinite)) return { kind: 'none', reason: 'not_finite' };
  const sorted = [...areas].sort((a, b) => a - b);
  const [lowest, highest] = [sorted.at(0), sorted.at(-1)];
  if (lowest === undefined || highest === undefined) return { kind: 'none', reason: 'no_areas' };
  const sign = polarity === 'low_good' ? -1 : 1;
  const widest = Math.max(Math.abs(highest - benchmark), Math.abs(lowest - benchmark));
  const scale: SpineScale = { benchmark, widest, sign };
  const place = (number: number): number => spinePosition(scale, number);
  const ends: SpineEnds = {
    scale,
    left: sign === 1 ? lowest : highest,
    right: sign === 1 ? highest : lowest,
    endWords: polarity === 'no_judgement' ? 'lowest_highest' : 'worst_best',
    count: sorted.length,
    position: value === null ? null : place(value),
  };
  if (sorted.length < LEAST_AREAS_FOR_BAR) {
    return { kind: 'strip', ...ends, dots: sorted.map(place).sort((a, b) => a - b) };
  }
  const quartiles = [place(quantileOfSorted(sorted, 0.25)), place(quantileOfSorted(sorted, 0.75))] as const;
  return {
    kind: 'bar',
    ...ends,
    segments: {
      left: place(ends.left),
      lowerQuartile: Math.min(...quartiles),
      upperQuartile: Math.max(...quartiles),
      right: place(ends.right),
    },
  };
};

/**
 * Rows of a spine table. Differences from the benchmark keep their sign, so that negative values and a benchmark outside
 * the range are drawn where they lie. Fewer than eight areas give a strip of dots instead of quartiles. Rows without a
 * comparator or areas, or with a value that is no finite number, say so. One sort per row: O(n log n).
 * Source: geometry of OHID's Fingertips spine chart.
 */
export const toSpineRows = (inputs: readonly SpineInput[]): SpineRow[] => inputs.map(toRow);
