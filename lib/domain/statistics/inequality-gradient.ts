import type { Interval } from '@/lib/domain/measure/measure';
import { type ConfidenceLevel, standardNormalQuantile } from './confidence-level';
import { deprivationSlope } from './deprivation-slope';
import { type Limits, plainLimits, transformedLimits } from './inequality-limits';
import { type InequalityScale, type InequalityValueType, inequalityScale } from './inequality-scale';
import { denominatorCheck, finiteCheck, firstReason, rangeCheck, sizeCheck } from './input-checks';
import { computed, type Outcome, refused } from './outcome';
import { sumOfProducts } from './sum';

/** How sure a group's value is: its 95 % limits, or a standard error on the scale of the value type (log, logit). */
export type GroupPrecision =
  | { readonly lower95: number; readonly upper95: number }
  | { readonly standardError: number };

export type DeprivationGroup = { readonly population: number; readonly value: number } & GroupPrecision;

export interface InequalityGradientInput {
  /** 5 to 100 groups, most deprived first. */
  readonly groups: readonly DeprivationGroup[];
  readonly valueType: InequalityValueType;
  /** Fit on the log (rate) or logit (proportion) scale; of no effect for other values. */
  readonly transform: boolean;
  /** Unit of the slope index; below 0 it also reverses the polarity. */
  readonly multiplier?: number;
  readonly level?: ConfidenceLevel;
}

export interface InequalityGradient {
  /** Slope index of inequality (SII): value at the least deprived end less the value at the most deprived end. */
  readonly slopeIndex: number;
  readonly slopeInterval: Interval;
  /** Relative index (RII): the ratio of the two ends. Null unless both fitted ends are above 0. */
  readonly relativeIndex: number | null;
  /** Null where the most deprived end is not clear of 0. */
  readonly relativeInterval: Interval | null;
  /** Value fitted at the most deprived end; times |multiplier| only with `transform`. */
  readonly intercept: number;
}

// The divisor OHID uses to get a standard error from 95 % limits.
const LIMITS_TO_STANDARD_ERROR = 2 * 1.959964;

const standardErrorOf = (group: DeprivationGroup, scale: InequalityScale): number =>
  'standardError' in group
    ? group.standardError
    : (scale.to(group.upper95) - scale.to(group.lower95)) / LIMITS_TO_STANDARD_ERROR;

const limitsCheck = (groups: readonly DeprivationGroup[], scale: InequalityScale) =>
  groups.every(
    (group) =>
      scale.holds(group.value) &&
      ('standardError' in group ||
        (scale.holds(group.lower95) &&
          scale.holds(group.upper95) &&
          group.lower95 <= group.value &&
          group.value <= group.upper95)),
  )
    ? null
    : 'out_of_range';

const reasonAgainst = ({ groups, multiplier = 1 }: InequalityGradientInput, scale: InequalityScale) =>
  firstReason(
    finiteCheck([multiplier], ...groups.map((group) => Object.values(group))),
    sizeCheck(groups, 5),
    groups.length > 100 || multiplier === 0 ? 'out_of_range' : null,
    denominatorCheck(groups.map((group) => group.population)),
    limitsCheck(groups, scale),
    rangeCheck(
      groups.map((group) => ('standardError' in group ? group.standardError : 0)),
      0,
      Number.MAX_VALUE,
    ),
  );

const ordered = (a: number, b: number): Limits => ({ lower: Math.min(a, b), upper: Math.max(a, b) });

const reversed = ({ lower, upper }: Limits): Limits | null =>
  lower > 0 ? { lower: 1 / upper, upper: 1 / lower } : null;

/**
 * Slope and relative index of inequality across deprivation groups, with closed-form intervals. An association across
 * groups of areas, not an effect of deprivation.
 *
 * Domain: 5 to 100 groups, populations above 0; rates above 0 and proportions strictly between 0 and 1; each value
 * within its limits; standard errors 0 or more; multiplier not 0.
 * Refuses `not_finite`, `too_few_values`, `out_of_range`, `no_denominator`.
 * Source: Pamuk 1985; OHID's method for Fingertips. OHID simulates the limits; the fit is linear in the values, so here
 * they are exact (RII: Fieller 1954). Without `transform` a rate's or proportion's draws are log- or logit-normal, of
 * which the first two moments are used.
 */
export const inequalityGradient = (input: InequalityGradientInput): Outcome<InequalityGradient> => {
  const { groups, valueType, multiplier = 1, level = 0.95 } = input;
  const transform = input.transform && valueType !== 'other';
  const scale = inequalityScale(valueType);
  const reason = reasonAgainst(input, scale);
  if (reason) return refused(reason);
  const weights = deprivationSlope(groups.map((group) => group.population));
  const standardErrors = groups.map((group) => standardErrorOf(group, scale));
  const values = groups.map((group) => (transform ? scale.to(group.value) : group.value));
  const back = (fitted: number): number => (transform ? scale.from(fitted) : fitted);
  const start = back(sumOfProducts(weights.atMostDeprived, values));
  const end = back(sumOfProducts(weights.atLeastDeprived, values));
  const z = standardNormalQuantile(level);
  const moments = groups.map((group, i) => scale.moments(group.value, standardErrors[i] ?? 0));
  const limits = transform
    ? transformedLimits(weights, { scale, values, standardErrors }, z)
    : plainLimits(weights, moments, z);
  const slope = ordered(limits.difference.lower * multiplier, limits.difference.upper * multiplier);
  const hasRatio = start > 0 && end > 0;
  const ratio = hasRatio && limits.ratio && multiplier < 0 ? reversed(limits.ratio) : limits.ratio;
  const interval = { level, method: transform ? 'Closed form, transformed' : 'Closed form' };
  return computed({
    slopeIndex: (end - start) * multiplier,
    slopeInterval: { ...slope, ...interval },
    relativeIndex: hasRatio ? (multiplier < 0 ? start / end : end / start) : null,
    relativeInterval: hasRatio && ratio ? { ...ratio, ...interval } : null,
    intercept: transform ? start * Math.abs(multiplier) : start,
  });
};
