import type { Interval } from '@/lib/domain/measure/measure';
import { type ConfidenceLevel, standardNormalQuantile } from './confidence-level';
import { countCheck, finiteCheck, firstReason, sizeCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';

export interface SurvivalStep {
  readonly time: number;
  /** People still followed just before `time`. */
  readonly atRisk: number;
  /** People who left at `time`. */
  readonly events: number;
  /** Share still in post just after `time`. */
  readonly survival: number;
  /** Null where survival is 0 or 1. */
  readonly interval: Interval | null;
}

export interface SurvivalCurve {
  /** One step for each time at which somebody left. */
  readonly steps: readonly SurvivalStep[];
  /** Time by which half have left; null where fewer than half did. */
  readonly medianTime: number | null;
}

interface SurvivalInput {
  /** Follow-up of each person, in months. */
  readonly times: readonly number[];
  /** True where the person left at that time, false where follow-up ended with the person in post. */
  readonly left: readonly boolean[];
  readonly level?: ConfidenceLevel;
}

/** Limits on the log(−log) scale; they stay between 0 and 1. */
const logLogInterval = (survival: number, greenwood: number, level: ConfidenceLevel): Interval | null => {
  if (survival <= 0 || survival >= 1) return null;
  const spread = (standardNormalQuantile(level) * Math.sqrt(greenwood)) / Math.abs(Math.log(survival));
  return { lower: survival ** Math.exp(spread), upper: survival ** Math.exp(-spread), level, method: 'Log-log' };
};

const survivalSteps = ({ times, left, level = 0.95 }: SurvivalInput): SurvivalStep[] => {
  const leavingTimes = [...new Set(times.filter((_, i) => left[i]))].sort((a, b) => a - b);
  let survival = 1;
  let greenwood = 0;
  return leavingTimes.map((time) => {
    const atRisk = times.filter((one) => one >= time).length;
    const events = times.filter((one, i) => one === time && left[i]).length;
    survival *= (atRisk - events) / atRisk;
    greenwood += atRisk === events ? 0 : events / (atRisk * (atRisk - events));
    return { time, atRisk, events, survival, interval: logLogInterval(survival, greenwood, level) };
  });
};

// Products of fractions that should be one half can miss it in the last digits.
const isHalf = (survival: number): boolean => Math.abs(survival - 0.5) < 1e-12;

/** Where the curve is exactly one half over a stretch, the median is the middle of that stretch. */
const medianOf = (steps: readonly SurvivalStep[]): number | null => {
  const at = steps.findIndex((step) => step.survival < 0.5 || isHalf(step.survival));
  const step = steps[at];
  if (!step) return null;
  const next = steps[at + 1];
  return isHalf(step.survival) && next ? (step.time + next.time) / 2 : step.time;
};

/**
 * Kaplan–Meier curve of staying in post, with Greenwood's variance and log-log limits. Who left comes before whose
 * follow-up ended at the same time.
 *
 * Domain: one person or more, times 0 or more. Refuses `not_finite`, `lengths_differ`, `too_few_values`,
 * `negative_events` (a time below 0).
 * Source: Kaplan and Meier 1958; Kalbfleisch and Prentice 2002 for the limits.
 */
export const kaplanMeier = (input: SurvivalInput): Outcome<SurvivalCurve> => {
  const { times, left } = input;
  const reason = firstReason(
    finiteCheck(times),
    times.length === left.length ? null : 'lengths_differ',
    sizeCheck(times, 1),
    countCheck(times),
  );
  if (reason) return refused(reason);
  const steps = survivalSteps(input);
  return computed({ steps, medianTime: medianOf(steps) });
};

/**
 * Share still in post at a time, in the unit of the curve's times: that of the last step at or before it, or 1 (without
 * interval) before the first. Refuses `not_finite`, `negative_events` (a time below 0).
 */
export const survivalAt = (
  curve: SurvivalCurve,
  time: number,
): Outcome<{ survival: number; interval: Interval | null }> => {
  const reason = firstReason(finiteCheck([time]), countCheck([time]));
  if (reason) return refused(reason);
  const { survival, interval } = curve.steps.findLast((step) => step.time <= time) ?? { survival: 1, interval: null };
  return computed({ survival, interval });
};
