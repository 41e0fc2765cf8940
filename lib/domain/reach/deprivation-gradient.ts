import { type Measure, measured } from '@/lib/domain/measure/measure';
import { inequalityGradient } from '@/lib/domain/statistics/inequality-gradient';
import { differenceOf, notApplicable } from './count-figures';
import type { CountRules, ReachCell } from './published-count';
import { type NamedBase, representation } from './representation';

/** Deprivation fifths of the home, most deprived first. */
export const FIFTHS = ['1', '2', '3', '4', '5'] as const;
type Fifth = (typeof FIFTHS)[number];
export type ByFifth<T> = Readonly<Record<Fifth, T>>;

const NO_GRADIENT = notApplicable('Too few entrants in the fifths for a gradient');

/**
 * Slope index of the representation ratio across the five fifths: the ratio fitted at the least deprived end of the
 * population less that at the most deprived end, weighted by population. 0: every fifth in proportion; 1.5: from 0.25 to
 * 1.75 if the line is straight. On the ratio, and not on the rate, so that a large and a small school can be compared.
 * Limits: closed form from the fifths' own limits, which allow for rounding and are taken as independent.
 */
export const deprivationGradient = (entrants: ByFifth<ReachCell>, base: NamedBase, rules: CountRules): Measure => {
  const { groups } = representation(
    FIFTHS.map((group) => ({ group, people: entrants[group] })),
    { unknown: { kind: 'not_applicable' }, base, rules },
  );
  const gap = groups.find(({ ratio }) => ratio.kind !== 'value' && ratio.kind !== 'low');
  if (gap) return gap.ratio;
  const points = groups.flatMap(({ group, ratio }) => {
    const population = base.people[group] ?? 0;
    return ratio.kind === 'value' && ratio.interval
      ? [{ population, value: ratio.value, lower95: ratio.interval.lower, upper95: ratio.interval.upper }]
      : [];
  });
  const result = inequalityGradient({ groups: points, valueType: 'other', transform: false });
  return result.kind === 'refused' ? NO_GRADIENT : measured(result.slopeIndex, result.slopeInterval);
};

export interface SchoolFifths {
  readonly school: string;
  readonly entrants: ByFifth<ReachCell>;
}

export interface SchoolGradient {
  readonly school: string;
  readonly gradient: Measure;
}

/** Every school's gradient, steepest first; schools without one come last, by code. */
export const gradientsOfSchools = (
  schools: readonly SchoolFifths[],
  base: NamedBase,
  rules: CountRules,
): SchoolGradient[] => {
  const height = ({ gradient }: SchoolGradient): number =>
    gradient.kind === 'value' ? gradient.value : Number.NEGATIVE_INFINITY;
  return schools
    .map(({ school, entrants }) => ({ school, gradient: deprivationGradient(entrants, base, rules) }))
    .sort((a, b) => (height(a) === height(b) ? 0 : height(b) - height(a)) || a.school.localeCompare(b.school, 'en'));
};

/** One school's gradient less another's, or less that of several schools taken together. Above 0: steeper. */
export const gradientDifference = (own: Measure, other: Measure): Measure => differenceOf(own, other);
