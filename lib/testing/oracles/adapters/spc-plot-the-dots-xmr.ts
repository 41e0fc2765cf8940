import { z } from 'zod';
import { type XmrInput, type XmrPointType, xmr } from '@/lib/domain/statistics/xmr';
import type { XmrLabel } from '@/lib/domain/statistics/xmr-rules';
import type { Adapter } from '@/lib/testing/oracles/oracle-set';
import { answerOf, numbers } from './input-shapes';

const Input = z.object({
  values: numbers,
  improvement_direction: z.literal([-1, 0, 1]),
  screen_outliers: z.boolean(),
  target: z.number().nullish(),
  rebase_at_index_1based: z.number().nullish(),
  fix_after_n_points: z.number().nullish(),
});

const LABELS: Record<XmrLabel, string> = {
  above_upper_limit: 'Above UCL',
  below_lower_limit: 'Below LCL',
  trend_increasing: '7 Point Trend (Increasing)',
  trend_decreasing: '7 Point Trend (Decreasing)',
  two_in_three_above: '2 in 3 Above CL',
  two_in_three_below: '2 in 3 Below CL',
  shift_above: '7 Points Above CL',
  shift_below: '7 Points Below CL',
  common_cause: 'Common Cause',
};

const TYPES: Record<XmrPointType, string> = {
  common_cause: 'common_cause',
  improvement: 'special_cause_improvement',
  concern: 'special_cause_concern',
  neutral_high: 'special_cause_neutral_high',
  neutral_low: 'special_cause_neutral_low',
};

const DIRECTIONS = { [-1]: 'down', 0: 'neutral', 1: 'up' } as const;

const toInput = (raw: unknown): XmrInput => {
  const { values, improvement_direction, screen_outliers, ...rest } = Input.parse(raw);
  const { target, rebase_at_index_1based: rebase, fix_after_n_points: fixAfter } = rest;
  return {
    values,
    improvement: DIRECTIONS[improvement_direction],
    screenOutliers: screen_outliers,
    ...(typeof target === 'number' ? { target } : {}),
    ...(typeof rebase === 'number' ? { rebaseAt: rebase - 1 } : {}),
    ...(typeof fixAfter === 'number' ? { fixAfter } : {}),
  };
};

export const spcPlotTheDotsXmr: Adapter = (raw) =>
  answerOf(xmr(toInput(raw)), ({ points, assurance }) => ({
    mean: points.map((point) => point.mean),
    lpl: points.map((point) => point.lower),
    upl: points.map((point) => point.upper),
    special_cause: points.map((point) => LABELS[point.label]),
    point_type: points.map((point) => TYPES[point.type]),
    assurance,
  }));
