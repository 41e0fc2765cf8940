import { line } from 'd3-shape';
import type { Polarity } from '@/lib/domain/indicators/indicator';
import type { RefusalReason } from '@/lib/domain/statistics/outcome';
import { type ImprovementDirection, XMR_FEWEST_POINTS, xmr } from '@/lib/domain/statistics/xmr';
import { type XmrLabel, xmrLabelSide } from '@/lib/domain/statistics/xmr-rules';
import { type Axis, linearAxis } from './axis';
import { type Comparison, compareWith } from './theme';

/** `value` is null where the figure isn't there: such a series has no control chart. */
export type XmrSeriesPoint = { label: string; value: number | null };

export type XmrMark = {
  label: string;
  value: number;
  x: number;
  y: number;
  /** What sets the point apart; empty for common cause. */
  signal: string;
  comparison: Comparison;
};

export type XmrSeries =
  | {
      kind: 'chart';
      marks: XmrMark[];
      path: string;
      y: Axis;
      mean: number;
      /** Null for a series that never moves. */
      lower: number | null;
      upper: number | null;
    }
  | { kind: 'none'; points: number; reason: 'too_few_points' | 'gaps' | RefusalReason };

const SIGNALS: Readonly<Record<XmrLabel, string>> = {
  above_upper_limit: 'above the upper limit',
  below_lower_limit: 'below the lower limit',
  trend_increasing: 'one of seven rising in a row',
  trend_decreasing: 'one of seven falling in a row',
  two_in_three_above: 'one of two in three near the upper limit',
  two_in_three_below: 'one of two in three near the lower limit',
  shift_above: 'one of seven in a row above the mean',
  shift_below: 'one of seven in a row below the mean',
  common_cause: '',
};

const IMPROVEMENT: Readonly<Record<Polarity, ImprovementDirection>> = {
  high_good: 'up',
  low_good: 'down',
  no_judgement: 'neutral',
};

function comparisonOf(label: XmrLabel, polarity: Polarity): Comparison {
  const side = xmrLabelSide(label);
  return compareWith(side === 0 ? 'similar' : side > 0 ? 'higher' : 'lower', polarity);
}

/**
 * An XmR control chart of a series in time order: 13 points or more without a gap, else none and why. Across in % of the
 * width, down in px.
 */
export function toXmrSeries(
  points: readonly XmrSeriesPoint[],
  polarity: Polarity,
  height: readonly [number, number],
): XmrSeries {
  const known = points.flatMap(({ label, value }) => (value === null ? [] : [{ label, value }]));
  const none = (reason: Extract<XmrSeries, { kind: 'none' }>['reason']): XmrSeries => ({
    kind: 'none',
    points: known.length,
    reason,
  });
  if (known.length < XMR_FEWEST_POINTS) return none('too_few_points');
  if (known.length < points.length) return none('gaps');
  const result = xmr({ values: known.map(({ value }) => value), improvement: IMPROVEMENT[polarity] });
  if (result.kind === 'refused') return none(result.reason);
  const limits = result.points.at(-1);
  if (!limits) return none('too_few_points');
  const { mean, lower, upper } = limits;
  const values = [...known.map(({ value }) => value), lower ?? mean, upper ?? mean];
  const y = linearAxis({ values, range: [height[1], height[0]] });
  const across = (at: number): number => 12 + (84 * at) / (known.length - 1);
  const marks = known.map(({ label, value }, at): XmrMark => {
    const kind = result.points[at]?.label ?? 'common_cause';
    return {
      label,
      value,
      x: across(at),
      y: y.at(value),
      signal: SIGNALS[kind],
      comparison: comparisonOf(kind, polarity),
    };
  });
  const draw = line<XmrMark>(
    (mark) => mark.x,
    (mark) => mark.y,
  ).digits(2);
  return { kind: 'chart', marks, path: draw(marks) ?? '', y, mean, lower, upper };
}

/** Why a series has no control chart, in a sentence; null where it has one. */
export function xmrAbsence(series: XmrSeries): string | null {
  if (series.kind === 'chart') return null;
  const has = `this series has ${series.points}`;
  if (series.reason === 'too_few_points') return `A control chart needs at least ${XMR_FEWEST_POINTS} points; ${has}.`;
  if (series.reason === 'gaps') return `A control chart needs a series without gaps; ${has} points and a gap.`;
  return 'The values of this series allow no control chart.';
}
