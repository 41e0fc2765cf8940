import { type Interval, LOW, type Measure, measured, SUPPRESSED } from '@/lib/domain/measure/measure';
import { combinedLimits } from '@/lib/domain/statistics/combined-limits';
import { rate } from '@/lib/domain/statistics/rate';
import { wilsonInterval } from '@/lib/domain/statistics/wilson';
import type { Count, Counted, CountRules } from './published-count';

export const notApplicable = (reason: string): Measure => ({ kind: 'not_applicable', reason });

/** Limits at the lowest and at the highest number that rounding leaves possible. */
const widened = (count: Count, lower: Interval, upper: Interval): Interval => ({
  ...lower,
  upper: upper.upper,
  method: count.lowest < count.highest ? `${lower.method}, widened for rounding` : lower.method,
});

/**
 * People for each `multiplier` of a population, with exact Poisson limits below 10 people and Byar's from 10. The lower
 * limit is that of the lowest count that rounding leaves possible, the upper one that of the highest.
 */
export const rateOf = (people: Counted, population: number | null, multiplier: number): Measure => {
  if (people.kind === 'gap') return people.gap;
  if (population === null) return { kind: 'not_loaded' };
  if (people.isLow) return LOW;
  const at = (events: number) => rate({ events, exposure: population, multiplier });
  const [value, lowest, highest] = [at(people.count), at(people.lowest), at(people.highest)];
  if (value.kind === 'refused' || lowest.kind === 'refused' || highest.kind === 'refused')
    return notApplicable('Nobody lives there to compare with');
  return measured(value.value, widened(people, lowest.limits95, highest.limits95));
};

const wilson95 = (events: number, total: number): Interval | null => {
  const result = wilsonInterval(Math.min(events, total), total, 0.95);
  return result.kind === 'interval' ? result.interval : null;
};

/** The whole with the smallest and with the largest part that rounding leaves possible. */
type Wholes = { readonly count: number; readonly withLeast: number; readonly withMost: number };

const shareAt = (part: Count & { readonly isLow: boolean }, whole: Wholes, rules: CountRules): Measure => {
  if (whole.count <= 0) return notApplicable('Nobody to take a share of');
  if (whole.count < rules.smallestBase) return SUPPRESSED;
  if (part.isLow) return LOW;
  if (part.lowest > whole.withLeast) return notApplicable('The count and its base do not make a share');
  const lower = wilson95(part.lowest, whole.withLeast);
  const upper = whole.withMost > 0 ? wilson95(part.highest, whole.withMost) : null;
  if (!lower) return notApplicable('The count and its base do not make a share');
  const isRounded = part.lowest < part.highest || whole.withLeast !== whole.withMost;
  return measured(Math.min(1, part.count / whole.count), {
    ...lower,
    upper: upper?.upper ?? 1,
    method: isRounded ? 'Wilson, widened for rounding' : 'Wilson',
  });
};

/**
 * A part as a share (0 to 1) of a whole, with Wilson limits at 95 %: the lower limit of the smallest part in the largest
 * whole that rounding leaves possible, the upper limit of the reverse. Suppressed below the smallest base, and of a thin whole.
 */
export const shareOf = (part: Counted, whole: Counted, rules: CountRules): Measure => {
  if (part.kind === 'gap') return part.gap;
  if (whole.kind === 'gap') return whole.gap;
  if (whole.isThin) return SUPPRESSED;
  return shareAt(part, { count: whole.count, withLeast: whole.highest, withMost: whole.lowest }, rules);
};

/**
 * The same of a part beside the rest of the whole, each counted on its own: the smallest part stands with the largest rest,
 * and the reverse.
 */
export const shareBeside = (part: Counted, rest: Counted, rules: CountRules): Measure => {
  if (part.kind === 'gap') return part.gap;
  if (rest.kind === 'gap') return rest.gap;
  if (part.isThin && rest.isThin) return SUPPRESSED;
  const whole = {
    count: part.count + rest.count,
    withLeast: part.lowest + rest.highest,
    withMost: part.highest + rest.lowest,
  };
  return shareAt(part, whole, rules);
};

/** A figure times a number of at least 0, with its limits. */
export const scaledMeasure = (measure: Measure, factor: number): Measure => {
  if (measure.kind !== 'value') return measure;
  const { value, interval } = measure;
  return measured(
    value * factor,
    interval && { ...interval, lower: interval.lower * factor, upper: interval.upper * factor },
  );
};

/** A share of 0 to 1 as a figure in %. */
export const inPercent = (share: Measure): Measure => scaledMeasure(share, 100);

/**
 * A weighted sum of independent figures with limits from theirs; a gap among them is a gap of the sum. A weight of 0
 * leaves a figure out.
 */
export const weightedSum = (terms: readonly { readonly weight: number; readonly measure: Measure }[]): Measure => {
  const used = terms.filter(({ weight }) => weight !== 0);
  const gap = used.find(({ measure }) => measure.kind !== 'value');
  if (gap) return gap.measure;
  const parts = used.flatMap(({ weight, measure }) =>
    measure.kind === 'value' && measure.interval
      ? [{ weight, value: measure.value, lower: measure.interval.lower, upper: measure.interval.upper }]
      : [],
  );
  if (parts.length < used.length) return notApplicable('A figure has no interval');
  const { value, lower, upper } = combinedLimits(parts);
  return measured(value, { lower, upper, level: 0.95, method: 'Limits combined' });
};

/** First less second. */
export const differenceOf = (first: Measure, second: Measure): Measure =>
  weightedSum([
    { weight: 1, measure: first },
    { weight: -1, measure: second },
  ]);
