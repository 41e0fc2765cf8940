import { toNearestFive } from '@/lib/domain/disclosure/rounding';
import type { AssociationPoint } from '@/lib/domain/indicators/association';
import { association } from '@/lib/domain/indicators/association';
import type { Measure } from '@/lib/domain/measure/measure';
import { differenceOf, shareOf } from '@/lib/domain/reach/count-figures';
import { type Counted, type CountRules, countOf, totalOf } from '@/lib/domain/reach/published-count';
import type { Coefficient, Comparison } from './evidence-input';
import type { FindingPart, Underlying, Unit } from './finding';

/** Where a claim says that the effect lies: above or below a number, or merely not at it. */
export interface Says {
  readonly side: 'above' | 'below' | 'elsewhere';
  readonly than: number;
}

export const MORE_THAN_0: Says = { side: 'above', than: 0 };
export const LESS_THAN_0: Says = { side: 'below', than: 0 };
export const OTHER_THAN_0: Says = { side: 'elsewhere', than: 0 };

export const underlyingOf = (
  { lower, upper }: Pick<Coefficient, 'lower' | 'upper'>,
  { side, than }: Says,
): Underlying => {
  const isAbove = lower > than;
  const isBelow = upper < than;
  if (!isAbove && !isBelow) return 'cannot_tell';
  if (side === 'elsewhere') return 'supported';
  return (side === 'above') === isAbove ? 'supported' : 'not_supported';
};

interface PartInput {
  readonly label: string;
  readonly n: number | null;
  readonly unit: Unit;
  readonly says: Says;
}

/** Steps in 1 of a figure that is worked out from counts. */
const STATED = 10_000;

const withoutEffect = ({ label, n, unit }: PartInput, underlying: Underlying): FindingPart => ({
  label,
  n,
  unit,
  effect: null,
  lower: null,
  upper: null,
  underlying,
});

/**
 * What isn't a number is passed on: not loaded as such, everything else as not to be told. A number is stated to four decimals, its
 * limits outwards, and judged by what is stated: with all its digits a ratio of sums tells the sums.
 */
export const partOfMeasure = (input: PartInput, measure: Measure): FindingPart => {
  if (measure.kind === 'not_loaded') return withoutEffect(input, 'not_loaded');
  if (measure.kind === 'suppressed') return { ...withoutEffect(input, 'cannot_tell'), isWithheld: true };
  if (measure.kind !== 'value' || measure.interval === null) return withoutEffect(input, 'cannot_tell');
  const { lower, upper } = measure.interval;
  return partOfCoefficient(input, {
    estimate: Math.round(measure.value * STATED) / STATED,
    lower: Math.floor(lower * STATED) / STATED,
    upper: Math.ceil(upper * STATED) / STATED,
  });
};

export const partOfCoefficient = (input: PartInput, coefficient: Coefficient | null): FindingPart => {
  if (coefficient === null) return withoutEffect(input, 'not_loaded');
  const { estimate: effect, lower, upper } = coefficient;
  const { label, n, unit } = input;
  return { label, n, unit, effect, lower, upper, underlying: underlyingOf(coefficient, input.says) };
};

/** Slope through one point for each area, times `scale`. Too few areas, or none that differ, can't tell. */
export const partOfPoints = (
  { label, unit, says }: Omit<PartInput, 'n'>,
  points: readonly AssociationPoint[],
  scale = 1,
): FindingPart => {
  const input = { label, unit, says, n: points.length };
  const line = association(points);
  if (line.kind === 'refused') return withoutEffect(input, 'cannot_tell');
  const { lower, upper } = line.slopeInterval;
  return partOfCoefficient(input, { estimate: line.slope * scale, lower: lower * scale, upper: upper * scale });
};

/** A count that rounds to 0 adds one to a sum: rounded again, so that no sum looks exact. Null where it is withheld. */
export const peopleOf = (people: Counted): number | null =>
  people.kind === 'count' && !people.isThin ? toNearestFive(people.count) : null;

/** Share of the first group less that of the second. */
export const partOfComparison = (
  { label, says }: Pick<PartInput, 'label' | 'says'>,
  { first, second }: Comparison,
  rules: CountRules,
): FindingPart => {
  const [one, two] = [first, second].map(({ part, whole }) =>
    shareOf(countOf(part, rules), countOf(whole, rules), rules),
  );
  const people = totalOf([first.whole, second.whole], rules);
  const n = peopleOf(people);
  const input: PartInput = { label, n, unit: 'share_difference', says };
  return partOfMeasure(input, differenceOf(one ?? { kind: 'not_loaded' }, two ?? { kind: 'not_loaded' }));
};

/**
 * A claim of several parts is supported where all are, and not supported where one isn't. Where the first isn't loaded the
 * claim isn't; another part that isn't loaded leaves it untold.
 */
export const together = (parts: readonly FindingPart[]): Underlying => {
  const all = parts.map(({ underlying }) => underlying);
  if (all.length === 0 || all[0] === 'not_loaded') return 'not_loaded';
  if (all.includes('not_supported')) return 'not_supported';
  return all.every((one) => one === 'supported') ? 'supported' : 'cannot_tell';
};
