import type { Measure } from '@/lib/domain/measure/measure';
import { rateOf, shareOf } from './count-figures';
import { type AreaPeople, largestFirst } from './footprint';
import { type CountRules, countOf, type ReachCell, totalOf } from './published-count';

export interface Destination {
  readonly area: string;
  /** Share (0 to 1) of all graduates, those with an unknown destination among them. */
  readonly share: Measure;
}

export interface Destinations {
  /** Most graduates first, gaps last. With `unknown` the values add up to 1. */
  readonly areas: readonly Destination[];
  readonly unknown: Measure;
}

/** Where a school's graduates are, by area, as shares of everybody: the unknown are shown, not left out. */
export const destinations = (areas: readonly AreaPeople[], unknown: ReachCell, rules: CountRules): Destinations => {
  const whole = totalOf([...areas.map(({ people }) => people), unknown], rules);
  const share = (people: ReachCell): Measure => shareOf(countOf(people, rules), whole, rules);
  return {
    areas: areas.map(({ area, people }) => ({ area, share: share(people) })).sort(largestFirst),
    unknown: share(unknown),
  };
};

/** Graduates for each place of a foundation area, or of a group of them. Places are known: they add nothing to the interval. */
export const graduatesPerPlace = (graduates: ReachCell, places: number | null, rules: CountRules): Measure =>
  rateOf(countOf(graduates, rules), places, 1);
