import { proportionDifference } from '@/lib/domain/statistics/proportion-difference';
import { type ComparisonResult, compareWithValue } from './compare';
import type { FigureInput } from './figure-input';
import type { Polarity } from './indicator';

const partOf = ({ measure, numerator, denominator }: FigureInput) =>
  measure.kind === 'value' && measure.interval && numerator !== null && denominator !== null
    ? { events: numerator, total: denominator }
    : null;

/**
 * Compares an area's figure with its own earlier one. Both are estimates, so that the earlier value isn't taken as fixed:
 * different only where the 95 % interval of the difference of the two proportions leaves out 0. Without counts and
 * intervals in both the figure is only placed. Source: Newcombe 1998 (`proportionDifference`).
 */
export const compareWithEarlier = (figure: FigureInput, earlier: FigureInput, polarity: Polarity): ComparisonResult => {
  const [now, before] = [partOf(figure), partOf(earlier)];
  const earlierValue = earlier.measure.kind === 'value' ? earlier.measure.value : null;
  const { measure } = figure;
  if (measure.kind !== 'value' || earlierValue === null) return compareWithValue(measure, null, polarity);
  const withInterval = (interval: typeof measure.interval) =>
    compareWithValue({ ...measure, interval }, earlierValue, polarity);
  const result = now && before ? proportionDifference(now, before) : null;
  if (result?.kind !== 'computed') return withInterval(null);
  const { lower, upper } = result.interval;
  // The interval of the difference, moved to the earlier value, is read as any other.
  return withInterval({ ...result.interval, lower: earlierValue + lower, upper: earlierValue + upper });
};
