import { finiteCheck, firstReason, sizeCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { type XmrLimits, xmrLimits } from './xmr-limits';
import { type XmrLabel, xmrLabelSide, xmrLabels } from './xmr-rules';

/** Series shorter than this give limits too unsure to show (NHS England, Making Data Count). The screen holds to it. */
export const XMR_FEWEST_POINTS = 13;

/** Which way is better; `neutral` where neither is. */
export type ImprovementDirection = 'up' | 'down' | 'neutral';

export type XmrPointType = 'common_cause' | 'improvement' | 'concern' | 'neutral_high' | 'neutral_low';

export interface XmrPoint extends XmrLimits {
  readonly label: XmrLabel;
  readonly type: XmrPointType;
}

export type XmrAssurance = 'consistent_pass' | 'consistent_fail' | 'inconsistent';

export interface XmrInput {
  /** In time order, without gaps. */
  readonly values: readonly number[];
  readonly improvement: ImprovementDirection;
  /** Leave out moving ranges beyond their own limit, once, before the limits are drawn. */
  readonly screenOutliers?: boolean;
  readonly target?: number;
  /** 0-based index at which mean, limits and rules start anew. */
  readonly rebaseAt?: number;
  /** Mean and limits from the first so many points of each segment. */
  readonly fixAfter?: number;
}

const pointType = (label: XmrLabel, improvement: ImprovementDirection): XmrPointType => {
  const side = xmrLabelSide(label);
  if (side === 0) return 'common_cause';
  if (improvement === 'neutral') return side > 0 ? 'neutral_high' : 'neutral_low';
  return (improvement === 'up') === side > 0 ? 'improvement' : 'concern';
};

const assuranceOf = (limits: XmrLimits | undefined, { target, improvement }: XmrInput): XmrAssurance | null => {
  const { lower = null, upper = null } = limits ?? {};
  if (lower === null || upper === null || target === undefined || improvement === 'neutral') return null;
  if (target > upper) return improvement === 'up' ? 'consistent_fail' : 'consistent_pass';
  if (target < lower) return improvement === 'up' ? 'consistent_pass' : 'consistent_fail';
  return 'inconsistent';
};

const segmentsOf = ({ values, rebaseAt }: XmrInput): readonly (readonly number[])[] =>
  rebaseAt === undefined ? [values] : [values.slice(0, rebaseAt), values.slice(rebaseAt)];

const segmentPoints = (segment: readonly number[], input: XmrInput): readonly XmrPoint[] => {
  const limits = xmrLimits(segment.slice(0, input.fixAfter), input.screenOutliers ?? true);
  const labels = xmrLabels(segment, limits);
  return labels.map((label) => ({ ...limits, label, type: pointType(label, input.improvement) }));
};

const reasonAgainst = (input: XmrInput) => {
  const { values, target = 0, rebaseAt = 2, fixAfter = 2 } = input;
  return firstReason(
    finiteCheck(values, [target]),
    ...segmentsOf(input).map((segment) => sizeCheck(segment, 2)),
    Number.isInteger(rebaseAt) && rebaseAt >= 2 && Number.isInteger(fixAfter) && fixAfter >= 2 ? null : 'out_of_range',
  );
};

/**
 * XmR control chart (individuals and moving range) with the rules of NHS England's Making Data Count: mean, process
 * limits, label and type of each point, in the unit of `values`, and whether the process as it is would meet `target`.
 *
 * Domain: two points or more in each segment (13 before it is worth showing), `rebaseAt` and `fixAfter` whole numbers
 * from 2. Refuses `not_finite`, `too_few_values`, `out_of_range`.
 * Source: Montgomery, Introduction to Statistical Quality Control; NHS England, Making Data Count (2.66, not 3 ÷ 1.128).
 */
export const xmr = (input: XmrInput): Outcome<{ points: readonly XmrPoint[]; assurance: XmrAssurance | null }> => {
  const reason = reasonAgainst(input);
  if (reason) return refused(reason);
  const points = segmentsOf(input).flatMap((segment) => segmentPoints(segment, input));
  return computed({ points, assurance: assuranceOf(points.at(-1), input) });
};
