import type { XmrLimits } from './xmr-limits';

/** What sets a point apart, in order of priority; `common_cause` where nothing does. */
export type XmrLabel =
  | 'above_upper_limit'
  | 'below_lower_limit'
  | 'trend_increasing'
  | 'trend_decreasing'
  | 'two_in_three_above'
  | 'two_in_three_below'
  | 'shift_above'
  | 'shift_below'
  | 'common_cause';

type Side = -1 | 0 | 1;

const RUN = 7;

const sideOf = (value: number): Side => (value > 0 ? 1 : value < 0 ? -1 : 0);

/** For each point, the side of the last window of `size` points that holds it and passes; 0 where none does. */
const lastWindow = (n: number, size: number, sideOfWindow: (from: number) => Side): Side[] => {
  const sides = Array.from({ length: n }, (): Side => 0);
  for (let from = 0; from + size <= n; from += 1) {
    const side = sideOfWindow(from);
    if (side !== 0) sides.fill(side, from, from + size);
  }
  return sides;
};

/** The side on which all of them lie, or 0. */
const sharedSide = (sides: readonly Side[]): Side => (sides.every((side) => side === sides[0]) ? (sides[0] ?? 0) : 0);

const trends = (values: readonly number[]): Side[] => {
  const steps = values.slice(1).map((value, i) => sideOf(value - (values[i] ?? value)));
  return lastWindow(values.length, RUN, (from) => sharedSide(steps.slice(from, from + RUN - 1)));
};

const shifts = (sides: readonly Side[]): Side[] =>
  lastWindow(sides.length, RUN, (from) => sharedSide(sides.slice(from, from + RUN)));

const isAbove = (value: number, limit: number | null): boolean => limit !== null && value > limit;
const isBelow = (value: number, limit: number | null): boolean => limit !== null && value < limit;

/** Points beyond two thirds of the way to the limit, yet inside it, in threes that have two such and lie on one side. */
const nearLimits = (values: readonly number[], sides: readonly Side[], limits: XmrLimits): Side[] => {
  const reach = (limit: number | null): number | null =>
    limit === null ? null : limits.mean + (2 / 3) * (limit - limits.mean);
  const isNear = values.map((value) => {
    const isFar = isAbove(value, reach(limits.upper)) || isBelow(value, reach(limits.lower));
    return isFar && !isAbove(value, limits.upper) && !isBelow(value, limits.lower);
  });
  const windows = lastWindow(values.length, 3, (from) =>
    isNear.slice(from, from + 3).filter(Boolean).length >= 2 ? sharedSide(sides.slice(from, from + 3)) : 0,
  );
  return windows.map((side, i) => (isNear[i] ? side : 0));
};

const LABELS: Record<'trend' | 'near' | 'shift', Record<1 | -1, XmrLabel>> = {
  trend: { 1: 'trend_increasing', [-1]: 'trend_decreasing' },
  near: { 1: 'two_in_three_above', [-1]: 'two_in_three_below' },
  shift: { 1: 'shift_above', [-1]: 'shift_below' },
};

/**
 * Label of each point of one segment: outside the limits, then a trend of 7, then two in three near a limit with all
 * three on one side, then a shift of 7. Equal neighbours break a trend; a point on the mean breaks a shift. A point in
 * two opposite trends takes the later.
 */
export const xmrLabels = (values: readonly number[], limits: XmrLimits): readonly XmrLabel[] => {
  const sides = values.map((value) => sideOf(value - limits.mean));
  const trend = trends(values);
  const near = nearLimits(values, sides, limits);
  const shift = shifts(sides);
  return values.map((value, i): XmrLabel => {
    if (isAbove(value, limits.upper)) return 'above_upper_limit';
    if (isBelow(value, limits.lower)) return 'below_lower_limit';
    const trendSide = trend[i] ?? 0;
    if (trendSide !== 0) return LABELS.trend[trendSide];
    const nearSide = near[i] ?? 0;
    if (nearSide !== 0) return LABELS.near[nearSide];
    const shiftSide = shift[i] ?? 0;
    return shiftSide === 0 ? 'common_cause' : LABELS.shift[shiftSide];
  });
};

const HIGH: readonly XmrLabel[] = ['above_upper_limit', 'trend_increasing', 'two_in_three_above', 'shift_above'];

/** 1 for a label on the high side or rising, −1 for low or falling, 0 for common cause. */
export const xmrLabelSide = (label: XmrLabel): Side => {
  if (label === 'common_cause') return 0;
  return HIGH.includes(label) ? 1 : -1;
};
